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
    return format_record_fields(record.model_dump())


def format_record_fields(record: Fields) -> str:
    """Return the text of a file with these fields, whether they make a record or not."""
    source = record["source"]
    lists = {name: Inline(record[name]) for name in ("themes", "focus_areas", "levels")}
    sections: Fields = {name: [block_fields(block) for block in record[name]] for name in SECTIONS}
    return format_fields(
        {
            **record,
            **lists,
            **sections,
            "summary": Prose(record["summary"]),
            "schools": list(record["schools"]),
            "source": {**source, "lines": Inline(source["lines"])},
            "notes": [Prose(note) for note in record["notes"]],
        }
    )


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
