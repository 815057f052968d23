"""Guidance beside the trial actions that a search finds."""

from collections.abc import Callable
from urllib.parse import quote, urlsplit
from xml.etree.ElementTree import Element

import httpx
import pytest

GetPage = Callable[..., Element]
GetText = Callable[..., str]
# What guidance does not speak of, or what is not asked of it.
WITHOUT = {
    "another subject": "q=skolefrav%C3%A6r",
    "only a part of it": "q=robotter i undervisningen",
    "nothing": "q=xyzzyq",
    "no question": "",
    "filler words alone": "q=hvad har de gjort",
    "a narrowed answer": "q=trivsel&theme=co-teaching",
    "some trial actions only": "q=trivsel&id=odder-bedre-muligheder-for-alle",
    "a further page": "q=trivsel&page=2",
}


def group_of(page: Element) -> Element | None:
    return page.find(".//section[@id='vejledning']")


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_guidance_stands_in_a_group_of_its_own_with_its_number(get_page: GetPage) -> None:
    page = get_page("/soeg?q=forankring")

    group = group_of(page)
    assert group is not None
    assert text_of(group).startswith("Vejledning: 1 fundet Principper Inkluderende")
    assert "Fundet i: Vi følger op på det, vi gør Vi går fra" in text_of(group)
    assert [text_of(mark) for mark in group.iter("mark")] == ["forankring"]
    # The trial actions are counted without it.
    cards = page.findall(".//section[@aria-labelledby='fundet']/ol//article")
    status = page.find(".//p[@role='status']")
    assert status is not None
    assert text_of(status).startswith(f"{len(cards)} prøvehandlinger")


def test_a_reader_at_the_top_is_told_of_it(get_page: GetPage) -> None:
    links = get_page("/soeg?q=trivsel").findall(".//section[@aria-labelledby='fundet']/p/a")

    assert ("#vejledning", "Vejledning: 3 fundet") in [
        (link.get("href"), text_of(link)) for link in links
    ]


def test_every_place_where_it_was_found_is_on_its_page(
    get_page: GetPage, client: httpx.Client
) -> None:
    group = group_of(get_page("/soeg?q=trivsel"))

    assert group is not None
    for link in group.iter("a"):
        place = urlsplit(link.get("href", ""))
        assert f'id="{place.fragment or "indhold"}"' in client.get(place.path).text


@pytest.mark.parametrize("query", WITHOUT.values(), ids=WITHOUT)
def test_otherwise_there_is_no_group_at_all(get_page: GetPage, query: str) -> None:
    page = get_page(f"/soeg?{quote(query, safe='=&%')}")

    assert group_of(page) is None
    assert "Vejledning:" not in text_of(page)


def test_where_no_trial_action_is_found_guidance_comes_first(get_text: GetText) -> None:
    text = get_text("/soeg?q=interessentanalyse")

    assert text.index("Vejledning: 1 fundet") < text.index("Det kan du prøve")
    assert "Prøvehandlingerne har ikke ordet ”interessentanalyse”." in text


def test_what_is_dated_says_so_where_it_is_found(get_page: GetPage) -> None:
    group = group_of(get_page("/soeg?q=forandringsledelse"))

    assert group is not None
    assert "Bemærk: Forløbet gjaldt skoleåret 2016/17; tilmeldingen er" in text_of(group)


def test_a_slip_is_put_right_as_it_is_for_the_trial_actions(get_page: GetPage) -> None:
    slip, right = (group_of(get_page(f"/soeg?q={q}")) for q in ("trivsl", "trivsel"))

    assert slip is not None
    assert right is not None
    assert text_of(slip) == text_of(right)


def test_it_says_why_it_was_found_and_obeys_exactness(get_page: GetPage) -> None:
    group = group_of(get_page("/soeg?q=projektleder"))

    assert group is not None
    assert "”projektleder” fandt ”tovholder” (synonym)" in text_of(group)
    assert group_of(get_page("/soeg?q=projektledere&exact=true")) is None


def test_the_longest_question_that_is_put_right_is_answered(client: httpx.Client) -> None:
    question = " ".join(["trivsl"] * 71)

    assert len(question) == 496
    assert client.get("/soeg", params={"q": question}).status_code == 200
