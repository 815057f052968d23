"""Searching, browsing and reading guidance over HTTP."""

import re
from urllib.parse import urlsplit

import httpx
import pytest

from app.settings import Settings
from catalogue.guidance.files import read_guidance
from catalogue.vocabulary import load_vocabulary
from tests.app.conftest import JSON, Ask

GUIDE = "vejledning-til-slidepakke"
COURSE = "kommunale-vejledningsforloeb"
CHARTER = "kommissorium-laering-og-trivsel-for-alle"
PRINCIPLES = "inkluderende-laeringsfaellesskaber"


def ids(answer: JSON) -> list[str]:
    return [item["id"] for item in answer["items"]]


def test_everything_is_listed_by_title_when_nothing_is_asked(ask: Ask) -> None:
    answer = ask("/guidance")

    assert answer["total"] == 4
    assert ids(answer) == [PRINCIPLES, COURSE, CHARTER, GUIDE]
    assert answer["query"]["q"] == ""
    assert {(item["score"], len(item["matches"])) for item in answer["items"]} == {(0, 0)}


def test_an_item_tells_kind_audience_source_and_what_is_dated(ask: Ask) -> None:
    (item,) = ask("/guidance", kind="course")["items"]

    assert item["kind"] == {"id": "course", "label": "Forløb"}
    assert {"id": "forvaltning", "label": "Forvaltning"} in item["audience"]
    assert item["dated"] == "Forløbet gjaldt skoleåret 2016/17; tilmeldingen er afsluttet."
    assert item["source"]["publisher"] is None
    assert item["source"]["lines"] == [5, 41]
    assert item["links"] == {
        "self": f"/api/v1/guidance/{COURSE}",
        "html": f"/vejledning/{COURSE}",
    }


@pytest.mark.parametrize("id_", [GUIDE, COURSE, CHARTER, PRINCIPLES])
def test_a_text_is_read_whole_and_as_it_was_reviewed(ask: Ask, id_: str) -> None:
    settings = Settings()
    vocabulary = load_vocabulary(settings.vocabulary)
    reviewed = read_guidance(settings.guidance / f"{id_}.yaml", vocabulary)

    answer = ask(f"/guidance/{id_}")

    sections = reviewed.model_dump(mode="json")["sections"]
    assert answer["sections"] == sections
    assert answer["notes"] == list(reviewed.notes)
    assert (answer["title"], answer["summary"]) == (reviewed.title, reviewed.summary)


def test_a_question_finds_the_very_block_with_its_heading_and_place(ask: Ask) -> None:
    first = ask("/guidance", q="inddrage repraesentanter fra fritidsliv")["items"][0]
    match = first["matches"][0]

    assert first["id"] == GUIDE
    assert (match["section"], match["block"]) == ("gode-raad", f"{GUIDE}#gode-raad-5")
    assert match["heading"] == "Gode råd til udviklingsprocessen"
    assert "<mark>fritidsliv</mark>" in match["snippet"]
    assert match["links"]["html"] == f"/vejledning/{GUIDE}#gode-raad-5"


def test_a_match_in_a_heading_leads_to_the_section(ask: Ask) -> None:
    (item,) = ask("/guidance", q="interessentanalyse")["items"]

    match = item["matches"][0]
    assert (match["block"], match["heading"]) == (None, "Interessentanalyse")
    assert match["links"]["html"] == f"/vejledning/{CHARTER}#interessentanalyse"


def test_a_match_in_the_title_leads_to_the_page(ask: Ask) -> None:
    (item,) = ask("/guidance", q="kompetenceudvikling", kind="charter", exact="true")["items"]

    (match,) = (one for one in item["matches"] if one["section"] == "title")
    assert (match["block"], match["heading"]) == (None, None)
    assert match["links"]["html"] == f"/vejledning/{CHARTER}"


@pytest.mark.parametrize("question", ["skolefravær", "ordblinde", "robotter i undervisningen"])
def test_what_guidance_does_not_speak_of_finds_nothing(ask: Ask, question: str) -> None:
    assert ask("/guidance", q=question)["total"] == 0


def test_exact_turns_every_broadening_off(ask: Ask) -> None:
    assert ids(ask("/guidance", q="projektledere")) != []
    assert ids(ask("/guidance", q="projektledere", exact="true")) == []


def test_one_of_the_audiences_and_one_of_the_kinds_are_enough(ask: Ask) -> None:
    assert set(ids(ask("/guidance", audience=["projektledere"]))) == {GUIDE, CHARTER}
    assert set(ids(ask("/guidance", audience=["projektledere", "konsulenter"]))) == {
        *(GUIDE, CHARTER, COURSE),
    }
    assert ids(ask("/guidance", audience="projektledere", kind=["guide", "course"])) == [GUIDE]
    assert ids(ask("/guidance", q="trivsel", kind="guide")) == []
    assert ids(ask("/guidance", q="trivsel", kind="charter")) == [CHARTER]
    assert ids(ask("/guidance", audience="konsulenter", kind="charter")) == []


@pytest.mark.parametrize("q", ["", "trivsel"])
def test_the_pages_show_every_text_once(ask: Ask, client: httpx.Client, q: str) -> None:
    answer = ask("/guidance", q=q, page_size=1)
    seen = ids(answer)
    while answer["links"]["next"]:
        answer = client.get(answer["links"]["next"]).json()
        seen += ids(answer)

    assert seen == ids(ask("/guidance", q=q))
    assert ids(ask("/guidance", q=q, page=9)) == []


def test_every_place_that_is_linked_to_is_on_the_page(ask: Ask, client: httpx.Client) -> None:
    for item in ask("/guidance", q="trivsel")["items"]:
        for match in item["matches"]:
            place = urlsplit(match["links"]["html"])
            assert f'id="{place.fragment or "indhold"}"' in client.get(place.path).text


def test_an_unknown_id_is_a_404(client: httpx.Client) -> None:
    response = client.get("/api/v1/guidance/findes-ikke")

    assert response.status_code == 404
    assert response.json()["type"] == "/api/v1/docs#unknown-guidance"


def test_equal_questions_get_equal_bytes_and_the_answer_names_itself(
    ask: Ask, client: httpx.Client
) -> None:
    address = "/api/v1/guidance?audience=ledere&kind=guide&q=praksis"
    response = client.get(address)

    assert client.get(address).content == response.content
    assert client.get(response.json()["links"]["self"]).content == response.content
    tag = {"If-None-Match": response.headers["ETag"]}
    assert client.get(address, headers=tag).status_code == 304


def test_the_answer_is_as_the_document_says(ask: Ask) -> None:
    parameters = ask("/openapi.json")["paths"]["/api/v1/guidance"]["get"]["parameters"]
    choices = {one["name"]: one["schema"] for one in parameters}

    kinds = [one["const"] for one in choices["kind"]["items"]["oneOf"]]
    assert kinds == ["guide", "principles", "course", "charter"]
    assert {"const": "ledere", "title": "Ledere"} in choices["audience"]["items"]["oneOf"]
    assert choices["kind"].keys() == {"type", "items"}


def test_a_snippet_is_escaped_but_for_its_marks(ask: Ask) -> None:
    for item in ask("/guidance", q="samarbejde")["items"]:
        for match in item["matches"]:
            assert not re.search(r"<(?!/?mark>)", match["snippet"])
