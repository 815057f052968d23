"""Asking for news only."""

import httpx
import pytest

PATHS = [
    "/api/v1/trial-actions?q=ro",
    "/api/v1/trial-actions/odder-bedre-muligheder-for-alle",
    "/api/v1/export?format=csv",
    "/api/v1/themes",
    "/api/v1/openapi.json",
]


@pytest.mark.parametrize("path", PATHS)
def test_who_has_the_answer_is_not_sent_it_again(client: httpx.Client, path: str) -> None:
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})

    assert first.headers["Cache-Control"] == "public, max-age=60"
    assert (again.status_code, again.content) == (304, b"")
    kept = ("ETag", "Cache-Control", "Vary")
    assert [again.headers[name] for name in kept] == [first.headers[name] for name in kept]
    assert "Content-Length" not in again.headers


@pytest.mark.parametrize("tag", ["*", 'W/"other", {tag}', "{strong}"])
def test_a_tag_is_found_among_others_and_compared_weakly(client: httpx.Client, tag: str) -> None:
    own = client.get("/api/v1/status").headers["ETag"]
    asked = tag.format(tag=own, strong=own.removeprefix("W/"))

    assert client.get("/api/v1/status", headers={"If-None-Match": asked}).status_code == 304


def test_another_tag_is_sent_the_answer(client: httpx.Client) -> None:
    response = client.get("/api/v1/status", headers={"If-None-Match": 'W/"other"'})

    assert response.status_code == 200
    assert response.json()["trial_actions"] == 24


@pytest.mark.parametrize(
    "path", ["/api/v1/trial-actions/findes-ikke", "/api/v1/themes?x=1", "/api/v1/findes-ikke"]
)
def test_an_error_is_told_every_time(client: httpx.Client, path: str) -> None:
    response = client.get(path, headers={"If-None-Match": "*"})

    assert response.status_code in {404, 422}
    assert "ETag" not in response.headers
