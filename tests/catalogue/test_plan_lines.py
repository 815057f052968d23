"""The lines of a plan: lists and paragraphs."""

from hypothesis import given
from hypothesis import strategies as st

from catalogue.plan_lines import find_mark, group_lines


def test_lines_with_a_mark_are_a_list_without_their_marks() -> None:
    text = "Vi vil:\n- Ringe hjem\n\n• Holde møde\nBagefter ser vi."

    assert group_lines(text) == [
        (False, ["Vi vil:"]),
        (True, ["Ringe hjem", "Holde møde"]),
        (False, ["Bagefter ser vi."]),
    ]


def test_a_dash_within_a_word_or_a_number_makes_no_list() -> None:
    assert group_lines("-5 grader\n1. Ringe hjem") == [(False, ["-5 grader", "1. Ringe hjem"])]


@given(st.text("ab -•\n"))
def test_no_line_is_lost(text: str) -> None:
    lines = [line.strip() for line in text.split("\n") if line.strip()]

    grouped = [line for _, run in group_lines(text) for line in run]

    assert grouped == [line.removeprefix(find_mark(line)) for line in lines]
