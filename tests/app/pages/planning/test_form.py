"""The form gives back what was put in it, whatever that is, and says at the top what is wrong."""

import httpx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.plans import MOST_ROWS, Plan
from tests.app.pages.conftest import read_page
from tests.app.pages.planning.conftest import Planner, read_form

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
