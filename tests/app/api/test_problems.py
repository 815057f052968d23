"""Errors as programs see them."""

import httpx
import pytest
from fastapi import HTTPException
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings

TYPES = {404: "unknown-path", 405: "method-not-allowed"}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api", 404),
        ("GET", "/api/v1", 404),
        ("GET", "/api/v1/findes-ikke", 404),
        ("GET", "/api/v2/trial-actions", 404),
        ("GET", "/api/v1/trial-actions/a/b/c", 404),
        ("POST", "/api/v1/trial-actions", 405),
        ("DELETE", "/api/v1/trial-actions/odder-bedre-muligheder-for-alle", 405),
    ],
)
def test_under_api_an_error_is_a_problem_document(
    client: httpx.Client, method: str, path: str, status: int
) -> None:
    response = client.request(method, path)

    problem = response.json()
    assert response.status_code == problem["status"] == status
    assert response.headers["Content-Type"] == "application/problem+json"
    assert problem["type"] == f"/api/v1/docs#{TYPES[status]}"
    assert problem["title"]
    assert problem["detail"]
    assert response.headers["Cache-Control"] == "no-store"


def test_what_may_be_done_is_told_with_a_405(client: httpx.Client) -> None:
    assert "GET" in client.post("/api/v1/status").headers["Allow"]


def test_a_status_that_nothing_here_should_have_is_told_and_noted_as_unexpected(
    settings: Settings,
) -> None:
    app = create_app(settings)

    @app.get("/api/v1/tea")
    def refuse() -> None:
        raise HTTPException(418)

    with TestClient(app, raise_server_exceptions=False) as client:
        problem = client.get("/api/v1/tea").json()

    assert (problem["status"], problem["type"]) == (500, "/api/v1/docs#unexpected")


@pytest.mark.parametrize(
    ("path", "status"),
    [("/findes-ikke", 404), ("/proevehandlinger/findes-ikke", 404), ("/soeg?theme=ukendt", 422)],
)
def test_elsewhere_an_error_is_a_danish_page(client: httpx.Client, path: str, status: int) -> None:
    response = client.get(path)

    assert response.status_code == status
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert '<html lang="da">' in response.text


@pytest.mark.parametrize(
    "path",
    ["/api/v1/trial-actions/%00", "/api/v1/trial-actions/%FF", "/api/v1/trial-actions/..%2Fa"],
)
def test_an_odd_path_is_nothing_but_unknown(client: httpx.Client, path: str) -> None:
    url = httpx.URL(client.base_url).copy_with(raw_path=path.encode())

    assert client.get(url).status_code == 404
