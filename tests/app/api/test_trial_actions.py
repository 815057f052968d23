"""Searching, browsing and reading trial actions over HTTP."""

import re

import httpx
import pytest

from app.settings import Settings
from catalogue.files import read_record
from catalogue.vocabulary import load_vocabulary
from tests.app.conftest import JSON, Ask

SKOLEFRAVAER = "frederiksberg-skolefravaer"


def test_everything_is_listed_by_municipality_when_nothing_is_asked(ask: Ask) -> None:
    answer = ask("/trial-actions", page_size=100)

    places = [item["municipality"]["name"] for item in answer["items"]]
    assert answer["total"] == len(answer["items"]) == 24
    assert places[0] == "Brøndby"
    assert places[-1] == "Aabenraa"


def test_a_question_gives_the_best_first_with_a_score(ask: Ask) -> None:
    answer = ask("/trial-actions", q="fravær")

    scores = [item["score"] for item in answer["items"]]
    assert SKOLEFRAVAER in [item["id"] for item in answer["items"]]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("q", "told"),
    [
        ("hvad er", {"says_nothing": True}),
        ('"hest" elever', {"absent": ["hest"], "dropped": ["hest"]}),
        ("PPR -Esbjerg", {"excluded": ["esbjerg"]}),
        ("PPR", {"says_nothing": False, "absent": [], "excluded": [], "dropped": []}),
    ],
)
def test_a_question_is_told_as_it_was_understood(ask: Ask, q: str, told: JSON) -> None:
    query = ask("/trial-actions", q=q)["query"]

    assert {name: query[name] for name in told} == told


def test_an_item_has_the_fields_of_the_design(ask: Ask) -> None:
    item = ask("/trial-actions", id=SKOLEFRAVAER)["items"][0]

    assert item["municipality"] == {"id": "frederiksberg", "name": "Frederiksberg", "code": "0147"}
    assert item["links"] == {
        "self": f"/api/v1/trial-actions/{SKOLEFRAVAER}",
        "html": f"/proevehandlinger/{SKOLEFRAVAER}",
    }
    fields = {"id", "title", "headline", "summary", "municipality", "schools", "themes"}
    assert fields | {"score", "matches", "links"} == item.keys()
    assert item["themes"][0].keys() == {"id", "label"}


def test_an_answer_has_the_fields_of_the_design(ask: Ask) -> None:
    answer = ask("/trial-actions", q="fravaer")

    fields = {"total", "page", "page_size", "query", "items", "facets", "links"}
    assert answer.keys() == fields
    assert answer["links"].keys() == {"self", "first", "prev", "next", "last"}
    assert answer["query"]["q"] == "fravaer"
    assert {"q", "corrected", "did_you_mean", "broadened"} <= answer["query"].keys()
    facets = ["municipality", "theme", "focus_area", "stakeholder", "level"]
    assert list(answer["facets"]) == facets


def test_a_match_names_section_and_block_and_marks_the_word(ask: Ask) -> None:
    matches = [
        match for item in ask("/trial-actions", q="fravær")["items"] for match in item["matches"]
    ]

    assert any("<mark>" in match["snippet"] for match in matches)
    for match in matches:
        assert match["block"] is None or f"#{match['section']}-" in match["block"]
        assert not re.search(r"<(?!/?mark>)", match["snippet"])


def test_a_question_in_tags_is_never_returned_as_tags(ask: Ask) -> None:
    answer = ask("/trial-actions", q="<script>fravær</script>")

    snippets = [match["snippet"] for item in answer["items"] for match in item["matches"]]
    assert not any("<script" in snippet for snippet in snippets)


def test_values_of_one_filter_are_alternatives_and_filters_narrow_each_other(ask: Ask) -> None:
    one = ask("/trial-actions", municipality="kolding")["total"]
    both = ask("/trial-actions", municipality=["kolding", "lemvig"])["total"]
    narrowed = ask("/trial-actions", municipality=["kolding", "lemvig"], theme="teamsamarbejde")

    assert (one, both) == (2, 5)
    assert 0 < narrowed["total"] < both


def test_a_school_can_be_chosen(ask: Ask) -> None:
    answer = ask("/trial-actions", school="tinglev-skole")

    assert [item["id"] for item in answer["items"]] == ["aabenraa-skolevaegring"]


def test_ids_choose_among_trial_actions(ask: Ask) -> None:
    answer = ask("/trial-actions", id=["odder-bedre-muligheder-for-alle", SKOLEFRAVAER])

    assert {item["id"] for item in answer["items"]} == {
        "odder-bedre-muligheder-for-alle",
        SKOLEFRAVAER,
    }


@pytest.mark.parametrize("sort", ["title", "municipality"])
def test_the_order_can_be_chosen(ask: Ask, sort: str) -> None:
    first, second = (
        ask("/trial-actions", sort=sort, page_size=100, **more) for more in ({}, {"q": ""})
    )

    assert first["items"] == second["items"]
    assert first["links"]["self"] == f"/api/v1/trial-actions?sort={sort}&page_size=100"


