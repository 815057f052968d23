"""How well the keywords of made-up cards fit a question."""

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fit import Best, Fit
from index.keywords import Keywords
from index.language import Language
from index.weights import KEYWORD_COVERS, KEYWORD_DEGREES, KEYWORD_LEAST
from tests.index.made_up_cards import make_cards

MAIN, USEFUL, TOUCHED = KEYWORD_DEGREES
NEARLY = KEYWORD_LEAST - 0.01
# The keywords by number: 0 on two cards, 1 and 2 on the first alone, 3 on the second; the third
# trial action has none.
CARDS: Keywords = {
    "a": (("ro", "kamp"), ("spark",), ()),
    "b": (("hest",), (), ("ro",)),
    "c": ((), (), ()),
}
RO, KAMP, SPARK, HEST = range(4)


def fit(language: Language, shares: Mapping[int, float]) -> Fit:
    """Return a fit of the keywords that have something of a question, each as well as told."""
    columns = make_cards(CARDS, language).columns
    assert list(columns.texts) == ["ro", "kamp", "spark", "hest"]
    having = [action for keyword in shares for action in columns.actions[keyword].tolist()]
    touched = np.isin(np.arange(len(CARDS)), having)
    return Fit(columns, np.array(sorted(shares), np.int64), np.array(by_number(shares)), touched, 1)


def by_number(shares: Mapping[int, float]) -> list[float]:
    return [shares[keyword] for keyword in sorted(shares)]


def test_the_worthiest_keyword_of_an_action_is_chosen(language: Language) -> None:
    chosen = fit(language, {RO: 0.5, KAMP: 0.9, SPARK: 1.0}).choose()

    # A useful one is worth less than one that fits nearly as well and is a main one.
    assert chosen[0] == Best(KAMP, 0.9 * MAIN)


def test_of_two_keywords_worth_the_same_the_first_is_chosen(language: Language) -> None:
    assert fit(language, {RO: 0.8, KAMP: 0.8}).choose()[0] == Best(RO, 0.8 * MAIN)


def test_a_keyword_on_several_cards_counts_for_each_in_its_degree(language: Language) -> None:
    found = fit(language, {RO: 0.8})

    worth = found.weigh_actions()

    assert found.choose() == {0: Best(RO, 0.8 * MAIN), 1: Best(RO, 0.8 * TOUCHED)}
    assert worth.tolist() == [0.8 * MAIN, 0.8 * TOUCHED, 0.0]


@pytest.mark.parametrize(
    ("shares", "covered"),
    [({RO: 0.9, SPARK: 1.0}, KEYWORD_COVERS), ({RO: 0.8}, 0.8 * KEYWORD_COVERS), ({RO: NEARLY}, 0)],
)
def test_what_fits_best_covers_the_question_in_whatever_degree(
    language: Language, shares: dict[int, float], covered: float
) -> None:
    assert fit(language, shares).covered == pytest.approx(covered)


def test_what_hardly_fits_is_neither_weighed_nor_chosen(language: Language) -> None:
    found = fit(language, {RO: NEARLY, HEST: KEYWORD_LEAST})

    assert found.choose() == {1: Best(HEST, KEYWORD_LEAST * MAIN)}
    assert found.weigh_actions().tolist() == [0.0, KEYWORD_LEAST * MAIN, 0.0]


def test_what_hardly_fits_is_the_nearest_where_nothing_fits_better(language: Language) -> None:
    nearest = fit(language, {RO: NEARLY, HEST: 0.3}).choose_nearest()

    assert nearest == {0: Best(RO, NEARLY * MAIN), 1: Best(HEST, 0.3 * MAIN)}


@pytest.mark.parametrize(
    ("term", "touched"),
    [("ro", [True, True, False]), ("spark", [True, False, False]), ("zz", [False] * 3)],
)
def test_an_action_is_touched_whose_card_has_a_word_of_the_question(
    language: Language, term: str, touched: list[bool]
) -> None:
    cards = make_cards(CARDS, language)

    assert cards.fit([cards.find(term)], [1.0]).touched.tolist() == touched


@given(st.dictionaries(st.sampled_from([RO, KAMP, SPARK, HEST]), st.floats(0.01, 1.0)))
def test_each_action_that_a_fitting_keyword_is_for_has_what_the_chosen_one_is_worth(
    language: Language, shares: dict[int, float]
) -> None:
    found = fit(language, shares)
    worth = found.weigh_actions()

    chosen, nearest = found.choose(), found.choose_nearest()

    assert {action: best.worth for action, best in chosen.items()} == {
        action: one for action, one in enumerate(worth.tolist()) if one
    }
    assert sorted(nearest) == np.flatnonzero(found.touched).tolist()
    assert chosen.keys() <= nearest.keys()
