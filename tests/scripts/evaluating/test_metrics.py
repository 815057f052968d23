"""The measures, on rankings small enough to reckon by hand."""

from math import log2

import pytest

from scripts.evaluating.metrics import measure

GRADES = {"a": 3, "b": 2, "c": 1}


def test_the_best_order_has_ndcg_1() -> None:
    assert measure(["a", "b", "c"], GRADES).ndcg == pytest.approx(1)


def test_a_worse_order_loses_by_gain_and_place() -> None:
    best = 7 + 3 / log2(3) + 1 / 2
    actual = 1 + 3 / log2(3) + 7 / 2

    assert measure(["c", "b", "a"], GRADES).ndcg == pytest.approx(actual / best)


def test_only_the_first_ten_count_for_ndcg_and_recall_at_ten() -> None:
    ranking = [*"0123456789", "a"]

    assert measure(ranking, {"a": 3}).ndcg == 0
    assert measure(ranking, {"a": 3}).recall == 0
    assert measure(ranking, {"a": 3}).recall_of_all == 1


def test_recall_asks_for_what_is_useful_and_precision_for_all_that_touches() -> None:
    measures = measure(["a", "c", "x", "y"], GRADES)

    assert measures.recall == pytest.approx(1 / 2)
    assert measures.precision == pytest.approx(2 / 4)


def test_the_reciprocal_rank_is_that_of_the_first_useful_hit() -> None:
    assert measure(["c", "x", "b"], GRADES).reciprocal_rank == pytest.approx(1 / 3)
    assert measure(["x"], GRADES).reciprocal_rank == 0


def test_finding_nothing_is_right_only_where_there_is_nothing() -> None:
    assert measure([], {}).precision == 1
    assert measure([], {}).ndcg is None
    assert measure(["x"], {}).precision == 0
    assert measure([], GRADES).precision is None
    assert measure([], GRADES).ndcg == 0
