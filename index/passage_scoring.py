"""Question × snapshot → a score for every passage: one document is what it says and no more."""

from collections.abc import Sequence

import numpy as np

from index.columns import Array, Weights, gather
from index.scored import Scored, Ways
from index.scoring import add_by_number, weigh_covered
from index.snapshot import Snapshot
from index.togetherness import max_from
from index.weighing import HUNDREDTHS
from index.weights import COUNTS_AS_FOUND, COVERED, LENT, PASSAGE_SATURATION


def score_passages(
    snapshot: Snapshot, words: Sequence[Scored], *, lends: bool
) -> tuple[Weights, Weights]:
    """Return the score of every passage, and how much of the question it covers.

    Where the trial action ``lends``, a passage has something of what its heads are about.
    """
    size = len(snapshot.documents)
    found, coverage = np.zeros(size), np.zeros(size)
    for word in words:
        amounts, best = _score_documents(snapshot, word.ways)
        if lends:
            lent = LENT * (_lend(snapshot, best) >= COUNTS_AS_FOUND)
            amounts, best = np.maximum(amounts, lent), np.maximum(best, lent)
        found += word.rarity * amounts / (PASSAGE_SATURATION + amounts)
        coverage += word.rarity * np.minimum(best / COVERED, 1.0)
    # What heads a record is no passage, and its coverage no measure for one.
    blocks = snapshot.columns.documents.blocks
    return weigh_covered(found, np.where(blocks, coverage, 0), words)


def _lend(snapshot: Snapshot, best: Array) -> Array:
    """Return how surely the heads of each document's trial action have a wanted word."""
    columns = snapshot.columns
    heads = np.where(columns.documents.blocks, 0.0, best)
    return max_from(heads, columns.actions.starts[:-1])[columns.documents.owners]


def _score_documents(snapshot: Snapshot, ways: Ways) -> tuple[Array, Array]:
    size = len(snapshot.documents)
    postings = snapshot.columns.postings
    places, lengths = gather(postings.documents.offsets, ways.words)
    documents, weights = postings.documents.values[places], np.repeat(ways.weights, lengths)
    amounts = add_by_number(documents, weights * postings.counts[places], size)
    best = np.zeros(size)
    certainty = snapshot.columns.documents.certainty[documents] / HUNDREDTHS
    np.maximum.at(best, documents, weights * certainty)
    amounts[ways.others] += ways.others_weight
    best[ways.others] = np.maximum(best[ways.others], ways.others_weight)
    return amounts, best
