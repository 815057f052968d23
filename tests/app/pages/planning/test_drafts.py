"""A plan is given as the draft of a record; what it lacks is told at its fields, in Danish."""

import pytest

from app.settings import Settings
from catalogue.files import parse_record
from catalogue.plans import Plan
from catalogue.vocabulary import load_vocabulary
from tests.app.pages.planning.conftest import Planner
from tests.whole_plan import WHOLE


def test_a_whole_plan_gives_the_file_of_a_record(planner: Planner, settings: Settings) -> None:
    planner.open(WHOLE)

    answer = planner.press("udkast")

    record = parse_record(answer.text, load_vocabulary(settings.vocabulary))
    assert record.title == WHOLE.title
    assert answer.headers["Content-Type"].startswith("application/yaml")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{record.id}.yaml"'
    assert answer.headers["Cache-Control"] == "no-store"


def test_what_is_lacking_is_told_and_nothing_is_lost(planner: Planner) -> None:
    planner.open(Plan(title="Nærvær", problem="Mange er væk."))

    planner.press("udkast")

    assert planner.answer.status_code == 422
    assert "Udkastet mangler noget" in planner.text
    assert planner.errors == {
        "#felt-headline": "Skriv en overskrift.",
        "#felt-summary": "Skriv et resumé.",
        "#felt-municipality": "Skriv, hvilken kommune det er.",
        "#felt-themes": "Vælg mindst ét tema.",
        "#felt-focus_areas": "Vælg mindst ét fokusområde.",
        "#felt-purpose": "Skriv, hvad I vil opnå.",
        "#felt-actions": "Skriv, hvad I vil gøre.",
    }
    assert ("problem", "Mange er væk.") in planner.fields


def test_lacks_are_told_in_the_order_of_the_form(planner: Planner) -> None:
    planner.press("udkast")

    told = [address.removeprefix("#felt-") for address in planner.errors]
    asked = [name for name, _ in planner.fields if name in told]
    assert [name for name in told if name in asked] == asked
    assert told[:3] == ["problem", "purpose", "actions"]


def test_every_lack_leads_to_its_field(planner: Planner) -> None:
    planner.press("udkast")

    ids = {element.get("id") for element in planner.page.iter()}
    assert len(planner.errors) == 9
    assert {address.removeprefix("#") for address in planner.errors} <= ids


def test_a_draft_that_lacks_something_can_be_had_as_it_is(planner: Planner) -> None:
    planner.type("title", "Nærvær")
    planner.press("udkast")
    assert "Hent udkastet, som det er" in planner.text

    answer = planner.press("udkast-alligevel")

    assert answer.status_code == 200
    assert answer.text.startswith("id: naervaer\ntitle: Nærvær\n")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"municipality": "Atlantis"}, "”Atlantis” står ikke på listen over kommuner"),
        ({"schools": "???"}, "Skriv skolernes navne"),
        (
            {
                "themes": (
                    *("co-teaching", "skolefravaer", "overgange"),
                    *("videndeling", "elevinddragelse", "teamsamarbejde"),
                )
            },
            "Vælg højst 5 temaer.",
        ),
        (
            {"municipality": "Lemvig", "title": "Styrket samarbejde"},
            "Kataloget har allerede en post, der ville få samme id.",
        ),
    ],
    ids=["municipality", "school", "themes", "id"],
)
def test_what_a_record_does_not_allow_is_told(
    planner: Planner, changed: dict[str, object], told: str
) -> None:
    planner.open(Plan.model_validate(WHOLE.model_dump() | changed))

    planner.press("udkast")

    (text,) = planner.errors.values()
    assert told in text


@pytest.mark.parametrize("title", ["x" * 300, "og i til"])
def test_the_file_of_a_draft_is_named_after_the_record_in_it(
    planner: Planner, settings: Settings, title: str
) -> None:
    planner.open(WHOLE.model_copy(update={"title": title}))

    answer = planner.press("udkast")

    record = parse_record(answer.text, load_vocabulary(settings.vocabulary))
    assert record.id != "odder"
    assert f'filename="{record.id}.yaml"' in answer.headers["Content-Disposition"]


def test_a_dash_is_no_problem_told(planner: Planner) -> None:
    planner.open(WHOLE.model_copy(update={"problem": "-"}))

    planner.press("udkast")

    assert planner.errors == {"#felt-problem": "Skriv, hvilket problem I vil løse."}
