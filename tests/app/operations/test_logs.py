"""The log as the service writes it: lines of JSON, and nothing of who asked for what."""

import json
from typing import Any

import httpx
import pytest

from app.settings import Settings
from tests.serving import served

QUESTION = "min-hemmelige-diagnose"


@pytest.fixture(scope="module")
def lines(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What a service wrote while it was asked."""
    log = tmp_path_factory.mktemp("log") / "lines"
    with (
        served(settings, log, CATALOGUE_LOGS="1") as address,
        httpx.Client(base_url=address, headers={"User-Agent": "Spion/1.0"}, timeout=60) as client,
    ):
        client.get(f"/soeg?q={QUESTION}")
        client.head(f"/api/v1/trial-actions?q={QUESTION}")
        client.get(f"/proevehandlinger/{QUESTION}", headers={"X-Request-ID": QUESTION})
        client.get("/om", headers={"X-Request-ID": "0123456789abcdef"})
        client.get("/", headers={"X-Forwarded-For": "192.0.2.7"})
    return [json.loads(line) for line in log.read_text("utf-8").splitlines()]


def test_each_request_is_one_line(lines: list[dict[str, Any]]) -> None:
    kept = ("method", "route", "status")
    requests = [
        tuple(line[name] for name in kept)
        for line in lines
        # Asked until the service had begun.
        if line.get("route") not in {None, "/healthz"}
    ]

    assert requests == [
        ("GET", "/soeg", 200),
        ("HEAD", "/api/v1/trial-actions", 200),
        ("GET", "/proevehandlinger/{trial_action_id}", 404),
        ("GET", "/om", 200),
        ("GET", "/", 200),
    ]


def test_a_line_says_when_how_and_how_long(lines: list[dict[str, Any]]) -> None:
    line = next(line for line in lines if line.get("route") == "/om")

    assert set(line) == {
        *("time", "level", "logger", "message", "request_id"),
        *("method", "route", "status", "duration_ms"),
    }
    assert line["duration_ms"] > 0
    assert line["request_id"] == "0123456789abcdef"


def test_nothing_is_written_of_who_asked_for_what(lines: list[dict[str, Any]]) -> None:
    written = json.dumps(lines)

    for trace in (QUESTION, "Spion", "127.0.0.1:", "192.0.2.7"):
        assert trace not in written
