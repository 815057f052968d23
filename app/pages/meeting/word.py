"""The meeting sheet as a Word document."""

from collections.abc import Sequence

from app.pages.blocks import NOT_DESCRIBED
from app.pages.danish import join_quoted
from app.pages.meeting.sheet import (
    AGREED_LINES,
    ANSWER_LINES,
    HERE_LABEL,
    ActionSheet,
    name_document,
)
from app.pages.selection import Selection
from app.word import Link, Strong, WordSheet
from catalogue.records import Block


def write_document(sheets: Sequence[ActionSheet], selection: Selection, address: str) -> bytes:
    """Return the document of some trial actions; ``address`` is where the list of them stands."""
    document = WordSheet(name_document(sheets), subject="Inspiration fra andre skoler")
    document.paragraph(
        "Teksten er kildens egne ord. […] betyder, at kilden har mere. Arkets prøvehandlinger: ",
        Link(address, address),
    )
    if selection.unknown or selection.beyond:
        document.paragraph(Strong("Ikke med på arket: "), _name_missing(selection))
    for number, sheet in enumerate(sheets):
        _write_action(document, sheet, new_page=number > 0)
    document.heading("Det aftaler vi", 1)
    document.writing_lines(count=AGREED_LINES)
    return document.to_bytes()


def _name_missing(selection: Selection) -> str:
    return join_quoted([*selection.unknown, *(record.title for record in selection.beyond)])


def _write_action(document: WordSheet, sheet: ActionSheet, *, new_page: bool) -> None:
    record = sheet.record
    document.heading(record.title, 1, new_page=new_page)
    document.paragraph(sheet.place)
    document.paragraph(Strong(record.headline))
    document.paragraph(record.summary)
    document.paragraph(Strong("Temaer: "), sheet.themes)
    if sheet.levels:
        document.paragraph(Strong("Klassetrin: "), sheet.levels)
    _write_source(document, sheet)
    if sheet.notes:
        document.heading("Vær opmærksom på", 2)
        document.bullets(sheet.notes)
    for label, blocks, gap in sheet.tried:
        document.heading(label, 2)
        _write_blocks(document, blocks, gap)
    _write_told(document, sheet)
    _write_questions(document, sheet)


def _write_blocks(document: WordSheet, blocks: Sequence[Block], gap: str) -> None:
    for block in blocks:
        if block.type == "item":
            document.bullets([block.text])
        else:
            document.paragraph(block.text)
    if gap:
        document.paragraph(gap)


def _write_told(document: WordSheet, sheet: ActionSheet) -> None:
    if sheet.voices:
        document.heading("Erfaringer", 2)
    for label, told in sheet.voices:
        document.heading(label, 3)
        document.bullets((Strong(f"{kind}: "), text) for kind, text in told)
    for label, texts, gap in (
        ("Det var svært", sheet.difficulties, sheet.no_difficulties),
        ("Fremover", sheet.outlook, NOT_DESCRIBED),
        ("Læringer", sheet.learnings, NOT_DESCRIBED),
    ):
        document.heading(label, 2)
        document.bullets(texts)
        if not texts:
            document.paragraph(gap)


def _write_questions(document: WordSheet, sheet: ActionSheet) -> None:
    document.heading("Til drøftelse", 2)
    for question in sheet.questions:
        document.paragraph(str(question))
        document.writing_lines(HERE_LABEL, ANSWER_LINES)


def _write_source(document: WordSheet, sheet: ActionSheet) -> None:
    document.paragraph(Strong("Kilde: "), sheet.source)
    if sheet.source_address:
        publication = Link(sheet.source_address, sheet.source_address)
        document.paragraph(Strong("Publikationen: "), publication)
    document.paragraph(Strong("Hele teksten: "), Link(sheet.address, sheet.address))
