"""Kept answers give way as soon as what they were made of is seen to be another, or none."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from anyio.to_thread import run_sync
from fastapi.testclient import TestClient
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app import kept_answers
from app.main import create_app
from app.settings import DATA, Settings
from scripts.preparing import prepare
from tests.small import make_small, settings_in

SEARCH = "/api/v1/trial-actions?q=fravaer"
RECORD = "/api/v1/trial-actions/frederiksberg-skolefravaer"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue of one record with its database and index."""
    folder = tmp_path_factory.mktemp("prepared")
    prepare(make_small(folder, ["frederiksberg-skolefravaer"]))
    return folder


@pytest.fixture
def own(prepared: Path, tmp_path: Path) -> Settings:
    """A copy that a test may change."""
    return settings_in(Path(shutil.copytree(prepared, tmp_path / "own")))


def test_a_changed_catalogue_is_answered_from_after_the_next_look(
    own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_answers, "PAUSE", 0.0)
    monkeypatch.setattr("app.current_index.PAUSE", 0.0)
    with TestClient(create_app(own)) as client:
        before = client.get(SEARCH).json()["total"]
        shutil.copy(DATA / "records" / "aabenraa-skolevaegring.yaml", own.records)
        prepare(own)

        assert (before, client.get(SEARCH).json()["total"]) == (1, 2)


class ChangesMeanwhile:
    """Makes the first answer, lets everything change, and gives the answer then."""

    def __init__(self, app: ASGIApp, changes: list[Callable[[], object]]) -> None:
        self.app = app
        self.changes = changes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not self.changes:
            await self.app(scope, receive, send)
            return
        change, sent = self.changes.pop(), []

        async def take(message: Message) -> None:
            sent.append(message)

        await self.app(scope, receive, take)
        await run_sync(change)
        for message in sent:
            await send(message)


def test_an_answer_begun_before_a_change_is_not_kept_after_it(
    own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_answers, "PAUSE", 0.0)
    monkeypatch.setattr("app.current_index.PAUSE", 0.0)
    app = create_app(own)

    def change() -> None:
        shutil.copy(DATA / "records" / "aabenraa-skolevaegring.yaml", own.records)
        prepare(own)
        # Who asks now sees the change, and that all kept answers are old ones.
        client.get(RECORD)

    app.user_middleware.append(Middleware(ChangesMeanwhile, changes=[change]))
    with TestClient(app) as client:
        totals = [client.get(SEARCH).json()["total"] for _ in range(2)]

    assert totals == [1, 2]


def test_changed_guidance_is_answered_from_after_the_next_look(
    own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_answers, "PAUSE", 0.0)
    monkeypatch.setattr("app.current_index.PAUSE", 0.0)
    page = "/soeg?q=slidepakke"
    with TestClient(create_app(own)) as client:
        before = client.get(page).text
        (own.data / "guidance").mkdir(exist_ok=True)
        shutil.copy(DATA / "guidance" / "vejledning-til-slidepakke.yaml", own.data / "guidance")
        prepare(own)
        after = client.get(page).text

    assert ("/vejledning/vejledning-til-slidepakke" in before, before != after) == (False, True)
    assert "/vejledning/vejledning-til-slidepakke" in after


def test_of_an_index_that_is_missing_nothing_is_kept(
    own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_answers, "PAUSE", 0.0)
    shutil.rmtree(own.index)
    with TestClient(create_app(own)) as client:
        before = [client.get(path).status_code for path in (SEARCH, SEARCH, RECORD, RECORD)]
        prepare(own)

        assert before[:2] == [503, 503]
        assert client.get(SEARCH).json()["total"] == 1


def test_what_was_kept_is_not_given_once_the_database_is_known_to_be_damaged(
    own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_answers, "PAUSE", 0.0)
    with TestClient(create_app(own)) as client:
        before = client.get(SEARCH).status_code
        Path(own.database.removeprefix("sqlite:///")).write_text("no database at all")

        assert (before, client.get(SEARCH).status_code) == (200, 503)
