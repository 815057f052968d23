"""How well the keywords fit one question, each for every trial action on whose card it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from index.columns import Array, Flags, Weights
from index.weights import KEYWORD_LEAST


class Best(NamedTuple):
    """A keyword by number, and what it is worth to its trial action."""

    keyword: int
    worth: float


@dataclass(frozen=True, eq=False, repr=False)
class Fit:
    """The keywords that have anything of a question, each with a trial action it is for.

    ``shares`` says how well each fits, from 0 to 1, ``worth`` what that is to the action;
    ``rarity`` how telling the question is.
    """

    keywords: Array
    actions: Array
    shares: Weights
    worth: Weights
    rarity: float

    def weigh_actions(self, size: int) -> tuple[Weights, Weights]:
        """Return what the best keyword of each of ``size`` trial actions is worth, and covers."""
        worth, covered = np.zeros(size), np.zeros(size)
        fitting = self.shares >= KEYWORD_LEAST
        actions = self.actions[fitting]
        np.maximum.at(worth, actions, self.worth[fitting])
        np.maximum.at(covered, actions, self.shares[fitting])
        return worth, covered

    def touch_actions(self, size: int) -> Flags:
        """Return which of ``size`` trial actions have a keyword with anything of the question."""
        touched = np.zeros(size, dtype=bool)
        touched[self.actions] = True
        return touched

    def choose(self, least: float = KEYWORD_LEAST) -> Mapping[int, Best]:
        """Return the keyword of each trial action that is worth most, if any fits that well."""
        fitting = np.flatnonzero(self.shares >= least)
        # From the least on, so that the best stays; of equals the first.
        order = fitting[np.lexsort((-fitting, self.worth[fitting]))]
        rows = zip(self.keywords[order].tolist(), self.worth[order].tolist(), strict=True)
        return dict(zip(self.actions[order].tolist(), map(Best._make, rows), strict=True))
