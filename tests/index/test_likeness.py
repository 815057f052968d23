"""Keywords that are written much like a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language import Language
from index.likeness import count_runs, find_alike, list_runs
from index.snapshot import Snapshot
from index.weights import ALIKE, ALIKE_POWER
from tests.index.made_up_cards import make_cards

WORDS = st.lists(st.text("abcdef", min_size=1, max_size=9), max_size=4)
# So many that a run of some is none of all.
OTHERS = [[f"{letter}{letter}{letter}{letter}{letter}"] for letter in "abcdefghijklmnopqrst"]


def alike(keywords: list[list[str]], words: list[str]) -> dict[int, float]:
    """Return what each keyword says of the words, by number."""
    numbers, weights = find_alike(count_runs([*keywords, *OTHERS]), words)
    return dict(zip(numbers.tolist(), weights.tolist(), strict=True))


def test_a_part_of_a_compound_makes_two_phrases_alike() -> None:
    assert set(alike([["vikardækning"], ["svømmehal"]], ["vikartimer"])) == {0}


def test_the_more_of_a_keyword_a_phrase_has_the_more_alike_they_are() -> None:
    found = alike([["uro"], ["uro", "ro"]], ["uro"])

    assert found[0] > found[1] > 0


def test_what_has_no_run_in_common_is_not_alike() -> None:
    assert alike([["uro"]], ["zzz"]) == {}
    assert alike([["uro"]], []) == {}


def test_a_run_that_more_than_a_tenth_of_the_keywords_have_tells_none_from_another() -> None:
    runs = count_runs([["skole"], ["skole"], ["skoleleder"], *OTHERS[:17]])

    # Three of twenty have the first, two the second.
    assert " sko" not in runs.texts.places
    assert "ole " in runs.texts.places


@given(WORDS)
def test_a_phrase_is_most_like_itself(words: list[str]) -> None:
    told = [run for run in list_runs(words) if not any(run in list_runs(one) for one in OTHERS)]

    found = alike([words, ["uro"]], words)

    assert not told or max(found, key=lambda number: found[number]) == 0


def test_the_runs_of_a_phrase_are_all_that_stand_in_it_each_once() -> None:
    assert list(list_runs(["skole"])) == [" sko", "skol", "kole", "ole "]
    assert list(list_runs(["ro", "ro"])) == [" ro ", "ro r", "o ro"]


def test_only_those_most_alike_vote(snapshot: Snapshot) -> None:
    _, weights = find_alike(snapshot.cards.columns.runs, ["inklusion", "klasse"])

    assert weights.min() >= (ALIKE * weights.max() ** (1 / ALIKE_POWER)) ** ALIKE_POWER * 0.999
    assert 1 < len(weights) < len(snapshot.cards.columns.texts) / 20


@pytest.mark.parametrize(
    "words", [["kampen"], ["kamp", "zzzz"], ["hvad", "kamp"], ["kamp", "kamp"]]
)
def test_neither_its_form_nor_words_that_say_nothing_change_what_is_like_a_question(
    language: Language, words: list[str]
) -> None:
    cards = make_cards({"a": (("kamp om magt",), (), ()), "b": (("ro",), (), ())}, language)
    asked = cards.poll(["kamp"]).alike

    assert asked.any()
    assert cards.poll(words).alike.tolist() == asked.tolist()
