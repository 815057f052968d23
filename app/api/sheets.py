"""Trial actions → CSV files.

One column a fact, one row a trial action or a block; columns are only ever added, at the end.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import cast

from app.addresses import page_address
from app.api.record_answers import BlockOut, ExperienceOut, LabelOut, TrialActionOut
from app.spreadsheets import format_head, format_line
from catalogue.records import SECTIONS

COLUMNS: dict[str, Callable[[TrialActionOut], str]] = {
    "id": lambda action: action["id"],
    "title": lambda action: action["title"],
    "headline": lambda action: action["headline"],
    "summary": lambda action: action["summary"],
    "municipality": lambda action: action["municipality"]["name"],
    "municipality_code": lambda action: action["municipality"]["code"],
    "schools": lambda action: _list(school["name"] for school in action["schools"]),
    "themes": lambda action: _list_labels(action["themes"]),
    "focus_areas": lambda action: _list_labels(action["focus_areas"]),
    "levels": lambda action: _list(action["levels"]),
    "problem": lambda action: _list_texts(action["problem"]),
    "goals": lambda action: _list_texts(action["goals"]),
    "actions": lambda action: _list_texts(action["actions"]),
    "experiences": lambda action: _list_texts(action["experiences"]),
    "outlook": lambda action: _list_texts(action["outlook"]),
    "learnings": lambda action: _list_texts(action["learnings"]),
    "notes": lambda action: "\n".join(action["notes"]),
    "source": lambda action: action["source"]["title"],
    "source_lines": lambda action: "–".join(map(str, action["source"]["lines"])),
    "page": lambda action: action["links"]["html"],
}
BLOCK_COLUMNS = (
    *("id", "trial_action", "title", "municipality", "municipality_code", "section", "type"),
    *("kind", "stakeholders", "text", "source", "first_line", "last_line", "page"),
)


def format_row(action: TrialActionOut) -> bytes:
    """Return the line of one trial action."""
    return format_line(column(action) for column in COLUMNS.values())


def format_block_rows(action: TrialActionOut) -> bytes:
    """Return the lines of every block of one trial action."""
    return b"".join(format_line(row) for row in _list_blocks(action))


def _list_blocks(action: TrialActionOut) -> Iterator[tuple[str, ...]]:
    for section in SECTIONS:
        for block in cast("list[ExperienceOut]", action[section]):
            yield (
                block["id"],
                action["id"],
                action["title"],
                action["municipality"]["name"],
                action["municipality"]["code"],
                section,
                block["type"],
                # Only experiences have these two.
                block.get("kind", ""),
                _list(block.get("stakeholders", [])),
                block["text"],
                action["source"]["title"],
                *map(str, block["lines"]),
                page_address(block["id"]),
            )


def _list(texts: Iterable[str]) -> str:
    return ", ".join(texts)


def _list_labels(terms: Iterable[LabelOut]) -> str:
    return _list(term["label"] for term in terms)


def _list_texts(blocks: Iterable[BlockOut]) -> str:
    return "\n".join(block["text"] for block in blocks)


HEADER = format_head(COLUMNS)
BLOCK_HEADER = format_head(BLOCK_COLUMNS)
