"""How much of a question stands in one document: what is together, and where a hit is shown."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from index.columns import Array, Weights, gather
from index.scored import Scored
from index.snapshot import Snapshot
from index.weighing import HUNDREDTHS


class Blocks:
    """The documents of a snapshot before one question."""

    def __init__(self, snapshot: Snapshot, words: Sequence[Scored]) -> None:
        self._columns = snapshot.columns
        self._words = words

    @cached_property
    def _tables(self) -> list[Weights]:
        """How well each index word stands for each wanted one."""
        tables = []
        for word in self._words:
            table = np.zeros(len(self._columns.terms))
            table[word.ways.words] = word.ways.weights
            tables.append(table)
        return tables

    def weigh(self, documents: Array) -> Weights:
        """Return how much of the question each of the documents has."""
        columns = self._columns.documents
        places, lengths = gather(columns.said.words.offsets, documents)
        said = columns.said.words.values[places]
        starts = np.cumsum(lengths) - lengths
        certainty = columns.certainty[documents] / HUNDREDTHS
        worth = np.zeros(len(documents))
        for word, table in zip(self._words, self._tables, strict=True):
            best = max_by_run(table[said], starts, lengths) * certainty
            if len(word.ways.others):
                others = np.isin(documents, word.ways.others)
                best[others] = np.maximum(best[others], word.ways.others_weight)
            worth += word.rarity * best
        return worth


def max_by_run(values: Weights, starts: Array, lengths: Array) -> Weights:
    """Return the largest value of each run, 0 for an empty one."""
    if not len(starts):
        return np.zeros(0)
    # One more, since an empty run may stand at the very end.
    largest: Weights = np.maximum.reduceat(np.append(values, 0), starts)
    return np.where(lengths > 0, largest, 0)
