"""The words of a question before one lexicon: which of its words stand for them, and how well."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from index.columns import Weights
from index.expanding import Expansion, Stand


@dataclass(frozen=True, eq=False, repr=False)
class Wishes:
    """Words of a question, each with what may stand for it among ``size`` words."""

    ways: tuple[tuple[str, Expansion], ...]
    size: int

    @cached_property
    def table(self) -> Weights:
        """How well each word of the lexicon is wanted."""
        table = np.zeros(self.size)
        for _, expansion in self.ways:
            table[expansion.words] = np.maximum(table[expansion.words], expansion.weights)
        return table

    def find(self, word: int) -> tuple[str, Stand] | None:
        """Return which word of the question a word stands for best, and how."""
        best: tuple[str, Stand] | None = None
        for text, expansion in self.ways:
            stand = expansion.find(word)
            if stand and (best is None or stand.weight > best[1].weight):
                best = text, stand
        return best
