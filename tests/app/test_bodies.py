"""Bodies of requests, sent by hand to the real service and to a form of its own."""

from collections.abc import Iterator
from typing import Annotated

import httpx
import pytest
from fastapi import Form

from app import forms
from app.main import create_app
from app.settings import Settings
from tests.conftest import serve

LARGEST = 1_000


@pytest.fixture(scope="module")
def address(settings: Settings) -> Iterator[str]:
    """A service that takes small bodies only, with a form that reads them."""
    app = create_app(settings.model_copy(update={"largest_body": LARGEST}))

    @app.post("/formular")
    def read(text: Annotated[str, Form()]) -> int:
        return len(text)

    with serve(app) as address:
        yield address


def test_a_body_that_is_allowed_is_read(address: str) -> None:
    answer = httpx.post(f"{address}/formular", data={"text": "a" * 900})

    assert (answer.status_code, answer.json()) == (200, 900)


def pour() -> Iterator[bytes]:
    yield b"text="
    for _ in range(100):
        yield b"a" * 100


@pytest.mark.parametrize("body", [b"text=" + b"a" * LARGEST, pour()], ids=["declared", "streamed"])
def test_a_body_that_is_too_large_is_refused_in_danish(
    address: str, body: bytes | Iterator[bytes]
) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = httpx.post(f"{address}/formular", content=body, headers=form)

    assert answer.status_code == 413
    assert "fylder for meget" in answer.text
    assert answer.headers["Connection"] == "close"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
def test_a_body_that_is_too_large_is_a_problem_for_programs(address: str, method: str) -> None:
    answer = httpx.request(method, f"{address}/api/v1/status", content=b"a" * (LARGEST + 1))

    assert answer.json()["type"] == "/api/v1/docs#too-large"
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_a_form_up_to_twice_too_large_is_received_so_that_its_reader_sees_why(
    settings: Settings,
) -> None:
    assert settings.largest_body > 2 * forms.LARGEST
