"""How much of a question stands in each of some documents: from which of them a hit is shown."""

from collections.abc import Sequence

import numpy as np

from index.columns import Array, Weights, gather
from index.scored import Scored
from index.snapshot import Snapshot
from index.weighing import HUNDREDTHS


def weigh_blocks(snapshot: Snapshot, words: Sequence[Scored], documents: Array) -> Weights:
    """Return how much of the wanted words each of the documents has."""
    columns = snapshot.columns.documents
    places, lengths = gather(columns.said.words.offsets, documents)
    said = columns.said.words.values[places]
    starts = np.cumsum(lengths) - lengths
    certainty = columns.certainty[documents] / HUNDREDTHS
    worth = np.zeros(len(documents))
    for word in words:
        # How well each index word stands for the wanted one.
        table = np.zeros(len(snapshot.columns.terms))
        table[word.ways.words] = word.ways.weights
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
