"""A Word document, written from beginning to end."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from textwrap import shorten

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Pt
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from app.word.parts import Part, Strong, clean, fill
from app.word.styles import LANGUAGE, LINE_HEIGHT, SMALL, WRITING_LINE, open_blank

# The catalogue, never a person.
AUTHOR = "Prøvehandlinger"
# What a property of a document may hold, and what the foot of a page has room for.
LONGEST_PROPERTY = 255
LONGEST_FOOT = 80
# Beyond so many columns a long word finds no room in the usual size.
MOST_IN_FULL_SIZE = 4


class WordSheet:
    """A Danish Word document in the making; any text may be put in it."""

    def __init__(self, title: str, *, subject: str = "") -> None:
        self._document = open_blank()
        # python-docx looks through all styles each time it is told a name.
        self._styles = {style.name: style.style_id for style in self._document.styles}
        properties = self._document.core_properties
        properties.title = clean(title)[:LONGEST_PROPERTY]
        properties.subject = clean(subject)[:LONGEST_PROPERTY]
        properties.author = properties.last_modified_by = AUTHOR
        properties.language = LANGUAGE
        properties.comments = properties.keywords = ""
        properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)
        self._last = self._add("Title", title)
        self._number_pages(title)

    def heading(self, text: str, level: int = 1, *, new_page: bool = False) -> None:
        """Add a heading, 1 the largest, 3 the smallest."""
        heading = self._add(f"Heading {level}", text)
        if new_page:
            heading.paragraph_format.page_break_before = True

    def paragraph(self, *parts: Part) -> None:
        """Add a paragraph of text, strong text and links."""
        self._add("Normal", *parts)

    def bullets(self, items: Iterable[Part | Sequence[Part]]) -> None:
        """Add a list; an item is one part or several."""
        for item in items:
            # A text is a sequence too, of letters.
            parts = (item,) if isinstance(item, Part) else item
            self._add("List Bullet", *parts)

    def writing_lines(self, label: str = "", count: int = 3) -> None:
        """Add empty lines to write on, the label at the beginning of the first.

        They stay on the page of what stands before them.
        """
        self._last.paragraph_format.keep_with_next = True
        for number in range(count):
            shown = [Strong(f"{label} ")] if label and not number else []
            line = self._add(WRITING_LINE, *shown)
            line.paragraph_format.keep_with_next = number < count - 1
        self._last.paragraph_format.space_after = Pt(12)

    def table(
        self, head: Sequence[str], rows: Iterable[Sequence[Part]], *, shares: Sequence[int] = ()
    ) -> None:
        """Add a table under its head, which is repeated on each page; empty cells have room.

        The columns share the page alike, or as ``shares`` are to each other.
        """
        table = self._document.add_table(rows=1, cols=len(head), style="Table Grid")
        _share_out(table, shares)
        style = SMALL if len(head) > MOST_IN_FULL_SIZE else "Normal"
        _fill_row(table.rows[0], [Strong(cell) for cell in head], style)
        _mark(table.rows[0], "w:tblHeader")
        for cells in rows:
            row = table.add_row()
            _fill_row(row, cells, style)
            _mark(row, "w:cantSplit")
            if not all(cells):
                row.height = LINE_HEIGHT * 2
        # Two tables without anything between them would be one.
        self._add("Normal")

    def to_bytes(self) -> bytes:
        """Return the document as a file."""
        file = BytesIO()
        self._document.save(file)
        return file.getvalue()

    def _add(self, style: str, *parts: Part) -> Paragraph:
        paragraph = self._document.add_paragraph()
        paragraph._p.style = self._styles[style]
        fill(paragraph, *parts)
        self._last = paragraph
        return paragraph

    def _number_pages(self, title: str) -> None:
        footer = self._document.sections[0].footer.paragraphs[0]
        fill(footer, f"{shorten(title, LONGEST_FOOT, placeholder='…')}\tSide ")
        _add_field(footer, "PAGE")
        fill(footer, " af ")
        _add_field(footer, "NUMPAGES")


def _share_out(table: Table, shares: Sequence[int]) -> None:
    whole = sum(column.width or 0 for column in table.columns)
    for column, share in zip(table.columns, shares, strict=False):
        column.width = Emu(whole * share // sum(shares))
        column.cells[0].width = column.width


def _fill_row(row: _Row, cells: Sequence[Part], style: str) -> None:
    for cell, text in zip(row.cells, cells, strict=True):
        cell.paragraphs[0].style = style
        fill(cell.paragraphs[0], text)


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _add_field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)
