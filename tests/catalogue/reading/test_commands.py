"""The commands of reading, run on the real data."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from catalogue.errors import UnknownTrialAction
from scripts.read_source import read_source
from scripts.show_record import show_record

SOURCE = Path(__file__).parents[3] / "data" / "sources" / "en-skole-der-kan-mere-for-flere.txt"


@pytest.fixture
def cli() -> typer.Typer:
    cli = typer.Typer()
    cli.command()(read_source)
    cli.command()(show_record)
    return cli


def test_reading_writes_the_drafts_and_tells_doubts_and_score(
    cli: typer.Typer, tmp_path: Path
) -> None:
    result = CliRunner().invoke(cli, ["read-source", str(SOURCE), str(tmp_path / "drafts")])

    assert result.exit_code == 0, result.output
    assert len(list((tmp_path / "drafts").glob("*.yaml"))) == 24
    assert "modet → mødet (modet or mødet?)" in result.output
    assert "24 actions" in result.output
    assert "words right: " in result.output


def test_a_record_is_shown_beside_its_source(cli: typer.Typer) -> None:
    result = CliRunner().invoke(cli, ["show-record", "vordingborg-aarshjul"])

    assert result.exit_code == 0, result.output
    assert "1576 Faelles" in result.output
    assert "Fælles" in result.output


def test_a_record_is_written_as_a_page(cli: typer.Typer, tmp_path: Path) -> None:
    page = tmp_path / "record.html"

    result = CliRunner().invoke(cli, ["show-record", "vordingborg-aarshjul", "--html", str(page)])

    assert result.exit_code == 0, result.output
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_an_unknown_record_is_named(cli: typer.Typer) -> None:
    result = CliRunner().invoke(cli, ["show-record", "ukendt"])

    assert isinstance(result.exception, UnknownTrialAction)