def test_exact_turns_every_broadening_off(ask: Ask) -> None:
    broad = ask("/trial-actions", q="fravær")
    exact = ask("/trial-actions", q="fravær", exact="true")

    assert broad["query"]["broadened"]
    assert exact["query"]["broadened"] == []
    assert exact["total"] <= broad["total"]


def test_links_lead_from_page_to_page(ask: Ask, client: httpx.Client) -> None:
    url = "/api/v1/trial-actions?page_size=10"
    seen: list[str] = []
    while url:
        answer = client.get(url).json()
        seen += [item["id"] for item in answer["items"]]
        url = answer["links"]["next"]

    assert len(seen) == len(set(seen)) == 24
    assert answer["links"]["first"] == "/api/v1/trial-actions?page_size=10"
    assert answer["links"]["prev"] == "/api/v1/trial-actions?page=2&page_size=10"
    assert answer["links"]["last"] == answer["links"]["self"]


def test_the_link_header_says_what_the_links_say(client: httpx.Client) -> None:
    response = client.get("/api/v1/trial-actions?page=2&page_size=10")

    links = {rel: link["url"] for rel, link in response.links.items()}
    stated = response.json()["links"]
    assert links == {rel: stated[rel] for rel in ("first", "prev", "next", "last")}


def test_past_the_end_nothing_is_listed_and_the_way_back_is_shown(ask: Ask) -> None:
    answer = ask("/trial-actions", page=9)

    assert (answer["total"], answer["items"]) == (24, [])
    assert answer["links"]["next"] is None
    assert answer["links"]["prev"] == answer["links"]["last"] == "/api/v1/trial-actions?page=2"


def test_a_facet_link_chooses_a_value_and_then_lets_it_go(ask: Ask, client: httpx.Client) -> None:
    before = ask("/trial-actions", theme="skolefravaer")
    soroe = _value(before, "municipality", "soroe")
    kolding = _value(ask("/trial-actions"), "municipality", "kolding")
    chosen = client.get(kolding["url"]).json()

    assert (soroe["label"], soroe["selected"]) == ("Sorø", False)
    assert chosen["total"] == kolding["count"]
    assert _value(chosen, "municipality", "kolding")["selected"] is True
    assert _value(chosen, "municipality", "kolding")["url"] == "/api/v1/trial-actions"


def test_every_facet_value_has_label_count_and_link(ask: Ask) -> None:
    for values in ask("/trial-actions", q="forældre")["facets"].values():
        for value in values:
            assert value.keys() == {"id", "label", "count", "selected", "url"}
            assert value["url"].startswith("/api/v1/trial-actions?q=for%C3%A6ldre&")


def _value(answer: JSON, facet: str, id_: str) -> JSON:
    return next(value for value in answer["facets"][facet] if value["id"] == id_)


def test_a_record_is_read_whole_and_as_its_file_has_it(ask: Ask, settings: Settings) -> None:
    answers = [
        ask(f"/trial-actions/{item['id']}")
        for item in ask("/trial-actions", page_size=100)["items"]
    ]

    vocabulary = load_vocabulary(settings.vocabulary)
    for answer in answers:
        record = read_record(settings.records / f"{answer['id']}.yaml", vocabulary)
        for section in ("problem", "goals", "actions", "experiences", "outlook", "learnings"):
            expected = [block.model_dump(mode="json") for block in getattr(record, section)]
            assert answer[section] == expected
        assert [theme["id"] for theme in answer["themes"]] == list(record.themes)
        assert [area["id"] for area in answer["focus_areas"]] == list(record.focus_areas)
        assert answer["levels"] == list(record.levels)
        assert answer["notes"] == list(record.notes)


def test_a_record_names_its_place_in_the_source(ask: Ask) -> None:
    source = ask("/trial-actions/lemvig-internt-stoettesystem")["source"]

    assert source["lines"] == [969, 1034]
    assert source["title"].startswith("En skole, der kan mere for flere")
    assert (source["publisher"], source["published"], source["url"]) == ("KL", None, None)


def test_an_unknown_record_is_a_404_that_says_so(client: httpx.Client) -> None:
    response = client.get("/api/v1/trial-actions/findes-ikke")

    assert response.status_code == 404
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json()["type"] == "/api/v1/docs#unknown-trial-action"


def test_related_actions_say_what_they_share(ask: Ask) -> None:
    answer = ask("/trial-actions/frederiksberg-skolefravaer/related", limit=3)

    assert answer["total"] == len(answer["items"]) == 3
    themes = {theme["id"] for theme in ask(f"/trial-actions/{SKOLEFRAVAER}")["themes"]}
    for item in answer["items"]:
        assert item["id"] != SKOLEFRAVAER
        assert item["because"]["themes"] or item["because"]["terms"]
        assert {theme["id"] for theme in item["because"]["themes"]} <= themes


def test_related_actions_of_an_unknown_record_are_a_404(client: httpx.Client) -> None:
    assert client.get("/api/v1/trial-actions/findes-ikke/related").status_code == 404
