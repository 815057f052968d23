"""What every answer of the API owes to HTTP, path by path."""

import httpx
import pytest

from app.addresses import DCAT
from tests.app.conftest import Ask

RECORD = "trial-actions/odder-bedre-muligheder-for-alle"
GUIDE = "guidance/vejledning-til-slidepakke"
IDS = {RECORD: "trial-actions/{trial_action_id}", GUIDE: "guidance/{guidance_id}"}
PATHS = [
    *("trial-actions", "trial-actions?q=ppr&page_size=2", RECORD, f"{RECORD}/related"),
    *("passages", "passages?q=ppr", "municipalities", "themes", "focus-areas", "stakeholders"),
    *("levels", "suggest?q=fra", "export", "export?format=ndjson", "export?format=csv"),
    *("export?format=csv-blocks", "export?format=zip", "changes", "status", "openapi.json"),
    *("docs", "docs.css", "schema/trial-action.json", "guidance", "guidance?q=trivsel", GUIDE),
]
ADDRESSES = [*(f"/api/v1/{path}" for path in PATHS), DCAT]


def test_every_path_is_checked(ask: Ask) -> None:
    paths = {path.partition("?")[0] for path in PATHS}
    for example, path in IDS.items():
        paths |= {one.replace(example, path) for one in paths}

    assert set(ask("/openapi.json")["paths"]) <= {f"/api/v1/{path}" for path in paths}


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_answer_says_how_it_may_be_kept_shared_and_asked_for_again(
    client: httpx.Client, address: str
) -> None:
    answer = client.get(address)
    again = client.get(address, headers={"If-None-Match": answer.headers["ETag"]})
    head = client.head(address)

    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "public, max-age=60"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == answer.headers["ETag"]
    assert (head.status_code, head.content) == (200, b"")
    same = ("Content-Type", "ETag", "Cache-Control", "Link", "Content-Disposition")
    assert [head.headers.get(name) for name in same] == [answer.headers.get(name) for name in same]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_browser_may_ask_from_any_site_with_any_header(
    client: httpx.Client, address: str
) -> None:
    asked = {"Origin": "https://skole.example", "Access-Control-Request-Method": "GET"}
    response = client.options(address, headers=asked)

    assert response.status_code == 204
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Access-Control-Allow-Headers"] == "*"


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_can_be_changed(client: httpx.Client, address: str, method: str) -> None:
    response = client.request(method, address)

    assert response.status_code == response.json()["status"] == 405
    assert response.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_not_known_is_refused(client: httpx.Client, address: str) -> None:
    response = client.get(address, params={"ukendt": "1"})

    assert response.status_code == 422
    assert response.json()["parameters"][0]["name"] == "ukendt"


@pytest.mark.parametrize("address", ["trial-actions?page_size=5", "passages?q=elever"])
def test_pages_are_linked_in_the_header_as_in_the_answer(
    client: httpx.Client, address: str
) -> None:
    response = client.get(f"/api/v1/{address}")
    stated = {rel: url for rel, url in response.json()["links"].items() if url and rel != "self"}

    assert {rel: link["url"] for rel, link in response.links.items()} == stated
