"""Where the hits end."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.cutting import cut
from index.weights import AS_MUCH, FLOOR, LACKING

NOWHERE = np.zeros(3)


def test_what_has_just_the_floor_is_the_last_hit() -> None:
    scores = np.array([2.0, 2.0 * FLOOR, 1.99 * FLOOR])

    assert cut(scores, NOWHERE, covered=1.0).tolist() == [2.0, 2.0 * FLOOR, 0.0]


def test_another_floor_ends_the_hits_elsewhere() -> None:
    assert cut(np.array([1.0, 0.6, 0.4]), NOWHERE, covered=1.0, floor=0.5).tolist() == [1, 0.6, 0]


@pytest.mark.parametrize(("covered", "hits"), [(LACKING, 1), (LACKING - 0.01, 0)])
def test_a_question_that_nothing_covers_has_no_hit(covered: float, hits: int) -> None:
    assert np.count_nonzero(cut(np.array([1.0, 0.0, 0.0]), NOWHERE, covered=covered)) == hits


def test_what_says_as_much_of_the_question_in_its_texts_is_a_hit_however_little_it_scores() -> None:
    scores, in_texts = np.array([1.0, 0.01, 0.01]), np.array([1.0, AS_MUCH, AS_MUCH - 0.01])

    assert cut(scores, in_texts, covered=1.0).tolist() == [1.0, 0.01, 0.0]


@given(st.lists(st.floats(0, 10), min_size=1, max_size=8), st.floats(0, 1))
def test_a_hit_keeps_its_score_and_the_best_is_a_hit(scores: list[float], covered: float) -> None:
    left = cut(np.array(scores), np.zeros(len(scores)), covered=covered)

    assert all(one in (0.0, score) for one, score in zip(left.tolist(), scores, strict=True))
    assert left.max() == (max(scores) if covered >= LACKING else 0.0)
