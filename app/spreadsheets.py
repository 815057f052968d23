"""Lines of CSV that Danish spreadsheets open as they are meant."""

import csv
from collections.abc import Iterable
from io import StringIO

CSV = "text/csv; charset=utf-8"
# Without the mark, Excel takes UTF-8 for something older.
BYTE_ORDER_MARK = "\ufeff"
# A cell that begins so would be computed when the file is opened.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def format_line(cells: Iterable[str]) -> bytes:
    """Return one line of a sheet, in which nothing is computed."""
    line = StringIO()
    csv.writer(line, delimiter=";", lineterminator="\r\n").writerow(map(_disarm, cells))
    return line.getvalue().encode("utf-8")


def format_head(names: Iterable[str]) -> bytes:
    """Return the first line of a sheet, with the mark that says how it is encoded."""
    return BYTE_ORDER_MARK.encode("utf-8") + format_line(names)


def _disarm(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
