"""The meeting sheet as a spreadsheet: a row for each trial action, and a column to write in."""

from collections.abc import Callable, Iterable

from app.pages.meeting.sheet import HERE_LABEL, ActionSheet
from app.spreadsheets import format_head, format_line

COLUMNS: dict[str, Callable[[ActionSheet], str]] = {
    "Prøvehandling": lambda sheet: sheet.record.title,
    "Overskrift": lambda sheet: sheet.record.headline,
    "Sted": lambda sheet: sheet.place,
    "Temaer": lambda sheet: sheet.themes,
    "Klassetrin": lambda sheet: sheet.levels,
    "Resumé": lambda sheet: sheet.record.summary,
    "Udfordring, mål og handlinger": lambda sheet: _list(
        f"{label}: {' – '.join(block.text for block in blocks) or gap}"
        for label, blocks, gap in sheet.tried
    ),
    "Erfaringer": lambda sheet: _list(
        f"{who} ({kind.lower()}): {text}" for who, told in sheet.voices for kind, text in told
    ),
    "Det var svært": lambda sheet: _list(sheet.difficulties) or sheet.no_difficulties,
    "Fremover": lambda sheet: _list(sheet.outlook),
    "Læringer": lambda sheet: _list(sheet.learnings),
    "Vær opmærksom på": lambda sheet: _list(sheet.notes),
    "Til drøftelse": lambda sheet: _list(map(str, sheet.questions)),
    HERE_LABEL.removesuffix(":"): lambda _: "",
    "Kilde": lambda sheet: sheet.source,
    "Side": lambda sheet: sheet.address,
}


def write_rows(sheets: Iterable[ActionSheet]) -> bytes:
    """Return the file."""
    rows = (format_line(column(sheet) for column in COLUMNS.values()) for sheet in sheets)
    return b"".join([format_head(COLUMNS), *rows])


def _list(texts: Iterable[str]) -> str:
    return "\n".join(texts)
