"""A service under ordinary and hostile traffic, for a moment; by hand for a minute or an hour."""

import os
import subprocess
import sys

import pytest

from app.settings import Settings
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
