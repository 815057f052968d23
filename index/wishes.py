"""The words of a question before one lexicon: which of its words stand for them, and how well."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from index.columns import Array, Weights
from index.expanding import Expansion, Stand
from index.reaching import NAMES, Codes


@dataclass(frozen=True, eq=False, repr=False)
class Wishes:
    """Words of a question, each with what may stand for it among ``size`` words."""

    ways: tuple[tuple[str, Expansion], ...]
    size: int

    @property
    def table(self) -> Weights:
        """How well each word of the lexicon is wanted."""
        return self._best[0]

    @cached_property
    def _best(self) -> tuple[Weights, Array, Codes]:
        """The best way of each word of the lexicon: its weight, of which wish, and its code."""
        weights, wishes = np.zeros(self.size), np.zeros(self.size, np.int32)
        kinds = np.zeros(self.size, np.uint8)
        for number, (_, expansion) in enumerate(self.ways):
            better = expansion.weights > weights[expansion.words]
            words = expansion.words[better]
            weights[words], kinds[words] = expansion.weights[better], expansion.kinds[better]
            wishes[words] = number
        return weights, wishes, kinds

    def find(self, word: int) -> tuple[str, Stand] | None:
        """Return which word of the question a word stands for best, and how."""
        weights, wishes, kinds = self._best
        weight = float(weights[word])
        return (self.ways[wishes[word]][0], Stand(NAMES[kinds[word]], weight)) if weight else None
