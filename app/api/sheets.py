"""Trial actions → a CSV file that Danish spreadsheets open as it is meant.

One row an action and one column a fact; columns are only ever added, at the end.
"""

import csv
from collections.abc import Callable, Iterable
from io import StringIO

from app.api.record_answers import BlockOut, LabelOut, TrialActionOut

# Without the mark, Excel takes UTF-8 for something older.
BYTE_ORDER_MARK = "\ufeff"
# A cell that begins so would be computed when the file is opened.
FORMULA = ("=", "+", "-", "@", "\t", "\r")

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


def format_row(action: TrialActionOut) -> bytes:
    """Return the line of one trial action."""
    return _format(column(action) for column in COLUMNS.values())


def _format(cells: Iterable[str]) -> bytes:
    line = StringIO()
    csv.writer(line, delimiter=";", lineterminator="\r\n").writerow(map(_disarm, cells))
    return line.getvalue().encode("utf-8")


def _disarm(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _list(texts: Iterable[str]) -> str:
    return ", ".join(texts)


def _list_labels(terms: Iterable[LabelOut]) -> str:
    return _list(term["label"] for term in terms)


def _list_texts(blocks: Iterable[BlockOut]) -> str:
    return "\n".join(block["text"] for block in blocks)


HEADER = BYTE_ORDER_MARK.encode("utf-8") + _format(COLUMNS)
