"""Pages for what cannot be shown."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode
from xml.etree.ElementTree import Element

import httpx
import pytest
from fastapi import FastAPI

from app.main import create_app
from app.settings import Settings

GetPage = Callable[..., Element]
GetText = Callable[..., str]


async def ask(app: FastAPI, path: str) -> httpx.Response:
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://test") as client,
    ):
        return await client.get(path)


@pytest.mark.parametrize(
    "path", ["/findes-ikke", "/soeg/2", "/static/findes-ikke.css", "/proevehandlinger/a/b"]
)
def test_an_unknown_address_is_a_danish_page_with_a_search_field(
    get_text: GetText, path: str
) -> None:
    text = get_text(path, 404)

    assert "Siden findes ikke" in text
    assert "Søg i prøvehandlinger" in text


UNREADABLE = "har tegn, der ikke kan læses"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("q=a&q=b", "søgeordene (må kun stå én gang i adressen)"),
        ("q=%FF", f"søgeordene ({UNREADABLE})"),
        ("q=a%01", "søgeordene (har usynlige tegn)"),
        (f"q={'a' * 501}", "søgeordene (må højst være på 500 tegn)"),
        ("theme=hest", "”theme=hest” (findes ikke i kataloget)"),
        ("theme=%FF", f"”theme=\ufffd” ({UNREADABLE})"),
        (
            "municipality=koldin",
            "”municipality=koldin” (findes ikke i kataloget; mente du ”Kolding”?)",
        ),
        ("page=0", "”page=0” (skal være mindst 1)"),
        ("page=9999999", "”page=9999999” (må højst være 1.000.000)"),
        ("page=to", "”page=to” (skal være et helt tal)"),
        ("exact=ja", "”exact=ja” (kan ikke bruges; mulighederne er ”true” og ”false”)"),
        ("&".join(["id=x"] * 300), "antallet af led efter spørgsmålstegnet (må højst være 200)"),
    ],
)
def test_what_was_refused_is_named_with_the_reason_in_a_whole_sentence(
    get_text: GetText, query: str, told: str
) -> None:
    assert f"søg igen. Det drejer sig om {told}." in get_text(f"/soeg?{query}", 422)


def test_all_that_was_refused_is_listed_as_a_sentence_lists_it(get_text: GetText) -> None:
    text = get_text("/soeg?q=a&q=b&theme=hest&page=0", 422)

    assert "adressen), ”theme=hest” (findes ikke i kataloget) og ”page=0” (skal være" in text


@pytest.mark.parametrize(
    ("path", "label"), [("/soeg", "Søg i prøvehandlinger"), ("/erfaringer", "Søg i erfaringer")]
)
def test_what_could_be_read_goes_along_with_the_next_search(
    client: httpx.Client, get_page: GetPage, path: str, label: str
) -> None:
    good = [("q", "fravær"), ("theme", "skolefravaer"), ("theme", "co-teaching")]
    asked = [*good, ("municipality", "koldin"), ("page", "2"), ("utm_source", "x")]
    page = get_page(f"{path}?{urlencode(asked)}&samling=odder", 422)

    form = page.find(".//form[@id='soegning']")
    controls = [one for one in page.iter("input") if one.get("form", "soegning") == "soegning"]
    sent = [(one.get("name", ""), one.get("value", "")) for one in controls]
    assert form is not None
    assert form.get("action") == path
    assert label in "".join(form.itertext())
    assert sorted(sent) == sorted([*good, ("samling", "odder")])
    assert "Dine andre valg følger med søgningen." in "".join(page.itertext())
    assert client.get(f"{path}?{urlencode(sent)}").status_code == 200


@pytest.mark.parametrize("query", ["theme=skolefravaer%00&theme=hest", "exact=true&exact=true"])
def test_of_what_cannot_be_read_whole_nothing_goes_along(client: httpx.Client, query: str) -> None:
    text = client.get(f"/soeg?q=uro&{query}").text

    assert 'form="soegning"' not in text
    assert "Dine andre valg" not in text


def test_from_a_page_that_answers_no_question_the_field_leads_to_the_search(
    get_page: GetPage,
) -> None:
    page = get_page("/vejledning?audience=ledere&audience=hest", 422)

    form = page.find(".//form[@id='soegning']")
    assert form is not None
    assert form.get("action") == "/soeg"
    assert not [one for one in page.iter("input") if one.get("name") == "audience"]


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ({"q": "fravær\x01 i skolen"}, "fravær i skolen"),
        ({"q": "fravær " * 100}, ("fravær " * 100)[:500]),
        ({"q": "fravær", "theme": "hest"}, "fravær"),
    ],
    ids=["signs that nobody sees", "too long", "something else is refused"],
)
def test_what_was_asked_stands_in_the_search_field_still(
    client: httpx.Client, asked: dict[str, str], kept: str
) -> None:
    answer = client.get("/soeg", params=asked)

    assert answer.status_code == 422
    assert f'value="{kept}"' in answer.text


def test_markup_in_a_refused_value_is_shown_as_text(get_text: GetText) -> None:
    assert "<b>hest</b>" in get_text("/soeg?theme=<b>hest</b>", 422)


@pytest.mark.parametrize("path", ["/", "/soeg", "/temaer", "/kommuner"])
def test_without_an_index_the_pages_say_that_they_are_not_ready(tmp_path: Path, path: str) -> None:
    settings = Settings(database=f"sqlite:///{tmp_path / 'empty.sqlite'}", index=tmp_path / "none")

    answer = asyncio.run(ask(create_app(settings), path))

    assert answer.status_code == 503
    assert "Søgningen er ikke klar endnu" in answer.text
    assert "Retry-After" in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        "/samling?id=odense-samarbejdspraksis-ppr",
        "/sammenlign?id=odense-samarbejdspraksis-ppr",
        "/moedeark?id=odense-samarbejdspraksis-ppr",
        "/moedeark.docx?id=odense-samarbejdspraksis-ppr",
    ],
)
def test_without_an_index_a_shortlist_can_still_be_used(
    settings: Settings, tmp_path: Path, path: str
) -> None:
    without = settings.model_copy(update={"index": tmp_path / "none"})

    assert asyncio.run(ask(create_app(without), path)).status_code == 200


def test_without_an_index_a_trial_action_can_still_be_read(
    settings: Settings, tmp_path: Path
) -> None:
    without = settings.model_copy(update={"index": tmp_path / "none"})

    answer = asyncio.run(ask(create_app(without), "/proevehandlinger/odense-samarbejdspraksis-ppr"))

    assert answer.status_code == 200
    assert "Ny samarbejdspraksis mellem PPR og skole" in answer.text
    assert "Beslægtede" not in answer.text
