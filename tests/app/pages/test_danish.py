"""Danish numbers and lists of words."""

import pytest

from app.pages.danish import (
    SOFT_HYPHEN,
    count_noun,
    join_labels,
    join_quoted,
    join_words,
    soften_name,
)


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0 kommuner"), (1, "1 kommune"), (2, "2 kommuner"), (1234, "1.234 kommuner")],
)
def test_a_number_has_its_noun_in_the_right_form(number: int, text: str) -> None:
    assert count_noun(number, "kommune", "kommuner") == text


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (list("abc"), "a, b og c")]
)
def test_words_are_listed_as_a_sentence_does(words: list[str], text: str) -> None:
    assert join_words(words) == text


def test_labels_in_one_heading_lose_their_capitals_but_abbreviations_do_not() -> None:
    assert join_labels(["Elever", "Forældre", "PPR"]) == "Elever, forældre og PPR"


def test_quoted_words_stand_in_danish_quotation_marks() -> None:
    assert join_quoted(["a", "b"]) == "”a” og ”b”"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Frederikshavn", ["Frederiks", "havn"]),
        ("Vordingborg", ["Vording", "borg"]),
        ("Odense", ["Odense"]),
        ("Viborg", ["Viborg"]),
        ("Havn", ["Havn"]),
    ],
)
def test_the_long_name_of_a_place_may_be_parted_before_its_ending(
    name: str, parts: list[str]
) -> None:
    assert soften_name(name).split(SOFT_HYPHEN) == parts
