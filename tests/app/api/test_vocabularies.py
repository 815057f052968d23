"""The vocabularies over HTTP."""

import httpx
import pytest

from tests.app.conftest import Ask

PATHS = {
    "/municipalities": "municipality",
    "/themes": "theme",
    "/focus-areas": "focus_area",
    "/stakeholders": "stakeholder",
    "/levels": "level",
}


@pytest.mark.parametrize(("path", "name"), PATHS.items(), ids=PATHS.values())
def test_a_term_has_as_many_trial_actions_as_its_link_lists(
    ask: Ask, client: httpx.Client, path: str, name: str
) -> None:
    answer = ask(path)

    assert answer["total"] == len(answer["items"]) > 0
    for item in answer["items"]:
        assert {"id", "label", "definition", "count", "links"} <= item.keys()
        assert item["links"]["trial_actions"] == f"/api/v1/trial-actions?{name}={item['id']}"
        assert client.get(item["links"]["trial_actions"]).json()["total"] == item["count"]


@pytest.mark.parametrize("path", PATHS)
def test_the_page_of_every_term_is_there(ask: Ask, client: httpx.Client, path: str) -> None:
    for item in ask(path)["items"]:
        assert client.get(item["links"]["html"]).status_code == 200


def test_municipalities_have_their_official_code_and_region(ask: Ask) -> None:
    items = {item["id"]: item for item in ask("/municipalities")["items"]}

    assert len(items) == 14
    vordingborg = items["vordingborg"]
    assert (vordingborg["name"], vordingborg["code"]) == ("Vordingborg", "0390")
    assert vordingborg["region"] == "Region Sjælland"
    assert vordingborg["count"] == 4
