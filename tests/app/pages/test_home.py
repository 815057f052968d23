"""The front page."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

import httpx

from app.pages import STATIC
from app.pages.danish import SOFT_HYPHEN

GetPage = Callable[..., Element]
GetText = Callable[..., str]


def test_it_says_how_much_there_is_and_of_how_many_municipalities(get_text: GetText) -> None:
    assert "24 prøvehandlinger fra 14 kommuner" in get_text("/")


def test_it_has_one_search_field_that_leads_to_the_results(get_page: GetPage) -> None:
    forms = get_page("/").findall(".//form")

    assert [(form.get("action"), form.get("method")) for form in forms] == [("/soeg", "get")]
    assert [field.get("name") for field in forms[0].iter("input")] == ["q"]


def test_every_theme_municipality_and_stakeholder_is_a_way_in(get_page: GetPage) -> None:
    addresses = [link.get("href", "") for link in get_page("/").findall(".//main//a")]

    assert sum(address.startswith("/temaer/") for address in addresses) == 17
    assert sum(address.startswith("/kommuner/") for address in addresses) == 14
    assert sum(address.startswith("/erfaringer?stakeholder=") for address in addresses) == 9
    assert "/laeringer" in addresses
    assert "/overblik" in addresses


def test_a_way_in_says_how_many_it_leads_to_with_the_right_word(get_text: GetText) -> None:
    text = get_text("/").replace(SOFT_HYPHEN, "")

    assert "Brøndby (1 prøvehandling)" in text
    assert "Vordingborg (4 prøvehandlinger)" in text
    assert "Politikere (3 erfaringer)" in text


def test_every_example_finds_something(get_page: GetPage, client: httpx.Client) -> None:
    examples = [
        link.get("href", "")
        for link in get_page("/").findall(".//main//a")
        if link.get("href", "").startswith("/soeg?q=")
    ]

    assert examples
    for example in examples:
        assert "Ingen prøvehandlinger fundet" not in client.get(example).text, example


def test_the_map_has_a_square_for_every_municipality_and_the_links_stand_on_their_own(
    get_page: GetPage,
) -> None:
    squares = {
        name: (round(float(row) / 10), round(float(column) / 10))
        for name, column, row in re.findall(
            r'id="([a-z-]+)" d="M([0-9.]+) ([0-9.]+)h', (STATIC / "denmark.svg").read_text("utf-8")
        )
    }
    places = {
        name: (int(row) - 1, int(column) - 1)
        for name, row, column in re.findall(
            r"\.at-([a-z-]+) \{ grid-area: (\d+)/(\d+)", (STATIC / "map.css").read_text("utf-8")
        )
    }

    assert len(squares) == len(set(squares.values())) == 98
    items = get_page("/").findall(".//ol[@class='plain ways map']/li")
    assert {item.get("class", "").removeprefix("at-") for item in items} == places.keys()
    assert places.items() <= squares.items()
