"""What a browser may keep of the static files, and for how long."""

import re

import httpx
import pytest

from app.static_files import STATIC, static_path

NAMES = sorted(path.name for path in STATIC.iterdir())
FOR_EVER = "public, max-age=31536000, immutable"


@pytest.mark.parametrize("name", NAMES)
def test_a_file_lasts_for_ever_at_the_address_with_its_digest(
    client: httpx.Client, name: str
) -> None:
    first = client.get(static_path(name))
    again = client.get(static_path(name), headers={"If-None-Match": first.headers["ETag"]})

    assert first.content == (STATIC / name).read_bytes()
    assert [one.status_code for one in (first, again)] == [200, 304]
    assert [one.headers["Cache-Control"] for one in (first, again)] == [FOR_EVER, FOR_EVER]


@pytest.mark.parametrize("query", ["", "?v=", "?v=00000000", "?v=00000000&v=1"])
def test_at_any_other_address_its_tag_is_asked_for(client: httpx.Client, query: str) -> None:
    answer = client.get(f"/static/style.css{query}")

    assert answer.status_code == 200
    assert "Cache-Control" not in answer.headers
    assert answer.headers["ETag"]


@pytest.mark.parametrize("path", ["/", "/planlaeg", "/api/v1/docs"])
def test_pages_name_static_files_by_the_address_that_lasts(client: httpx.Client, path: str) -> None:
    addresses = re.findall(r'(?:href|src)="(/static/[^"]*)"', client.get(path).text)

    assert len(addresses) > 1
    assert set(addresses) <= set(map(static_path, NAMES))


def test_what_is_not_there_is_not_kept(client: httpx.Client) -> None:
    for path in ("findes-ikke.css", "..%2Frendering.py"):
        answer = client.get(f"/static/{path}?v=00000000")

        assert (answer.status_code, answer.headers["Cache-Control"]) == (404, "no-store")
