"""The page of a shortlist."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

import httpx
import pytest

from app.addresses import list_address
from app.shortlist import MOST

GetPage = Callable[..., Element]
GetText = Callable[..., str]
ODENSE, SOROE, LEMVIG = (
    "odense-samarbejdspraksis-ppr",
    "soroe-foraeldrepartnerskaber",
    "lemvig-styrket-samarbejde",
)
THREE = [SOROE, ODENSE, LEMVIG]


@pytest.fixture(scope="module")
def all_ids(client: httpx.Client) -> list[str]:
    found = client.get("/api/v1/trial-actions?page_size=100").json()["items"]
    return [item["id"] for item in found]


def links(page: Element, name: str) -> list[str]:
    return [
        link.get("href", "")
        for link in page.iter("a")
        if " ".join("".join(link.itertext()).split()).startswith(name)
    ]


def cards(page: Element) -> list[str]:
    return [card.get("id", "").removeprefix("kort-") for card in page.iter("article")]


def test_the_cards_stand_in_the_order_of_the_link(get_page: GetPage) -> None:
    assert cards(get_page(list_address("/samling", THREE))) == THREE
    assert cards(get_page(list_address("/samling", THREE[::-1]))) == THREE[::-1]


def test_one_that_stands_twice_in_the_link_is_shown_once(get_page: GetPage) -> None:
    assert cards(get_page(list_address("/samling", [SOROE, SOROE]))) == [SOROE]


def test_each_is_taken_out_and_moved_by_a_link(get_page: GetPage) -> None:
    page = get_page(list_address("/samling", THREE))

    assert links(page, "Fjern ")[1] == list_address("/samling", [SOROE, LEMVIG])
    assert [one.partition("#")[0] for one in links(page, "Flyt op")] == [
        list_address("/samling", [ODENSE, SOROE, LEMVIG]),
        list_address("/samling", [SOROE, LEMVIG, ODENSE]),
    ]
    assert links(page, "Flyt ned")[0] == list_address("/samling", [ODENSE, SOROE, LEMVIG]) + (
        f"#kort-{SOROE}"
    )


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("Sammenlign", "/sammenlign"),
        ("Mødeark (Word)", "/moedeark.docx"),
        ("Mødeark (regneark, CSV)", "/moedeark.csv"),
        ("Mødeark til print", "/moedeark"),
        ("Planlæg egen prøvehandling", "/planlaeg"),
        ("Hent som data (JSON)", "/api/v1/trial-actions"),
    ],
)
def test_it_leads_to_all_that_can_be_made_of_it(get_page: GetPage, name: str, path: str) -> None:
    page = get_page(list_address("/samling", THREE))

    assert links(page, name) == [list_address(path, THREE)]


def test_its_link_is_mailed_whole(get_page: GetPage, client: httpx.Client) -> None:
    (mail,) = links(get_page(list_address("/samling", THREE)), "Send linket")

    fields = parse_qs(urlsplit(mail).query)
    assert urlsplit(mail).scheme == "mailto"
    assert fields["subject"] == ["Prøvehandlinger, vi kan lade os inspirere af"]
    address = str(client.base_url).rstrip("/") + list_address("/samling", THREE)
    assert address in fields["body"][0].splitlines()


def test_another_tool_reads_the_same_ids(get_page: GetPage, client: httpx.Client) -> None:
    link = get_page(list_address("/samling", THREE)).find(".//link[@type='application/json']")

    assert link is not None
    found = client.get(link.get("href", "")).json()["items"]
    assert {item["id"] for item in found} == set(THREE)


def test_an_empty_one_says_how_it_is_filled(get_text: GetText) -> None:
    text = get_text("/samling")

    assert "Samlingen er tom." in text
    assert "Vælg ”Læg i samling”" in text
    assert "Se alle prøvehandlinger" in text


def test_one_of_one_offers_no_comparison_but_the_way_to_more(get_page: GetPage) -> None:
    page = get_page(list_address("/samling", [SOROE]))

    assert links(page, "Sammenlign") == []
    assert links(page, "Se dem, der ligner") == [
        f"/proevehandlinger/{SOROE}?samling={SOROE}#beslaegtede"
    ]


def test_what_is_unknown_is_named_and_the_rest_kept_and_counted(
    get_page: GetPage, get_text: GetText
) -> None:
    path = f"/samling?id={SOROE}&id=findes-ikke&id=%3Cb%3E&id={ODENSE}"

    text = get_text(path)
    assert "ingen prøvehandling, der hedder ”findes-ikke” og ”<b>”" in text
    assert "De andre er her stadig." in text
    assert cards(get_page(path)) == [SOROE, ODENSE]
    assert links(get_page(path), "Samling (2)") == [list_address("/samling", [SOROE, ODENSE])]


def test_nothing_but_unknown_ones_is_a_404_that_leads_on(get_text: GetText) -> None:
    text = get_text(f"/samling?id=findes-ikke&id={'x' * 5_000}", 404)

    assert "Samlingen er tom. Ikke fundet" in text
    assert "x" * 100 in text
    assert "x" * 101 not in text


def test_more_than_it_holds_are_named_and_left_out(
    get_page: GetPage, get_text: GetText, all_ids: list[str]
) -> None:
    path = list_address("/samling", all_ids)

    assert len(all_ids) > MOST
    assert cards(get_page(path)) == all_ids[:MOST]
    assert "For mange på én gang Her er plads til 20 prøvehandlinger." in get_text(path)
    for id_ in all_ids[MOST:]:
        assert [one for one in links(get_page(path), "") if f"/proevehandlinger/{id_}?" in one]


@pytest.mark.parametrize("path", ["/samling", "/sammenlign", "/moedeark"])
@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("id=%00", "”id=\ufffd”"),
        ("&".join(["id=x"] * 300), "antallet af led efter spørgsmålstegnet (må højst være 200)"),
    ],
    ids=["control character", "hundreds"],
)
def test_what_cannot_be_read_is_a_422_that_names_it(
    client: httpx.Client, path: str, query: str, told: str
) -> None:
    answer = client.get(f"{path}?{query}")

    assert answer.status_code == 422
    assert "Adressen har noget, vi ikke kan bruge" in answer.text
    assert told in answer.text


def test_no_cookie_is_set_and_nothing_is_kept(client: httpx.Client) -> None:
    answer = client.get(list_address("/samling", THREE))

    assert "Set-Cookie" not in answer.headers
    assert "Samlingen er tom" in client.get("/samling").text
