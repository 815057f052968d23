"""What has changed since a revision, over HTTP."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from app.main import create_app
from app.settings import Settings
from scripts.preparing import prepare
from tests.app.conftest import JSON, Ask
from tests.conftest import serve
from tests.small import make_small

CHANGES = "/api/v1/changes"
ODDER = "odder-bedre-muligheder-for-alle"


def happened(answer: JSON) -> dict[str, str]:
    return {item["id"]: item["change"] for item in answer["items"]}


def test_nothing_has_changed_since_now(ask: Ask) -> None:
    revision = ask("/status")["catalogue_revision"]

    assert ask("/changes", since=revision) == {
        "since": revision,
        "since_known": True,
        "revision": revision,
        "total": 0,
        "items": [],
    }


@pytest.mark.parametrize("since", ["", "0123456789ab"], ids=["from the beginning", "unknown"])
def test_since_a_revision_that_is_not_known_everything_is_listed(ask: Ask, since: str) -> None:
    answer = ask("/changes", since=since)

    assert answer["since_known"] is False
    assert answer["total"] == len(answer["items"]) == 24
    assert set(happened(answer).values()) == {"added"}
    assert answer["items"][0]["links"]["self"].startswith("/api/v1/trial-actions/")


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A catalogue of the test's own, which it may change."""
    folder = tmp_path_factory.mktemp("own")
    return make_small(folder, [ODDER, "vordingborg-aarshjul", "vordingborg-mere-for-flere"])


@pytest.fixture(scope="module")
def served(own: Settings) -> Iterator[httpx.Client]:
    prepare(own)
    with serve(create_app(own)) as address, httpx.Client(base_url=address) as client:
        yield client


def change_title(path: Path, title: str) -> None:
    lines = path.read_text("utf-8").splitlines(keepends=True)
    changed = [f"title: {title}\n" if line.startswith("title:") else line for line in lines]
    path.write_text("".join(changed), "utf-8")


def test_an_import_is_told_to_those_who_ask_since_the_revision_before(
    own: Settings, served: httpx.Client
) -> None:
    path, other = own.records / f"{ODDER}.yaml", own.records / "vordingborg-aarshjul.yaml"
    before = served.get(CHANGES)
    original, removed = path.read_text("utf-8"), other.read_text("utf-8")
    first = before.json()["revision"]

    change_title(path, "Et nyt navn")
    other.unlink()
    prepare(own)
    second = served.get(CHANGES, params={"since": first}).json()
    path.write_text(original, "utf-8")
    other.write_text(removed, "utf-8")
    prepare(own)
    third = served.get(CHANGES, params={"since": second["revision"]}).json()
    again = served.get(CHANGES, headers={"If-None-Match": before.headers["ETag"]})

    assert happened(second) == {ODDER: "changed", "vordingborg-aarshjul": "removed"}
    assert {item["id"]: item["links"] for item in second["items"]}["vordingborg-aarshjul"] is None
    assert happened(third) == {ODDER: "changed", "vordingborg-aarshjul": "added"}
    assert third["revision"] == first
    # The catalogue is what it was, but what is known of its past is not.
    assert again.status_code == 200
