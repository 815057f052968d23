"""Trial actions side by side."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

import httpx
import pytest

from app.addresses import list_address
from app.pages import STATIC

GetPage = Callable[..., Element]
GetText = Callable[..., str]
SOROE, LEMVIG, ODENSE, KOLDING, ODDER = (
    "soroe-foraeldrepartnerskaber",
    "lemvig-styrket-samarbejde",
    "odense-samarbejdspraksis-ppr",
    "kolding-laeringsoptimisme",
    "odder-bedre-muligheder-for-alle",
)
TWO = list_address("/sammenlign", [SOROE, LEMVIG])


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def find_section(page: Element, id_: str) -> Element:
    section = page.find(f".//section[@id='{id_}']")
    assert section is not None
    return section


def list_columns(element: Element) -> list[list[str]]:
    """Return the text of every cell, row by row."""
    rows = [e for e in element.iter("div") if e.get("class") == "compare"]
    return [[text_of(cell) for cell in row] for row in rows]


def list_boxes(page: Element) -> dict[str, bool]:
    """Return what can be chosen, and whether it is."""
    boxes = [e for e in page.iter("input") if e.get("type") == "checkbox"]
    return {box.get("value", ""): box.get("checked") is not None for box in boxes}


@pytest.mark.parametrize(
    "ids", [[SOROE, LEMVIG], [LEMVIG, SOROE, ODENSE], [ODDER, KOLDING, ODENSE, SOROE]]
)
def test_every_section_has_a_column_for_each_in_the_order_of_the_link(
    get_page: GetPage, client: httpx.Client, ids: list[str]
) -> None:
    page = get_page(list_address("/sammenlign", ids))
    records = [client.get(f"/api/v1/trial-actions/{id_}").json() for id_ in ids]

    for section in ("problem", "goals", "actions", "outlook", "learnings"):
        (row,) = list_columns(find_section(page, section))
        assert len(row) == len(records)
        for cell, record in zip(row, records, strict=True):
            assert cell.startswith(f"{record['municipality']['name']}: {record['title']}")
            assert all(block["text"] in cell for block in record[section])


def test_every_experience_stands_under_its_stakeholder_in_its_column(
    get_page: GetPage, client: httpx.Client
) -> None:
    rows = list_columns(find_section(get_page(TWO), "experiences"))
    records = [client.get(f"/api/v1/trial-actions/{id_}").json() for id_ in (SOROE, LEMVIG)]

    for place, record in enumerate(records):
        column = " ".join(row[place] for row in rows)
        assert all(block["text"] in column for block in record["experiences"])


def test_one_stakeholder_can_be_read_alone_at_an_address_of_its_own(get_page: GetPage) -> None:
    (address,) = [
        link.get("href", "") for link in get_page(TWO).iter("a") if text_of(link) == "Elever"
    ]
    alone = get_page(address)
    section = find_section(alone, "experiences")

    assert address == f"{TWO}&stakeholder=elever#experiences"
    assert [text_of(heading) for heading in section.iter("h3")] == ["Elever"]
    assert len(list_columns(section)) == 1
    assert [text_of(e) for e in section.iter("a") if e.get("aria-current")] == ["Elever"]
    assert "Oplevet" in list_columns(section)[0][0]
    assert "Forventet" in list_columns(section)[0][1]


def test_a_stakeholder_of_whom_nothing_is_told_is_said_to_be(get_page: GetPage) -> None:
    section = find_section(get_page(f"{TWO}&stakeholder=politikere"), "experiences")

    assert all(cell.endswith("Ikke beskrevet i kilden.") for cell in list_columns(section)[0])


def test_an_experience_of_nobody_named_is_there_too(get_page: GetPage) -> None:
    page = get_page(list_address("/sammenlign", ["frederikshavn-vaerktoej-videndeling", SOROE]))

    headings = [text_of(one) for one in find_section(page, "experiences").iter("h3")]
    assert headings[-1] == "Uden navngiven part"


def test_an_empty_section_says_so_in_its_column(get_page: GetPage) -> None:
    page = get_page(list_address("/sammenlign", [SOROE, "vordingborg-ppv-inkluderende-praksis"]))

    (row,) = list_columns(find_section(page, "learnings"))
    assert row[1].endswith("Ikke beskrevet i kilden.")


def test_of_far_too_many_all_are_counted_and_those_without_a_box_are_named(
    get_text: GetText, client: httpx.Client
) -> None:
    items = client.get("/api/v1/trial-actions", params={"page_size": 22}).json()["items"]

    text = get_text(list_address("/sammenlign", [item["id"] for item in items]), 422)

    assert "22 prøvehandlinger er for mange" in text
    assert "Her er plads til 20 prøvehandlinger. Disse er ikke med: " in text
    assert items[20]["title"] in text.partition("Disse er ikke med: ")[2]
    assert items[21]["title"] in text.partition("Disse er ikke med: ")[2]


def test_it_says_which_themes_are_common(get_text: GetText) -> None:
    path = list_address("/sammenlign", ["lemvig-internt-stoettesystem", LEMVIG])

    assert "Fælles tema: Vejledere og ressourcepersoner." in get_text(path)


def test_its_address_is_printed_and_it_lies_on_paper_side_by_side(
    get_text: GetText, client: httpx.Client
) -> None:
    style, printed = ((STATIC / name).read_text("utf-8") for name in ("style.css", "print.css"))

    assert f"Sammenligningen findes på {str(client.base_url).rstrip('/')}{TWO}" in get_text(TWO)
    assert "size: A4 landscape" in printed
    assert "@media print, (min-width: 768px) {\n  .compare" in style


def test_the_cautions_of_each_stand_in_its_column_before_all_sections(get_page: GetPage) -> None:
    page = get_page(list_address("/sammenlign", [SOROE, KOLDING]))
    (noted, bare) = list_columns(find_section(page, "bemaerk"))[0]

    assert [section.get("id") for section in page.iter("section")][:2] == ["bemaerk", "problem"]
    assert "Kilden nævner ikke, hvilken skole der har afprøvet modellen." in noted
    assert bare.endswith("Ingen bemærkninger.")
    # It stands in the place of the goals.
    assert "Målet står i kilden i samme afsnit som udfordringen." not in noted
    assert "Målet står i kilden i" in list_columns(find_section(page, "goals"))[0][0]


def test_where_there_is_nothing_to_caution_of_no_row_says_so(get_page: GetPage) -> None:
    page = get_page(list_address("/sammenlign", [KOLDING, "egedal-vaerkstedsundervisning"]))

    assert page.find(".//section[@id='bemaerk']") is None


def test_the_sheet_is_led_to_before_the_columns_and_after_them(get_page: GetPage) -> None:
    main = get_page(TWO).find(".//main")
    assert main is not None

    sheet = list_address("/moedeark.docx", [SOROE, LEMVIG])
    parts = [one.get("href") or one.get("class") for one in main.iter()]
    shown = [one for one in parts if one in (sheet, "compare")]
    assert shown[0] == shown[-1] == sheet
    assert shown.count(sheet) == 2


def test_one_is_taken_out_and_the_rest_of_the_shortlist_stays(get_page: GetPage) -> None:
    page = get_page(f"{TWO}&samling={ODENSE}&samling={SOROE}&samling={LEMVIG}")

    (address,) = [
        link.get("href", "") for link in page.iter("a") if text_of(link).startswith("Fjern Foræld")
    ]
    assert address == (f"/sammenlign?id={LEMVIG}&samling={ODENSE}&samling={SOROE}&samling={LEMVIG}")
    assert list(list_boxes(get_page(address)))[:3] == [LEMVIG, ODENSE, SOROE]


def test_of_one_the_reader_chooses_more_among_those_like_it(
    get_page: GetPage, get_text: GetText
) -> None:
    path = list_address("/sammenlign", [LEMVIG])

    assert "Der skal mindst to prøvehandlinger til." in get_text(path)
    boxes = list_boxes(get_page(path))
    assert len(boxes) == 4
    assert [id_ for id_, checked in boxes.items() if checked] == [LEMVIG]


def test_of_too_many_the_reader_chooses_which(get_page: GetPage, get_text: GetText) -> None:
    ids = [SOROE, LEMVIG, ODENSE, KOLDING, ODDER]
    path = list_address("/sammenlign", ids)

    text = get_text(path, 422)
    assert "5 prøvehandlinger er for mange til at stå side om side. Vælg to til fire." in text
    boxes = list_boxes(get_page(path, 422))
    assert list(boxes)[:5] == ids
    assert [id_ for id_, checked in boxes.items() if checked] == ids[:4]


def test_what_is_unknown_is_named_and_the_others_are_compared(get_text: GetText) -> None:
    text = get_text(f"{TWO}&id=findes-ikke")

    assert "ingen prøvehandling, der hedder ”findes-ikke”" in text
    assert "2 prøvehandlinger side om side." in text


def test_only_unknown_ones_are_a_404_that_leads_on(get_text: GetText) -> None:
    text = get_text("/sammenlign?id=findes-ikke", 404)

    assert "”findes-ikke”" in text
    assert "Søg og læg i samling" in text


def test_of_none_the_shortlist_is_offered(get_page: GetPage, get_text: GetText) -> None:
    assert "Vælg to til fire prøvehandlinger" in get_text("/sammenlign")
    boxes = list_boxes(get_page(f"/sammenlign?samling={SOROE}&samling={LEMVIG}"))
    assert boxes == {SOROE: False, LEMVIG: False}


@pytest.mark.parametrize("query", ["stakeholder=hest", "stakeholder="])
def test_an_unknown_stakeholder_is_refused(client: httpx.Client, query: str) -> None:
    assert client.get(f"{TWO}&{query}").status_code == 422
