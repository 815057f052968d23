"""What answers say about themselves."""

import gzip

import httpx
import pytest

EVERYWHERE = ["/", "/findes-ikke", "/api/v1/status", "/api/v1/findes-ikke", "/static/style.css"]
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@pytest.mark.parametrize("path", EVERYWHERE)
def test_every_answer_is_protected_and_does_not_name_its_server(
    client: httpx.Client, path: str
) -> None:
    headers = client.get(path).headers

    assert headers["Content-Security-Policy"] == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Vary"] == "Accept-Encoding"
    assert "Server" not in headers


@pytest.mark.parametrize("path", ["/api/v1/status", "/api/v1/findes-ikke", "/api/v1/themes?x=1"])
def test_any_site_may_read_the_api(client: httpx.Client, path: str) -> None:
    headers = client.get(path, headers={"Origin": "https://skole.example"}).headers

    assert headers["Access-Control-Allow-Origin"] == "*"
    assert "ETag" in headers["Access-Control-Expose-Headers"]


def test_a_browser_that_asks_first_is_told_that_it_may(client: httpx.Client) -> None:
    response = client.options(
        "/api/v1/trial-actions",
        headers={
            "Origin": "https://skole.example",
            "Access-Control-Request-Method": "GET",
            "Access-Control-Request-Headers": "if-none-match",
        },
    )

    assert response.status_code == 204
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert response.headers["Access-Control-Allow-Headers"] == "*"


def test_answers_are_compressed_for_those_who_can_read_it(client: httpx.Client) -> None:
    path = "/api/v1/trial-actions"
    with client.stream("GET", path, headers={"Accept-Encoding": "gzip"}) as response:
        raw = b"".join(response.iter_raw())
    plain = client.get(path, headers={"Accept-Encoding": "identity"})

    assert response.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(raw) == plain.content
    assert len(raw) < len(plain.content) / 3


@pytest.mark.parametrize("path", EVERYWHERE)
def test_head_says_what_get_says_without_the_body(client: httpx.Client, path: str) -> None:
    head, get = client.head(path), client.get(path)

    assert head.status_code == get.status_code
    assert head.content == b""
    assert {**head.headers, "date": ""} == {**get.headers, "date": ""}
