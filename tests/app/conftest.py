"""Asking the service as a program does."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

API = "/api/v1"
# What JSON holds is for each test to say.
JSON = Any
Ask = Callable[..., JSON]


@pytest.fixture(scope="session")
def ask(client: httpx.Client) -> Ask:
    """Return the JSON answer of a path that must succeed."""

    def get(path: str, /, **parameters: object) -> JSON:
        response = client.get(f"{API}{path}", params=parameters)  # type: ignore[arg-type]
        assert response.status_code == 200, response.text
        return response.json()

    return get


@pytest.fixture(scope="session")
def refuse(client: httpx.Client) -> Ask:
    """Return the problem of a path that must be refused with a 422."""

    def get(path_and_query: str) -> JSON:
        response = client.get(f"{API}{path_and_query}")
        assert response.status_code == 422, response.text
        assert response.headers["Content-Type"] == "application/problem+json"
        return response.json()

    return get
