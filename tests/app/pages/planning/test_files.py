"""A plan is saved as a file and opened from it; what is no plan costs nothing that was written."""

import json

import pytest

from app.pages.planning.answering import LARGEST_FILE, TOO_LARGE
from catalogue.plan_files import FORMAT, VERSION, format_plan, parse_plan
from catalogue.plans import Plan
from tests.app.pages.planning.conftest import Planner

FIRST, SECOND = "aabenraa-skolevaegring", "egedal-vaerkstedsundervisning"
PLAN = Plan(title="Ro på Åskolen", problem="Uro", inspired_by=(FIRST,), themes=("overgange",))


def test_the_file_is_named_after_the_plan(planner: Planner) -> None:
    planner.open(PLAN)

    answer = planner.press("fil")

    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="ro-paa-aaskolen.proevehandling.json"'
    )
    assert answer.content == format_plan(PLAN)


def test_a_plan_without_a_title_has_a_file_with_a_name(planner: Planner) -> None:
    planner.type("title", "!?")

    named = planner.press("fil").headers["Content-Disposition"]

    assert named == 'attachment; filename="plan.proevehandling.json"'


@pytest.mark.parametrize("button", ["fil", "print"])
@pytest.mark.parametrize("field", ["problem", "schedule.2.what"])
def test_a_plan_whose_file_could_not_be_opened_again_is_told_and_kept(
    planner: Planner, button: str, field: str
) -> None:
    quoted = "x" * 960_000 + '"' * 15_000
    planner.type(field, quoted)

    planner.press(button)

    assert planner.answer.status_code == 422
    assert planner.errors == {f"#felt-{field.partition('.')[0]}": TOO_LARGE}
    assert quoted in dict(planner.fields).values()


def test_the_largest_file_that_is_given_can_be_opened_and_printed(planner: Planner) -> None:
    around = len(format_plan(Plan(problem="x"))) - 1
    whole = Plan(problem="x" * (LARGEST_FILE - around))
    planner.type("problem", whole.problem)
    assert len(planner.press("fil").content) == LARGEST_FILE
    planner.visit()

    planner.open(whole)
    planner.press("print")
    planner.press("opdater")

    assert planner.save() == whole
    planner.type("problem", f"{whole.problem}x")
    assert planner.press("fil").status_code == 422


def test_a_title_of_any_length_gives_a_file(planner: Planner) -> None:
    planner.type("title", "x" * 100_000)

    for button in ("fil", "word", "udkast-alligevel"):
        answer = planner.press(button)
        assert answer.status_code == 200
        assert len(answer.headers["Content-Disposition"]) < 200


def test_what_was_chosen_before_a_file_is_opened_is_added_to_it(planner: Planner) -> None:
    planner.visit(f"id={SECOND}")

    planner.open(PLAN)

    assert "Planen er åbnet." in planner.text
    assert planner.save().inspired_by == (FIRST, SECOND)


def test_a_file_does_not_take_the_place_of_what_is_written_unless_that_is_wanted(
    planner: Planner,
) -> None:
    planner.type("purpose", "Ro")

    planner.press("aabn", file=format_plan(PLAN))

    assert planner.answer.status_code == 422
    assert "I har allerede skrevet noget" in planner.text
    assert planner.save() == Plan(purpose="Ro")
    planner.type("replace", "ja")
    planner.open(PLAN)
    assert planner.save() == PLAN


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (b"", "Vælg en fil"),
        (b"PK\x03\x04", "Filen kan ikke læses"),
        (b'{"name": "noget andet"}', "Filen er ikke en plan herfra"),
        (
            json.dumps({"format": FORMAT, "version": VERSION + 1}).encode(),
            "en anden udgave af planlæggeren",
        ),
        (
            json.dumps({"format": FORMAT, "version": VERSION, "problem": []}).encode(),
            "noget i den er ændret",
        ),
        (
            json.dumps({"format": FORMAT, "version": VERSION, "schedule": [{}] * 101}).encode(),
            "plads til 20 prøvehandlinger og 100 rækker",
        ),
    ],
    ids=["none", "broken", "foreign", "other-version", "changed", "too-long"],
)
def test_a_file_that_is_no_plan_is_told_and_the_form_is_kept(
    planner: Planner, file: bytes, told: str
) -> None:
    planner.visit(f"id={FIRST}")

    planner.press("aabn", file=file)

    assert planner.answer.status_code == 422
    assert told in planner.errors["#felt-plan_file"]
    is_a_plan = "udgave" in told or "ændret" in told or "plads" in told
    assert ("Vælg en fil" in planner.errors["#felt-plan_file"]) != is_a_plan
    assert planner.save() == Plan(inspired_by=(FIRST,))


def test_what_a_file_names_and_the_catalogue_has_not_is_told_and_the_rest_is_opened(
    planner: Planner,
) -> None:
    plan = Plan(problem="Uro", inspired_by=("findes-ikke", FIRST), themes=("hat",))

    planner.press("aabn", file=format_plan(plan))

    assert "Planen er åbnet." in planner.text
    assert planner.errors.keys() == {"#felt-inspired_by", "#felt-themes"}
    assert planner.save() == Plan(problem="Uro", inspired_by=(FIRST,))


WRONG_ALONE, WITH_THE_FILE = ["#felt-inspired_by"], ["#felt-plan_file", "#felt-inspired_by"]


@pytest.mark.parametrize(
    ("file", "wrong"),
    [(b"", WITH_THE_FILE), (b"PK", WITH_THE_FILE), (format_plan(PLAN), WRONG_ALONE)],
    ids=["none", "broken", "sound"],
)
@pytest.mark.parametrize(
    ("typed", "left"),
    [("Noget om fravær!", "Noget om fravær!"), ("/proevehandlinger/findes-ikke", "")],
    ids=["text", "link"],
)
def test_what_names_nothing_is_told_also_when_a_file_is_opened(
    planner: Planner, file: bytes, wrong: list[str], typed: str, left: str
) -> None:
    planner.type("more_inspirations", typed)

    planner.press("aabn", file=file)

    links = planner.page.findall(".//div[@class='errors']//li/a")
    assert [link.get("href") for link in links] == wrong
    assert typed.rpartition("/")[2] in planner.errors["#felt-inspired_by"]
    assert ("more_inspirations", left) in planner.fields


def test_a_plan_that_the_page_for_printing_holds_is_not_trusted_either(planner: Planner) -> None:
    planner.fields = [("whole_plan", "{}")]

    planner.press("opdater")

    assert planner.answer.status_code == 422
    assert "Filen er ikke en plan herfra" in planner.text


def test_a_saved_file_is_the_same_when_nothing_was_changed(planner: Planner) -> None:
    planner.open(PLAN)
    first = planner.press("fil").content
    planner.visit()
    planner.open(parse_plan(first))

    assert planner.press("fil").content == first
