"""A service under ordinary and hostile traffic, for a moment; by hand for a minute or an hour."""

import asyncio
import os
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

from app import kept_answers
from app.main import create_app
from app.settings import Settings
from scripts.loading.asked import search, vary
from scripts.loading.connection import Connection
from tests.app.made import count_made
from tests.conftest import serve
from tests.serving import ROOT, places_of


@pytest.fixture(scope="module")
def told(settings: Settings) -> subprocess.CompletedProcess[str]:
    """What the command says."""
    options = ("--seconds", "3", "--connections", "8")
    return subprocess.run(
        [sys.executable, "-m", "scripts.develop", "load", *options],
        cwd=ROOT,
        env=os.environ | places_of(settings),
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


def test_no_traffic_brings_a_fault(told: subprocess.CompletedProcess[str]) -> None:
    assert "faults: 0" in told.stdout.splitlines(), told.stdout + told.stderr


def test_what_came_of_the_traffic_is_told(told: subprocess.CompletedProcess[str]) -> None:
    requests, statuses, _, times, memory, work = told.stdout.splitlines()

    assert "8 at a time" in requests
    # Ordinary, unreadable, too large, refused: all kinds were sent.
    for status in (200, 400, 404, 405, 413, 422):
        assert f" {status}: " in statuses
    assert "p99" in times
    assert "MB at first" in memory
    assert "times as much" in work


def test_what_a_search_costs_is_not_what_a_kept_answer_costs(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_answers, "PAUSE", 3600.0)
    paths: list[str] = []
    app = create_app(settings)
    count_made(app, paths)
    with serve(app) as address:
        connection = Connection(urlsplit(address).port or 0)

        async def ask() -> list[int]:
            statuses = [(await connection.ask(vary(search("ppr"), n)))[0] for n in range(3)]
            await connection.close()
            return statuses

        assert asyncio.run(ask()) == [200, 200, 200]
    assert len(paths) == 3


def test_a_service_that_cannot_start_ends_the_command(settings: Settings) -> None:
    places = places_of(settings) | {"CATALOGUE_INDEX": "/proc/nowhere/index"}
    told = subprocess.run(
        [sys.executable, "-m", "scripts.develop", "load", "--seconds", "1"],
        cwd=ROOT,
        env=os.environ | places,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )

    assert told.returncode == 1
    assert "Traceback" not in told.stderr
