"""How well the keywords fit one question, each for every trial action on whose card it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from index.card_columns import CardColumns
from index.columns import Array, Flags, Weights, gather
from index.weights import KEYWORD_DEGREES, KEYWORD_LEAST

DEGREES = np.array(KEYWORD_DEGREES)


class Best(NamedTuple):
    """A keyword by number, and what it is worth to its trial action."""

    keyword: int
    worth: float


class Rows(NamedTuple):
    """Keywords, each with a trial action it is for, its share, and what that is worth to it."""

    keywords: Array
    actions: Array
    shares: Weights
    worth: Weights


@dataclass(frozen=True, eq=False, repr=False)
class Fit:
    """The keywords that have anything of a question, how well each fits, from 0 to 1.

    ``touched`` are the trial actions that have any of them; ``rarity`` says how telling the
    question is.
    """

    columns: CardColumns
    keywords: Array
    shares: Weights
    touched: Flags
    rarity: float

    @cached_property
    def _fitting(self) -> Rows:
        fitting = self.shares >= KEYWORD_LEAST
        return self._spread(self.keywords[fitting], self.shares[fitting])

    def _spread(self, keywords: Array, shares: Weights) -> Rows:
        places, lengths = gather(self.columns.actions.offsets, keywords)
        shares = np.repeat(shares, lengths)
        worth = shares * DEGREES[self.columns.ranks[places]]
        actions = self.columns.actions.values[places]
        return Rows(np.repeat(keywords, lengths), actions, shares, worth)

    def weigh_actions(self) -> tuple[Weights, Weights]:
        """Return what the best keyword of each trial action is worth, and how much it covers."""
        worth, covered = np.zeros(len(self.touched)), np.zeros(len(self.touched))
        np.maximum.at(worth, self._fitting.actions, self._fitting.worth)
        np.maximum.at(covered, self._fitting.actions, self._fitting.shares)
        return worth, covered

    def choose(self) -> Mapping[int, Best]:
        """Return the keyword of each trial action that is worth most, if any fits."""
        return _choose(self._fitting)

    def choose_nearest(self) -> Mapping[int, Best]:
        """Return the keyword of each touched trial action that is worth most, fit as it may."""
        return _choose(self._spread(self.keywords, self.shares))


def _choose(rows: Rows) -> Mapping[int, Best]:
    # From the least on, so that the best stays; of equals the first.
    order = np.lexsort((-np.arange(len(rows.worth)), rows.worth))
    best = zip(rows.keywords[order].tolist(), rows.worth[order].tolist(), strict=True)
    return dict(zip(rows.actions[order].tolist(), map(Best._make, best), strict=True))
