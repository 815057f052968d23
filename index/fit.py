"""How well the keywords fit one question, each for every trial action on whose card it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from index.card_columns import CardColumns
from index.columns import Array, Flags, Weights, gather
from index.weights import KEYWORD_COVERS, KEYWORD_DEGREES, KEYWORD_LEAST

DEGREES = np.array(KEYWORD_DEGREES)


class Best(NamedTuple):
    """A keyword by number, and what it is worth to its trial action."""

    keyword: int
    worth: float


class Rows(NamedTuple):
    """Keywords, each with a trial action it is for and what it is worth to it."""

    keywords: Array
    actions: Array
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
        shares, ranks = np.repeat(shares, lengths), self.columns.ranks[places]
        return Rows(
            keywords=np.repeat(keywords, lengths),
            actions=self.columns.actions.values[places],
            worth=shares * DEGREES[ranks],
        )

    @property
    def covered(self) -> float:
        """How much of the question the keyword that fits best covers."""
        best = float(self.shares.max(initial=0.0))
        return KEYWORD_COVERS * best if best >= KEYWORD_LEAST else 0.0

    def weigh_actions(self) -> Weights:
        """Return what each trial action's best keyword is worth."""
        worth = np.zeros(len(self.touched))
        np.maximum.at(worth, self._fitting.actions, self._fitting.worth)
        return worth

    def choose(self) -> Mapping[int, Best]:
        """Return the keyword of each trial action that is worth most, if any fits."""
        return _choose(self._fitting)

    def choose_nearest(self) -> Mapping[int, Best]:
        """Return the keyword of each touched trial action that is worth most, fit as it may."""
        return _choose(self._spread(self.keywords, self.shares))


def _choose(rows: Rows) -> Mapping[int, Best]:
    # For each action from the least on, of equals from the last: the best ends its run.
    order = np.lexsort((-np.arange(len(rows.worth)), rows.worth, rows.actions))
    actions = rows.actions[order]
    is_last = np.ones(len(order), dtype=bool)
    is_last[:-1] = actions[1:] != actions[:-1]
    chosen = order[is_last]
    best = zip(rows.keywords[chosen].tolist(), rows.worth[chosen].tolist(), strict=True)
    return dict(zip(rows.actions[chosen].tolist(), map(Best._make, best), strict=True))
