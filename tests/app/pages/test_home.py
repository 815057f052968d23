"""The front page."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

import httpx

GetPage = Callable[..., Element]
GetText = Callable[..., str]


def test_it_says_how_much_there_is_and_of_how_many_municipalities(get_text: GetText) -> None:
    assert "24 prøvehandlinger fra 14 af partnerskabets 21 kommuner" in get_text("/")


def test_it_has_one_search_field_that_leads_to_the_results(get_page: GetPage) -> None:
    forms = get_page("/").findall(".//form")

    assert [(form.get("action"), form.get("method")) for form in forms] == [("/soeg", "get")]
    assert [field.get("name") for field in forms[0].iter("input")] == ["q"]


def test_every_theme_municipality_and_stakeholder_is_a_way_in(get_page: GetPage) -> None:
    addresses = [link.get("href", "") for link in get_page("/").findall(".//main//a")]

    assert sum(address.startswith("/temaer/") for address in addresses) == 17
    assert sum(address.startswith("/kommuner/") for address in addresses) == 14
    assert sum(address.startswith("/soeg?stakeholder=") for address in addresses) == 9


def test_a_way_in_says_how_many_it_leads_to_with_the_right_word(get_text: GetText) -> None:
    text = get_text("/")

    assert "Brøndby (1 prøvehandling)" in text
    assert "Vordingborg (4 prøvehandlinger)" in text


def test_every_example_finds_something(get_page: GetPage, client: httpx.Client) -> None:
    examples = [
        link.get("href", "")
        for link in get_page("/").findall(".//main//a")
        if link.get("href", "").startswith("/soeg?q=")
    ]

    assert examples
    for example in examples:
        assert "Ingen prøvehandlinger fundet" not in client.get(example).text, example
