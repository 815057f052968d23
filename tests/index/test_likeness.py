"""Keywords that are written much like a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language import Language
from index.likeness import RUN, count_runs, find_alike, list_runs
from index.snapshot import Snapshot
from index.weights import ALIKE
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
    found = alike([["uro"], ["uro", "skolegård"]], ["uro"])

    assert found[0] > found[1] > 0


def test_what_has_no_run_in_common_is_not_alike() -> None:
    assert alike([["uro"]], ["zzz"]) == {}
    assert alike([["uro"]], []) == {}


def test_a_run_that_nearly_all_keywords_have_tells_none_from_another() -> None:
    runs = count_runs([["skoleleder"], *[["skole"]] * 9])

    assert " sko" not in runs.texts.places
    assert "eled" in runs.texts.places


@given(WORDS)
def test_a_phrase_is_most_like_itself(words: list[str]) -> None:
    told = [run for run in list_runs(words) if not any(run in list_runs(one) for one in OTHERS)]

    found = alike([words, ["uro"]], words)

    assert not told or max(found, key=lambda number: found[number]) == 0


@given(WORDS)
def test_the_runs_of_a_phrase_are_in_it(words: list[str]) -> None:
    text = f" {' '.join(words)} "

    assert all(len(run) == RUN and run in text for run in list_runs(words))


def test_only_those_most_alike_vote(snapshot: Snapshot) -> None:
    runs = snapshot.cards.columns.runs
    numbers, weights = find_alike(runs, ["inklusion", "klasse"])
    _, few = find_alike(runs, ["inklusion"])

    # As many, and those that are as much alike as the last of them.
    assert ALIKE <= len(numbers) < 3 * ALIKE
    assert weights.min() > 0
    assert len(few) >= ALIKE


@pytest.mark.parametrize("words", [["kampen"], ["kamp", "zzzz"], ["hvad", "kamp"]])
def test_neither_its_form_nor_words_that_say_nothing_change_what_is_like_a_question(
    language: Language, words: list[str]
) -> None:
    cards = make_cards({"a": (("kamp om magt",), (), ()), "b": (("ro",), (), ())}, language)

    assert cards.poll(words).alike.tolist() == cards.poll(["kamp"]).alike.tolist()
