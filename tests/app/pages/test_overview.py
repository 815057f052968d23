"""The overview of what has been tried where."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest

from app.settings import Settings
from catalogue.importing import read_records
from catalogue.vocabulary import load_vocabulary

GetPage = Callable[..., Element]
GetText = Callable[..., str]
SETTINGS = Settings()
VOCABULARY = load_vocabulary(SETTINGS.vocabulary)
RECORDS, _ = read_records(SETTINGS.records, VOCABULARY)


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


@pytest.fixture
def tables(get_page: GetPage) -> list[Element]:
    return get_page("/overblik").findall(".//table")


@pytest.mark.parametrize(("number", "columns"), [(0, 14), (1, 9)])
def test_every_theme_meets_every_column_also_where_there_is_nothing(
    tables: list[Element], number: int, columns: int
) -> None:
    rows = tables[number].findall("./tbody/tr")

    assert [len(row.findall("td")) for row in rows] == [columns + 1] * 17


def test_every_place_leads_to_its_search_with_both_filters(tables: list[Element]) -> None:
    addresses = [link.get("href", "") for link in tables[0].findall(".//td[@class='none']/a")]

    assert addresses[0] == "/soeg?municipality=egedal&theme=co-teaching"
    assert all("municipality=" in address and "theme=" in address for address in addresses)


def test_a_place_has_as_many_as_the_records_say(tables: list[Element]) -> None:
    shown = {
        link.get("href", ""): int(text_of(link).rpartition(" ")[2])
        for table in tables
        for link in table.findall(".//a")
    }

    for theme in VOCABULARY.ids("theme"):
        for place in VOCABULARY.ids("municipality"):
            assert shown[f"/soeg?municipality={place}&theme={theme}"] == sum(
                theme in record.themes and record.municipality == place for record in RECORDS
            )


@pytest.mark.parametrize("number", [0, 1])
def test_a_number_is_the_number_of_hits_behind_it(
    tables: list[Element], get_page: GetPage, number: int
) -> None:
    for link in tables[number].findall(".//tr[1]/td/a")[:-1]:
        count = text_of(link).rpartition(" ")[2]
        status = get_page(link.get("href", "")).find(".//p[@role='status']")
        assert status is not None
        assert text_of(status).startswith("Ingen" if count == "0" else f"{count} prøve")


def test_rows_and_columns_have_headers_and_the_table_can_be_scrolled_by_keyboard(
    get_page: GetPage, tables: list[Element]
) -> None:
    for table in tables:
        assert {head.get("scope") for head in table.iter("th")} == {"row", "col"}
        assert table.find("caption") is not None
    regions = get_page("/overblik").findall(".//div[@role='region']")
    assert [region.get("tabindex") for region in regions] == ["0", "0"]


def test_the_gaps_are_said(get_text: GetText) -> None:
    text = get_text("/overblik")

    assert "24 prøvehandlinger fra 14 kommuner" in text
    assert "felter er tomme" in text
