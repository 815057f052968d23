"""Pages for what cannot be shown."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from app.main import create_app
from app.settings import Settings

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


def test_what_was_refused_is_named_in_a_whole_sentence(get_text: GetText) -> None:
    assert "Det drejer sig om ”theme=hest”." in get_text("/soeg?theme=hest", 422)


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
