"""Where things are."""

import tomllib
from pathlib import Path

import pytest

from app import VERSION
from app.settings import DATA, Settings


def test_without_a_word_everything_is_in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "DATABASE", "INDEX", "ADDRESS"):
        monkeypatch.delenv(f"CATALOGUE_{name}", raising=False)
    settings = Settings()

    assert settings.records == DATA / "records"
    assert settings.vocabulary == DATA / "vocabulary"
    assert settings.sources == DATA / "sources"
    assert settings.address == ""
    assert settings.index == DATA / "build" / "index"
    assert settings.database == f"sqlite:///{DATA / 'build' / 'catalogue.sqlite'}"


def test_the_environment_moves_things(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CATALOGUE_DATA", str(tmp_path))
    monkeypatch.setenv("CATALOGUE_DATABASE", "postgresql://catalogue")

    assert Settings().records == tmp_path / "records"
    assert Settings().database == "postgresql://catalogue"


def test_database_and_index_move_with_their_data(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CATALOGUE_DATA", str(tmp_path))
    for name in ("DATABASE", "INDEX"):
        monkeypatch.delenv(f"CATALOGUE_{name}", raising=False)

    assert Settings().index == tmp_path / "build" / "index"
    assert Settings().database == f"sqlite:///{tmp_path / 'build' / 'catalogue.sqlite'}"


def test_assistants_are_let_in_only_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CATALOGUE_MCP", raising=False)
    assert Settings().mcp is False

    monkeypatch.setenv("CATALOGUE_MCP", "1")
    assert Settings().mcp is True


def test_the_service_has_the_version_of_the_project() -> None:
    project = tomllib.loads((DATA.parent / "pyproject.toml").read_text("utf-8"))

    assert project["project"]["version"] == VERSION
