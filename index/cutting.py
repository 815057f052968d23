"""Scores → those of hits: the tail that is noise to a reader is cut off."""

import numpy as np

from index.columns import Flags, Weights
from index.weights import AS_MUCH, FLOOR, LACKING


def cut(scores: Weights, in_texts: Weights, *, covered: float, floor: float = FLOOR) -> Weights:
    """Return the scores without the tail that is noise to a reader.

    What is left has at least the share ``floor`` of the best score; ``in_texts`` is the share of
    the question that the texts have themselves, ``covered`` the most that anything covers of it.
    """
    if not scores.any() or covered < LACKING:
        return np.zeros(len(scores))
    return np.where((scores >= floor * scores.max()) | _say_as_much(in_texts), scores, 0.0)


def _say_as_much(in_texts: Weights) -> Flags:
    """Return which have a question in their own words: whoever reads them expects to find them."""
    most = in_texts.max(initial=0.0)
    flags: Flags = (in_texts >= AS_MUCH * most) & (most >= LACKING)
    return flags
