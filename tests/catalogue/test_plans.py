"""A plan holds whatever has been written so far, cleaned of what no page or document can hold."""

import pytest
from pydantic import ValidationError

from catalogue.plans import MOST_INSPIRATIONS, MOST_ROWS, Plan, Unknown, drop_unknown
from catalogue.vocabulary import Vocabulary

HUNDRED_KB = "Læring. " * 12_500


def test_nothing_in_a_plan_is_required() -> None:
    assert Plan().is_blank()


def test_what_a_plan_is_inspired_by_was_chosen_and_not_written() -> None:
    assert Plan(inspired_by=("odder-bedre-muligheder-for-alle",)).is_blank()
    assert not Plan(title="Ro i timerne").is_blank()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Et\r\nto\rtre", "Et\nto\ntre"),
        ("  \n Vi begynder småt. \n\n", "Vi begynder småt."),
        ("Der\x00 er\x0b ro\x1b.\x85", "Der er ro."),
        ("\ufffe\ud800ro\U0001ffff", "ro"),
        ("A\u030arhus", "Århus"),
        ("Et\ttabulatortegn", "Et\ttabulatortegn"),
        ('<b>=SUM(A1)</b> & "mere"', '<b>=SUM(A1)</b> & "mere"'),
    ],
    ids=["line-ends", "outer-space", "controls", "no-characters", "two-parts", "tab", "markup"],
)
def test_a_text_is_cleaned_of_what_cannot_be_shown_and_of_nothing_else(
    written: str, kept: str
) -> None:
    assert Plan(problem=written).problem == kept


def test_what_is_asked_for_on_one_line_is_put_on_one() -> None:
    assert Plan(title="Ro \r\n i  timerne").title == "Ro i timerne"


def test_a_hundred_kilobytes_in_a_field_are_kept() -> None:
    assert Plan(problem=HUNDRED_KB).problem == HUNDRED_KB.strip()


def test_rows_without_a_word_in_them_are_let_go() -> None:
    rows = [{}, {"when": " "}, {"what": "Vi mødes"}, {"responsible": ""}]

    assert [row.what for row in Plan.model_validate({"schedule": rows}).schedule] == ["Vi mødes"]


def test_an_id_that_is_given_twice_is_kept_once() -> None:
    assert Plan(themes=("overgange", "videndeling", "overgange")).themes == (
        "overgange",
        "videndeling",
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"inspired_by": [f"a-{n}" for n in range(MOST_INSPIRATIONS + 1)]},
        {"inspired_by": ["<script>"]},
        {"schedule": [{"what": "x"}] * (MOST_ROWS + 1)},
        {"stakeholders": [{"hat": "x"}]},
        {"problem": 7},
        {"hat": "x"},
    ],
    ids=["many-ids", "no-id", "many-rows", "unknown-cell", "no-text", "unknown-field"],
)
def test_what_is_no_plan_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Plan.model_validate(fields)


def test_ids_that_do_not_exist_are_told_and_all_else_is_kept(vocabulary: Vocabulary) -> None:
    plan = Plan(
        problem="Uro",
        inspired_by=("findes", "findes-ikke"),
        themes=("hest", "overgange"),
        levels=("univers",),
    )

    kept, unknown = drop_unknown(plan, vocabulary, ["findes", "en-anden"])

    assert kept == Plan(problem="Uro", inspired_by=("findes",), themes=("overgange",))
    assert set(unknown) == {
        Unknown("inspired_by", "findes-ikke"),
        Unknown("themes", "hest"),
        Unknown("levels", "univers"),
    }
