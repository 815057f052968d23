"""The meeting sheet as page, Word document and spreadsheet."""

import csv
from collections.abc import Callable
from io import BytesIO, StringIO
from xml.etree.ElementTree import Element

import docx
import httpx
import pytest
from docx.document import Document

from app.addresses import list_address
from app.attachments import WORD
from app.pages.meeting.sheet import NOT_ALONE, lay_out
from app.pages.meeting.spreadsheet import COLUMNS, write_rows
from app.pages.meeting.word import write_document
from app.pages.selection import Selection
from app.settings import Settings
from catalogue.importing import read_records
from catalogue.vocabulary import load_vocabulary

GetPage = Callable[..., Element]
GetText = Callable[..., str]
ODENSE, LEMVIG = "odense-samarbejdspraksis-ppr", "lemvig-styrket-samarbejde"
TWO = [ODENSE, LEMVIG]
# In paragraphs, in a list of long items, in one of short items, in both.
TOLD_IN_MANY_WAYS = [
    "soroe-foraeldrepartnerskaber",
    "esbjerg-armkrog-skoler-ppr",
    ODENSE,
    "frederiksberg-skolefravaer",
    "aabenraa-skolevaegring",
]
SETTINGS = Settings()
VOCABULARY = load_vocabulary(SETTINGS.vocabulary)
RECORDS, _ = read_records(SETTINGS.records, VOCABULARY)
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_csv(content: bytes) -> list[dict[str, str]]:
    text = content.removeprefix(BYTE_ORDER_MARK).decode("utf-8")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))


@pytest.fixture(scope="module")
def answer(client: httpx.Client) -> httpx.Response:
    return client.get(list_address("/moedeark.docx", TWO))


@pytest.fixture(scope="module")
def document(answer: httpx.Response) -> Document:
    return docx.Document(BytesIO(answer.content))


def list_texts(document: Document, style: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style is not None and p.style.name == style]


def test_the_word_document_says_what_it_is(answer: httpx.Response, document: Document) -> None:
    assert answer.headers["Content-Type"] == WORD
    assert answer.headers["Content-Disposition"] == 'attachment; filename="moedeark.docx"'
    assert document.core_properties.title == "Mødeark: 2 prøvehandlinger"
    assert document.core_properties.language == "da-DK"


def test_each_trial_action_has_its_part_in_the_order_of_the_link(document: Document) -> None:
    assert list_texts(document, "Heading 1") == [
        "Ny samarbejdspraksis mellem PPR og skole",
        "Styrket samarbejde",
        "Det aftaler vi",
    ]
    parts = list_texts(document, "Heading 2")
    for part in ("Udfordringen", "Målet", "Det gjorde de", "Erfaringer", "Det var svært"):
        assert parts.count(part) == 2
    assert "Medarbejdere" in list_texts(document, "Heading 3")


def test_the_document_holds_what_a_meeting_needs(document: Document) -> None:
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for record in (one for one in RECORDS if one.id in TWO):
        sheet = lay_out(record, VOCABULARY, "")
        for wanted in (record.headline, record.summary, sheet.place, sheet.themes, sheet.source):
            assert wanted in text
        assert all(note in text for note in record.notes)
        assert all(block.text in text for block in record.learnings)
        assert all(told in text for told in sheet.difficulties)
        assert all(str(question) in text for question in sheet.questions)


def test_each_question_has_lines_to_write_on_beside_it(document: Document) -> None:
    styles = [(p.style.name if p.style else "", p.text) for p in document.paragraphs]
    asked = [place for place, (_, text) in enumerate(styles) if text.endswith("hos os?")]

    assert len(asked) > 5
    for place in asked:
        assert styles[place + 1] == ("Skrivelinje", "Hos os: ")
        assert styles[place + 2] == ("Skrivelinje", "")
        assert document.paragraphs[place].paragraph_format.keep_with_next


def test_sources_have_whole_addresses(document: Document, client: httpx.Client) -> None:
    addresses = [link.address for p in document.paragraphs for link in p.hyperlinks]

    base = str(client.base_url).rstrip("/")
    assert addresses == [
        base + list_address("/samling", TWO),
        f"{base}/proevehandlinger/{ODENSE}",
        f"{base}/proevehandlinger/{LEMVIG}",
    ]


def test_experiences_that_were_all_difficult_are_not_said_to_be_missing(
    client: httpx.Client, get_text: GetText
) -> None:
    ids = ["vordingborg-mere-for-flere"]
    content = client.get(list_address("/moedeark.docx", ids)).content

    headings = list_texts(docx.Document(BytesIO(content)), "Heading 2")
    assert "Erfaringer" not in headings
    assert "Erfaringer" not in get_text(list_address("/moedeark", ids))
    assert "Det var svært" in headings


def test_where_nothing_is_told_of_as_difficult_alone_no_more_than_that_is_said(
    get_text: GetText, document: Document, client: httpx.Client
) -> None:
    told = f"Det var svært {NOT_ALONE} Fremover"

    assert told in get_text(list_address("/moedeark", [LEMVIG]))
    assert told in " ".join(paragraph.text for paragraph in document.paragraphs)
    (row,) = read_csv(client.get(list_address("/moedeark.csv", [LEMVIG])).content)
    assert row["Det var svært"] == NOT_ALONE


