"""Answers that are kept are those that would be given anew."""

import shutil
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app import kept_answers
from app.main import create_app
from app.settings import DATA, Settings
from scripts.preparing import prepare

SEARCH = "/api/v1/trial-actions?q=fravaer"
PATHS = [SEARCH, "/api/v1/trial-actions/frederiksberg-skolefravaer", "/soeg?q=fravaer"]


@pytest.fixture
def own(tmp_path: Path) -> Settings:
    """A catalogue of one record that a test may change."""
    shutil.copytree(DATA / "vocabulary", tmp_path / "vocabulary")
    (tmp_path / "records").mkdir()
    shutil.copy(DATA / "records" / "frederiksberg-skolefravaer.yaml", tmp_path / "records")
    settings = Settings(
        data=tmp_path,
        database=f"sqlite:///{tmp_path / 'build' / 'catalogue.sqlite'}",
        index=tmp_path / "build" / "index",
    )
    prepare(settings)
    return settings


@pytest.mark.parametrize("path", PATHS)
def test_an_answer_asked_for_again_is_the_same(own: Settings, path: str) -> None:
    with TestClient(create_app(own)) as client:
        answers = [client.get(path) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert len({answer.content for answer in answers}) == 1
    assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1


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
