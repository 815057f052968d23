"""A plan is inspired by what a link, a shortlist or its reader names; that stands beside it."""

from urllib.parse import urlsplit

import httpx
import pytest

from catalogue.plans import MOST_INSPIRATIONS
from tests.app.pages.planning.conftest import Planner

FIRST, SECOND = "aabenraa-skolevaegring", "egedal-vaerkstedsundervisning"


def test_the_shortlist_of_a_link_is_what_the_plan_is_inspired_by(planner: Planner) -> None:
    planner.visit(f"id={SECOND}&id={FIRST}")

    assert planner.answer.status_code == 200
    assert planner.save().inspired_by == (SECOND, FIRST)


def test_a_shortlist_that_is_carried_along_is_taken_as_well(planner: Planner) -> None:
    planner.visit(f"samling={SECOND}")

    assert planner.save().inspired_by == (SECOND,)


def test_the_links_of_a_plan_carry_what_it_is_inspired_by(planner: Planner) -> None:
    planner.visit(f"id={SECOND}")

    planner.press("opdater")

    assert f"/soeg?samling={SECOND}" in {link.get("href") for link in planner.page.iter("a")}


def test_what_the_chosen_ones_wrote_stands_beside_the_step_that_it_helps(planner: Planner) -> None:
    planner.visit(f"id={FIRST}")

    step = planner.page.find(".//section[@id='udfordringen']")
    assert step is not None
    links = [urlsplit(link.get("href", "")) for link in step.iter("a")]
    places = {(link.path, link.fragment) for link in links}
    assert (f"/proevehandlinger/{FIRST}", "problem-1") in places
    assert (f"/proevehandlinger/{FIRST}", "actions-1") not in places
    assert ("/vejledning/kommissorium-laering-og-trivsel-for-alle", "formaal-3") in places


def test_advice_of_a_time_that_has_passed_says_so_beside_its_source(
    planner: Planner, client: httpx.Client
) -> None:
    dated = {
        f"/vejledning/{guidance['id']}": guidance["dated"]
        for guidance in client.get("/api/v1/guidance").json()["items"]
    }
    sources = [one for one in planner.page.iter("p") if one.get("class") == "from"]

    told = [(one[0].get("href", "").partition("#")[0], "".join(one.itertext())) for one in sources]
    assert any(dated[path] for path, _ in told)
    for path, text in told:
        assert text.partition("Bemærk: ")[2] == (dated[path] or "")


def test_an_unknown_id_in_the_link_is_told_and_the_others_are_taken(planner: Planner) -> None:
    planner.visit(f"id=findes-ikke&id={FIRST}&id=<b>")

    assert planner.answer.status_code == 200
    assert "”findes-ikke”" in planner.text
    assert "”<b>”" in planner.text
    assert planner.save().inspired_by == (FIRST,)


@pytest.mark.parametrize("query", ["id=findes-ikke", f"id=findes-ikke&id={FIRST}"])
def test_the_rest_is_said_to_be_taken_only_where_there_is_one(planner: Planner, query: str) -> None:
    planner.visit(query)

    assert ("Resten er taget med." in planner.text) == (FIRST in query)


def test_more_ids_than_may_be_are_told_and_the_first_are_taken(
    planner: Planner, client: httpx.Client
) -> None:
    items = client.get("/api/v1/trial-actions", params={"page_size": 22}).json()["items"]
    ids = [item["id"] for item in items]

    planner.visit("&".join(f"id={id_}" for id_ in ids))

    assert f"højst være {MOST_INSPIRATIONS} prøvehandlinger. Ikke taget med: " in planner.text
    assert list(planner.save().inspired_by) == ids[:MOST_INSPIRATIONS]


@pytest.mark.parametrize(
    "typed",
    [
        FIRST,
        f"/proevehandlinger/{FIRST}#problem-1",
        f"https://eksempel.dk/proevehandlinger/{FIRST}",
        f"Se http://eksempel.dk/samling?id={FIRST}",
        f"https://eksempel.dk/soeg?q=uro&samling={FIRST}",
        f"/sammenlign?id={FIRST}&samling=lemvig-styrket-samarbejde",
    ],
)
def test_a_trial_action_is_added_by_its_id_or_any_link_to_it(planner: Planner, typed: str) -> None:
    planner.visit(f"id={SECOND}")
    planner.type("more_inspirations", typed)

    assert planner.save().inspired_by == (SECOND, FIRST)


def test_what_leads_to_no_trial_action_is_told_and_stays_in_its_field(planner: Planner) -> None:
    planner.type("more_inspirations", "Noget om fravær!")
    planner.type("problem", "Uro")

    planner.press("fil")

    assert planner.errors == {
        "#felt-inspired_by": "”Noget om fravær!” er ikke linket til en prøvehandling eller en "
        "samling."
    }
    assert ("more_inspirations", "Noget om fravær!") in planner.fields
    assert ("problem", "Uro") in planner.fields


def test_what_no_page_can_hold_does_not_come_back_in_any_field(planner: Planner) -> None:
    planner.type("more_inspirations", "\x00Noget\x1b om \ufffefravær!")

    planner.press("opdater")

    assert ("more_inspirations", "Noget om fravær!") in planner.fields


def test_a_trial_action_is_taken_out_again_by_its_box(planner: Planner) -> None:
    planner.visit(f"id={SECOND}&id={FIRST}")
    planner.fields.remove(("inspired_by", SECOND))

    assert planner.save().inspired_by == (FIRST,)