def test_what_was_tried_stands_whole_in_page_document_and_spreadsheet(
    get_text: GetText, client: httpx.Client
) -> None:
    page = get_text(list_address("/moedeark", TOLD_IN_MANY_WAYS))
    content = client.get(list_address("/moedeark.docx", TOLD_IN_MANY_WAYS)).content
    document = [paragraph.text for paragraph in docx.Document(BytesIO(content)).paragraphs]
    rows = read_csv(client.get(list_address("/moedeark.csv", TOLD_IN_MANY_WAYS)).content)
    cells = " ".join(row["Udfordring, mål og handlinger"] for row in rows)

    for record in (one for one in RECORDS if one.id in TOLD_IN_MANY_WAYS):
        for block in (*record.problem, *record.goals, *record.actions):
            assert block.text in page
            assert block.text in document
            assert block.text in cells


def test_what_they_want_next_stands_on_page_document_and_spreadsheet(
    get_text: GetText, document: Document, client: httpx.Client
) -> None:
    line = "Ledelsen planlægger skoleåret med en hel fælles forberedelsesdag."
    rows = read_csv(client.get(list_address("/moedeark.csv", TWO)).content)

    assert f"Fremover {line}" in get_text(list_address("/moedeark", TWO))
    assert any(text.startswith(line) for text in list_texts(document, "List Bullet"))
    assert rows[1]["Fremover"].startswith(line)


def test_of_one_trial_action_the_document_bears_its_name(client: httpx.Client) -> None:
    content = client.get(list_address("/moedeark.docx", [LEMVIG])).content

    title = docx.Document(BytesIO(content)).core_properties.title
    assert title == "Mødeark: Styrket samarbejde"


def test_the_document_names_what_is_not_in_it(client: httpx.Client) -> None:
    content = client.get(f"/moedeark.docx?id={LEMVIG}&id=findes-ikke").content

    texts = [p.text for p in docx.Document(BytesIO(content)).paragraphs]
    assert "Ikke med på arket: ”findes-ikke”" in texts


@pytest.mark.parametrize("path", ["/moedeark", "/moedeark.docx", "/moedeark.csv"])
@pytest.mark.parametrize("query", ["", "?id=findes-ikke"])
def test_of_nothing_there_is_no_sheet_but_a_page_that_leads_on(
    get_page: GetPage, get_text: GetText, path: str, query: str
) -> None:
    text = get_text(path + query, 404)

    title = get_page(path + query, 404).findtext(".//title")
    assert title == "Mødearket er tomt – Prøvehandlinger"
    assert "Mødearket er tomt" in text
    assert "Se alle prøvehandlinger" in text
    assert ("”findes-ikke”" in text) == bool(query)


def test_the_page_has_the_same_as_the_document(get_text: GetText, document: Document) -> None:
    text = get_text(list_address("/moedeark", TWO))

    for style in ("Heading 1", "Heading 2", "List Bullet"):
        assert all(one in text for one in list_texts(document, style))
    for question in (one.text for one in document.paragraphs if one.text.endswith("hos os?")):
        assert question in text


def test_the_page_has_lines_to_write_on_and_leads_to_both_files(get_page: GetPage) -> None:
    page = get_page(list_address("/moedeark", TWO))

    lines = [e for e in page.iter("p") if e.get("class") == "writing"]
    assert sum(line.text == "Hos os:" for line in lines) > 5
    links = [link.get("href") for link in page.iter("a")]
    assert list_address("/moedeark.docx", TWO) in links
    assert list_address("/moedeark.csv", TWO) in links


def test_a_question_stays_with_its_lines_on_paper(get_page: GetPage) -> None:
    page = get_page(list_address("/moedeark", TWO))

    kept = [e for e in page.iter("div") if e.get("class") == "answers"]
    assert len(kept) > 5
    for one in kept:
        assert [p.get("class") for p in one] == [None, "writing", "writing"]


def test_the_spreadsheet_has_a_row_for_each_in_order_and_a_column_to_write_in(
    client: httpx.Client,
) -> None:
    answer = client.get(list_address("/moedeark.csv", TWO))
    rows = read_csv(answer.content)

    assert answer.headers["Content-Disposition"] == 'attachment; filename="moedeark.csv"'
    assert answer.content.startswith(BYTE_ORDER_MARK + "Prøvehandling;Overskrift;".encode())
    assert answer.content.count(b"\r\n") == 3
    assert [row["Side"].rpartition("/")[2] for row in rows] == TWO
    assert [row["Hos os"] for row in rows] == ["", ""]
    assert "Pædagogisk Analyse opleves svær at anvende" in rows[0]["Det var svært"]
    assert "Medarbejdere (forventet): " in rows[1]["Erfaringer"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_the_spreadsheet_is_computed(start: str) -> None:
    spoilt = RECORDS[0].model_copy(update={"title": f'{start}HYPERLINK("x";"y")'})

    (row,) = read_csv(write_rows([lay_out(spoilt, VOCABULARY, "")]))

    assert list(row) == list(COLUMNS)
    assert row["Prøvehandling"] == f'\'{start}HYPERLINK("x";"y")'


HOSTILE = "\x00\x1f</w:t><script>=1+1 ]]> & \ufffe"


def test_hostile_text_in_a_record_leaves_a_document_that_can_be_read() -> None:
    spoilt = RECORDS[0].model_copy(
        update={"title": HOSTILE, "summary": HOSTILE, "notes": (HOSTILE,)}
    )
    sheet = lay_out(spoilt, VOCABULARY, "http://x/\x00")

    content = write_document([sheet], Selection((), (HOSTILE,), (spoilt,)), "http://x/?\x01<")

    texts = [p.text for p in docx.Document(BytesIO(content)).paragraphs]
    assert "</w:t><script>=1+1 ]]> & " in texts
