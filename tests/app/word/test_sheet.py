"""Word documents, read again as a program reads them."""

from io import BytesIO
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from app.word import Link, Strong, WordSheet
from app.word.parts import clean
from app.word.sheet import LONGEST_FOOT, LONGEST_PROPERTY
from app.word.styles import LANGUAGE, LINE_HEIGHT

HOSTILE = [
    "\x00\x01\x08\x0b\x0c\x1f",
    "<w:p/></w:t></w:document>",
    "]]> & \"x\" 'y' &#0;",
    "=HYPERLINK(1)",
    '{ DDEAUTO c:\\\\x "y" }',
    "\ud800 \ufffe \uffff",
    "\u202eomvendt",
    "a\r\nb\rc\nd\te",
    "x" * 100_000,
]


def reopen(sheet: WordSheet) -> Document:
    return docx.Document(BytesIO(sheet.to_bytes()))


def parse_all(content: bytes) -> list[str]:
    """Return the names of the XML files inside, each read by a strict parser."""
    with ZipFile(BytesIO(content)) as package:
        assert package.testzip() is None
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        for name in names:
            fromstring(package.read(name))  # noqa: S314 - our own document
    return names


def list_texts(document: Document, style: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style is not None and p.style.name == style]


def test_a_sheet_is_danish_and_names_its_title_and_no_person() -> None:
    document = reopen(WordSheet("Mødeark", subject="Tre prøvehandlinger"))

    properties = document.core_properties
    assert (properties.title, properties.subject) == ("Mødeark", "Tre prøvehandlinger")
    assert (properties.language, properties.comments) == (LANGUAGE, "")
    assert properties.author == properties.last_modified_by == "Prøvehandlinger"
    languages = {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"da-DK"}
    assert list_texts(document, "Title") == ["Mødeark"]


def test_headings_and_lists_are_real_ones() -> None:
    sheet = WordSheet("x")
    sheet.heading("Første")
    sheet.heading("Anden", 2, new_page=True)
    sheet.bullets(["et", Strong("to"), ("Oplevet: ", Strong("tre"))])

    document = reopen(sheet)

    assert list_texts(document, "Heading 1") == ["Første"]
    assert list_texts(document, "Heading 2") == ["Anden"]
    assert list_texts(document, "List Bullet") == ["et", "to", "Oplevet: tre"]
    breaks = [p.paragraph_format.page_break_before for p in document.paragraphs[1:3]]
    assert breaks == [None, True]


def test_a_link_leads_to_its_whole_address() -> None:
    sheet = WordSheet("x")
    sheet.paragraph("Se ", Link("siden", "https://example.org/a?b=1&c=<2>"), ".")

    paragraph = reopen(sheet).paragraphs[-1]

    (link,) = paragraph.hyperlinks
    assert (link.text, link.address) == ("siden", "https://example.org/a?b=1&c=<2>")
    assert paragraph.text == "Se siden."


def test_lines_to_write_on_are_ruled_and_only_the_first_has_the_label() -> None:
    sheet = WordSheet("x")
    sheet.writing_lines("Hos os:", 3)

    document = reopen(sheet)

    assert list_texts(document, "Skrivelinje") == ["Hos os: ", "", ""]
    rules = document.styles["Skrivelinje"].element.find(f".//{qn('w:pBdr')}")
    assert [one.tag for one in rules] == [qn("w:bottom"), qn("w:between")]


def test_the_columns_of_a_table_share_the_page_as_they_are_told() -> None:
    sheet = WordSheet("x")
    sheet.table(["Tid", "Aktivitet"], [["Uge 1", "Møde"]], shares=[1, 3])
    sheet.table(["Part", "Rolle"], [["Elever", "Med"]])

    first, second = reopen(sheet).tables
    narrow, wide = (column.width or 0 for column in first.columns)
    assert wide == pytest.approx(3 * narrow, rel=0.01)
    assert second.columns[0].width == second.columns[1].width


@pytest.mark.parametrize(("columns", "style"), [(4, "Normal"), (5, "Lille tekst")])
def test_a_table_of_many_columns_is_in_a_smaller_size(columns: int, style: str) -> None:
    sheet = WordSheet("x")
    sheet.table(["Part"] * columns, [["Elever"] * columns])

    paragraph = reopen(sheet).tables[0].cell(1, 0).paragraphs[0]
    assert paragraph.style is not None
    assert paragraph.style.name == style


def test_a_table_repeats_its_head_and_leaves_room_in_empty_cells() -> None:
    sheet = WordSheet("x")
    sheet.table(["Part", "Rolle"], [["Elever", "Med"], ["Forældre", ""]])

    (table,) = reopen(sheet).tables

    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells == [["Part", "Rolle"], ["Elever", "Med"], ["Forældre", ""]]
    heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
    assert heads == [True, False, False]
    assert [row.height for row in table.rows] == [None, None, LINE_HEIGHT * 2]


def test_a_row_that_does_not_fit_its_head_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        WordSheet("x").table(["Part", "Rolle"], [["Elever"]])


def test_pages_are_numbered_under_a_title_that_fits() -> None:
    document = reopen(WordSheet("ord " * 1_000))

    footer = document.sections[0].footer.paragraphs[0]
    assert len(footer.text.partition("\t")[0]) <= LONGEST_FOOT
    fields = [one.get(qn("w:instr")) for one in footer._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert len(document.core_properties.title) == LONGEST_PROPERTY


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:20])
def test_any_text_anywhere_leaves_a_document_that_can_be_read(text: str) -> None:
    sheet = WordSheet(text, subject=text)
    sheet.heading(text)
    sheet.paragraph(text, Strong(text), Link(text, f"https://example.org/?q={text}"))
    sheet.bullets([text])
    sheet.writing_lines(text, 1)
    sheet.table([text], [[text]])

    assert "word/document.xml" in parse_all(sheet.to_bytes())
    assert reopen(sheet).tables[0].cell(1, 0).text == clean(text)


@given(st.text())
def test_what_can_be_written_is_kept_as_it_was(text: str) -> None:
    sheet = WordSheet("x")
    sheet.paragraph(text)

    assert reopen(sheet).paragraphs[-1].text == clean(text)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")))
def test_ordinary_text_is_not_touched(text: str) -> None:
    assert clean(text) == text
