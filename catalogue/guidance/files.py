"""Guidance file ↔ ``Guidance``, byte for byte, in the form that record files have.

A section's id begins its blocks' (``gode-raad-3``); what the text has not (a summary, a date) has
no field in the file.
"""

from pathlib import Path

from catalogue.canonical import (
    Fields,
    Inline,
    Prose,
    check_name,
    format_fields,
    parse_fields,
    read_text,
)
from catalogue.files import block_fields, lengthen_ids
from catalogue.guidance.records import Guidance
from catalogue.vocabulary import Vocabulary


def format_guidance(guidance: Guidance) -> str:
    """Return the canonical text of the guidance's file."""
    fields = guidance.model_dump(exclude_none=True)
    if guidance.summary:
        fields["summary"] = Prose(guidance.summary)
    if guidance.dated:
        fields["dated"] = Prose(guidance.dated)
    fields["audience"] = Inline(guidance.audience)
    fields["source"]["lines"] = Inline(guidance.source.lines)
    fields["sections"] = [_section_fields(section) for section in fields["sections"]]
    fields["notes"] = [Prose(note) for note in guidance.notes]
    return format_fields(fields)


def _section_fields(section: Fields) -> Fields:
    blocks = [block_fields(block) for block in section["blocks"]]
    return {**section, "lines": Inline(section["lines"]), "blocks": blocks}


def read_guidance(path: Path, vocabulary: Vocabulary) -> Guidance:
    """Return the guidance of one file, or raise ``InvalidFile`` with every problem in it."""
    text = read_text(path)
    guidance = parse_guidance(text, vocabulary, file=path.name)
    check_name(path, guidance.id, text)
    return guidance


def parse_guidance(text: str, vocabulary: Vocabulary, file: str = "guidance") -> Guidance:
    """Return the guidance that ``text`` describes, or raise ``InvalidFile``."""
    return parse_fields(text, Guidance, vocabulary, file=file, prepare=_lengthen_block_ids)


def _lengthen_block_ids(fields: Fields) -> None:
    sections = fields.get("sections")
    for section in sections if isinstance(sections, list) else []:
        if isinstance(section, dict):
            lengthen_ids(fields.get("id"), section.get("blocks"))
