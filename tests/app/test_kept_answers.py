"""Answers that are kept are those that would be given anew."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app import kept_answers
from app.main import create_app
from app.settings import DATA, Settings
from scripts.preparing import prepare
from tests.app.made import count_made
from tests.small import make_small, settings_in

SEARCH = "/api/v1/trial-actions?q=fravaer"
RECORD = "/api/v1/trial-actions/frederiksberg-skolefravaer"
PAGE = "/soeg?q=fravaer"
PATHS = [SEARCH, RECORD, PAGE]
LONG_AGO = 3600.0


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


@pytest.fixture(scope="module")
def counted(settings: Settings) -> Iterator[tuple[FastAPI, list[str]]]:
    """A service that has started, and the paths of the answers that it makes."""
    app = create_app(settings)
    paths: list[str] = []
    count_made(app, paths)
    with TestClient(app):
        yield app, paths


@pytest.fixture
def made(
    counted: tuple[FastAPI, list[str]], monkeypatch: pytest.MonkeyPatch
) -> tuple[TestClient, list[str]]:
    """A service that looks for changes but once, and the paths of the answers that it made."""
    monkeypatch.setattr(kept_answers, "PAUSE", LONG_AGO)
    app, paths = counted
    # What keeps the answers is made anew, and has none.
    app.middleware_stack = app.build_middleware_stack()
    paths.clear()
    return TestClient(app), paths


@pytest.mark.parametrize("path", PATHS)
def test_an_answer_asked_for_again_is_the_same_and_not_made_anew(
    made: tuple[TestClient, list[str]], path: str
) -> None:
    client, paths = made
    answers = [client.get(path) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert len({answer.content for answer in answers}) == 1
    assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1
    assert len(paths) == 1


@pytest.mark.parametrize("path", [f"{RECORD}/related", "/api/v1/status", "/soeg/", "/om"])
def test_other_answers_are_made_each_time(made: tuple[TestClient, list[str]], path: str) -> None:
    client, paths = made
    for _ in range(2):
        client.get(path, follow_redirects=False)

    assert len(paths) == 2


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "another.example"},
        {"Accept": "text/html"},
        {"Accept-Encoding": "identity"},
        {"If-None-Match": "*"},
    ],
    ids=lambda headers: next(iter(headers)),
)
def test_who_asks_otherwise_gets_an_answer_of_their_own(
    made: tuple[TestClient, list[str]], headers: dict[str, str]
) -> None:
    client, paths = made
    for asked_with in ({}, headers, {}, headers):
        client.get(PAGE, headers=asked_with)

    assert len(paths) == 2


def test_a_page_names_the_place_at_which_its_own_reader_asked(
    made: tuple[TestClient, list[str]],
) -> None:
    client, _ = made
    canonical = '<link rel="canonical" href="{}/soeg'
    for origin in ("http://one.example", "http://two.example", "https://one.example"):
        for _ in range(2):
            assert canonical.format(origin) in client.get(f"{origin}{PAGE}").text


def test_what_a_reader_says_of_the_scheme_changes_nothing(
    made: tuple[TestClient, list[str]],
) -> None:
    client, paths = made
    for scheme in ("http", "https", "gopher"):
        client.get(PAGE, headers={"X-Forwarded-Proto": scheme})

    assert len(paths) == 1


@pytest.mark.parametrize(("bound", "value"), [("MOST_ANSWERS", 2), ("LARGEST", 0)])
def test_no_more_is_kept_than_may_be(
    made: tuple[TestClient, list[str]], monkeypatch: pytest.MonkeyPatch, bound: str, value: int
) -> None:
    monkeypatch.setattr(kept_answers, bound, value)
    client, paths = made
    for word in ("fravaer", "skole", "elev", "fravaer"):
        client.get(f"/soeg?q={word}")

    assert len(paths) == 4


@pytest.mark.parametrize(("lacking", "expected"), [(1, 4), (-3 * kept_answers.LONGEST_KEY, 3)])
def test_all_that_is_kept_has_so_many_bytes_at_most(
    made: tuple[TestClient, list[str]],
    monkeypatch: pytest.MonkeyPatch,
    lacking: int,
    expected: int,
) -> None:
    client, paths = made
    client.headers["Accept-Encoding"] = "identity"
    asked = [f"/soeg?q={word}" for word in ("fravaer", "skole", "elev")]
    monkeypatch.setattr(kept_answers, "MOST_BYTES", 0)
    size = sum(len(client.get(path).content) for path in asked)
    paths.clear()
    monkeypatch.setattr(kept_answers, "MOST_BYTES", size - lacking)
    for path in (*asked, asked[0]):
        client.get(path)

    assert len(paths) == expected


def test_what_was_kept_last_stays_where_there_is_no_room_for_all(
    made: tuple[TestClient, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_answers, "MOST_ANSWERS", 2)
    client, paths = made
    for word in ("fravaer", "skole", "fravaer", "elev", "fravaer"):
        client.get(f"/soeg?q={word}")

    assert len(paths) == 3


def test_a_request_longer_than_anybody_types_is_not_kept(
    made: tuple[TestClient, list[str]],
) -> None:
    client, paths = made
    for _ in range(2):
        client.get(PAGE, headers={"Accept": "text/html, " * kept_answers.LONGEST_KEY})

    assert len(paths) == 2


def test_what_a_reader_has_is_not_sent_again(own: Settings) -> None:
    with TestClient(create_app(own)) as client:
        known = {"If-None-Match": client.get(SEARCH).headers["ETag"]}

        assert [client.get(SEARCH, headers=known).status_code for _ in range(2)] == [304, 304]
        assert client.get(SEARCH).status_code == 200


def test_each_reader_gets_the_encoding_that_was_asked_for(own: Settings) -> None:
    with TestClient(create_app(own)) as client:
        for encoding in ("identity", "gzip", "identity"):
            answer = client.get(SEARCH, headers={"Accept-Encoding": encoding})
            assert answer.headers.get("Content-Encoding", "identity") == encoding
            assert answer.json()["total"] == 1


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


def test_errors_are_not_kept(own: Settings) -> None:
    with TestClient(create_app(own)) as client:
        answers = [client.get(f"{SEARCH}&page=0") for _ in range(2)]

    assert [answer.status_code for answer in answers] == [422, 422]


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
