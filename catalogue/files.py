"""Record file ↔ ``TrialAction``, byte for byte.

A record file is YAML in one canonical form: ``format_record(parse_record(text)) == text``.
In the file a block's id is short (``problem-1``); in the record it carries the record's
(``…#problem-1``), since blocks travel alone.
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
from catalogue.records import SECTIONS, TrialAction
from catalogue.vocabulary import Vocabulary


def format_record(record: TrialAction) -> str:
    """Return the canonical text of the record's file."""
    fields = record.model_dump()
    fields["summary"] = Prose(record.summary)
    for name in ("themes", "focus_areas", "levels"):
        fields[name] = Inline(fields[name])
    fields["schools"] = list(fields["schools"])
    fields["source"]["lines"] = Inline(record.source.lines)
    for section in SECTIONS:
        fields[section] = [block_fields(block) for block in fields[section]]
    fields["notes"] = [Prose(note) for note in record.notes]
    return format_fields(fields)


def block_fields(block: Fields) -> Fields:
    """Return the fields of a block as its file has them."""
    fields = dict(block, id=block["id"].partition("#")[2], lines=Inline(block["lines"]))
    if "stakeholders" in fields:
        fields["stakeholders"] = Inline(fields["stakeholders"])
    # The text stands last, after all that says what it is.
    del fields["text"]
    return {**fields, "text": Prose(block["text"])}


def read_record(path: Path, vocabulary: Vocabulary) -> TrialAction:
    """Return the record of one file, or raise ``InvalidFile`` with every problem in it."""
    text = read_text(path)
    record = parse_record(text, vocabulary, file=path.name)
    check_name(path, record.id, text)
    return record


def parse_record(text: str, vocabulary: Vocabulary, file: str = "record") -> TrialAction:
    """Return the record that ``text`` describes, or raise ``InvalidFile``."""
    return parse_fields(text, TrialAction, vocabulary, file=file, prepare=_lengthen_block_ids)


def _lengthen_block_ids(fields: Fields) -> None:
    for section in SECTIONS:
        lengthen_ids(fields.get("id"), fields.get(section))


def lengthen_ids(record_id: object, blocks: object) -> None:
    """Put the record's id before that of each block, as far as they are blocks."""
    for block in blocks if isinstance(blocks, list) else []:
        if isinstance(block, dict) and "id" in block:
            block["id"] = f"{record_id}#{block['id']}"
