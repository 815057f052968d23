"""The form gives back what was put in it, whatever that is, and says at the top what is wrong."""

from urllib.parse import urlsplit

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.plans import MOST_INSPIRATIONS, MOST_ROWS, Plan
from tests.app.pages.conftest import read_page
from tests.app.pages.planning.conftest import Planner, read_form

FIRST, SECOND = "aabenraa-skolevaegring", "egedal-vaerkstedsundervisning"
EVIL = "</textarea><script>alert(1)</script>\"' {{ 7*7 }}"
HUNDRED_KB = "Læring. " * 12_500


# A reader begins anew with each example.
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_plan_that_is_opened_and_saved_is_the_same_plan(
    data: st.DataObject, plans: st.SearchStrategy[Plan], client: httpx.Client
) -> None:
    plan, planner = data.draw(plans), Planner(client)

    planner.open(plan)

    assert planner.save() == plan


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_plan_goes_to_the_page_for_printing_and_back_unchanged(
    data: st.DataObject, plans: st.SearchStrategy[Plan], client: httpx.Client
) -> None:
    plan, planner = data.draw(plans), Planner(client)
    planner.open(plan)

    planner.press("print")
    planner.press("opdater")

    assert planner.save() == plan


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


def test_a_table_grows_by_a_row_and_keeps_what_is_in_it(planner: Planner) -> None:
    planner.type("schedule.2.what", "Vi mødes")
    before = len([name for name, _ in planner.fields if name.endswith(".what")])

    planner.press("raekke:schedule")

    after = [value for name, value in planner.fields if name.endswith(".what")]
    assert len(after) == before + 1
    assert "Vi mødes" in after


def test_a_table_has_room_for_so_many_rows_and_no_more(planner: Planner) -> None:
    for number in range(MOST_ROWS):
        planner.type(f"schedule.{number}.what", f"Møde {number}")

    planner.press("raekke:schedule")
    planner.press("print")
    planner.press("opdater")

    assert planner.answer.status_code == 200
    assert "Tilføj en aktivitet" not in planner.text
    assert f"schedule.{MOST_ROWS}.what" not in dict(planner.fields)
    assert len(planner.save().schedule) == MOST_ROWS


def test_the_overview_says_which_steps_are_begun(planner: Planner) -> None:
    planner.type("working_group", "Tre lærere")

    planner.press("opdater")

    assert "Rollerne – påbegyndt" in planner.text.replace("Rollerne p", "Rollerne – p")
    assert planner.text.count("påbegyndt") == 1


def test_a_hundred_kilobytes_in_a_field_are_kept(planner: Planner) -> None:
    planner.type("problem", HUNDRED_KB)

    planner.press("print")
    planner.press("opdater")

    assert planner.save().problem == HUNDRED_KB.strip()


def test_markup_is_text_on_every_page(planner: Planner) -> None:
    plan = Plan.model_validate(
        {
            name: EVIL
            for name, field in Plan.model_fields.items()
            if field.default == "" and name != "summary"
        }
        | {"schedule": [{"what": EVIL}], "stakeholders": [{"name": EVIL}]}
    )
    planner.open(plan)
    for button in ("opdater", "print"):
        planner.press(button)

        assert not [e for e in planner.page.iter("script") if "alert" in (e.text or "")]
        assert "<script>alert" not in planner.answer.text
        assert "{{ 7*7 }}" in planner.answer.text


def test_a_button_nobody_knows_gives_the_form_again(planner: Planner) -> None:
    planner.type("purpose", "Ro")

    assert planner.press("hat").status_code == 200
    assert ("purpose", "Ro") in planner.fields


def test_a_plain_form_is_read_as_well(client: httpx.Client) -> None:
    answer = client.post("/planlaeg", data={"purpose": "Ro", "themes": ["overgange", "hat"]})

    assert ("purpose", "Ro") in read_form(read_page(answer.text))
    assert "intet tema, der hedder ”hat”" in answer.text


def test_every_question_has_a_label_and_its_hint_is_bound_to_it(planner: Planner) -> None:
    page = planner.page
    ids = {element.get("id"): element for element in page.iter() if element.get("id")}
    labelled = {label.get("for") for label in page.iter("label")}
    controls = [e for e in page.iter() if e.tag == "textarea" or e.get("type") in {"text", "file"}]

    assert len(controls) > 30
    for control in controls:
        assert control.get("id") in labelled
        for id_ in control.get("aria-describedby", "").split():
            assert "".join(ids[id_].itertext()).strip()


def test_an_error_is_told_at_the_top_and_at_its_field(planner: Planner) -> None:
    planner.press("aabn")

    field = planner.page.find(".//input[@id='felt-plan_file']")
    assert field is not None
    assert field.get("aria-invalid") == "true"
    assert "fejl-plan_file" in field.get("aria-describedby", "")
    assert list(planner.errors) == ["#felt-plan_file"]
    assert (planner.page.findtext(".//title") or "").startswith("Fejl: ")
