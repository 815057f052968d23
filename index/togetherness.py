"""How much of a question the best block of each trial action has: its words belong together."""

from collections.abc import Sequence

import numpy as np

from index.columns import Array, Flags, Weights, gather, to_offsets
from index.scored import InBlocks, Scored, Ways
from index.snapshot import Snapshot

# Where a larger share of the trial actions have several words of the question, all are laid out.
MOST = 0.5


def find_blocks(snapshot: Snapshot, ways: Ways) -> InBlocks:
    """Return the blocks in which a wanted word is found in any way."""
    columns = snapshot.columns
    levels = np.unique([0.0, *ways.weights.tolist(), ways.others_weight])
    places, lengths = gather(columns.postings.documents.offsets, ways.words)
    # Small numbers in place of the weights: of many documents, so much less to go through.
    best = np.zeros(len(columns.documents.owners), dtype=np.uint16)
    ranks = np.searchsorted(levels, ways.weights).astype(np.uint16)
    np.maximum.at(best, columns.postings.documents.values[places], np.repeat(ranks, lengths))
    rank = np.uint16(np.searchsorted(levels, ways.others_weight))
    best[ways.others] = np.maximum(best[ways.others], rank)
    found = np.flatnonzero((best > 0) & columns.documents.blocks).astype(np.int32)
    surely = levels.astype(np.float32)[best[found]]
    owners = columns.documents.owners[found]
    firsts = np.flatnonzero(np.append(True, owners[1:] != owners[:-1])[: len(owners)])
    return InBlocks(found, surely, owners[firsts], max_from(surely, firsts))


def max_from(values: Array, starts: Array) -> Array:
    """Return the largest value of each run that begins at ``starts``; none is empty."""
    return np.maximum.reduceat(values, starts) if len(starts) else values[:0]


def find_best_blocks(snapshot: Snapshot, words: Sequence[Scored]) -> Weights:
    """Return how much of a question the best block of each trial action has, from 0 to 1."""
    size = len(snapshot.ids)
    share = np.zeros(size)
    having = np.zeros(size, dtype=np.int32)
    for word in words:
        found = word.in_blocks
        share[found.actions] = np.maximum(share[found.actions], word.rarity * found.most)
        having[found.actions] += 1
    several = having > 1
    share[several] = _find_sums(snapshot, words, several)
    return share / sum(word.rarity for word in words)


def _find_sums(snapshot: Snapshot, words: Sequence[Scored], among: Flags) -> Weights:
    """Return the largest sum that one block of each of some trial actions has."""
    starts = snapshot.columns.actions.starts
    if among.sum() > MOST * len(among):
        documents = np.concatenate([word.in_blocks.documents for word in words])
        shares = np.concatenate([word.rarity * word.in_blocks.best for word in words])
        return max_from(np.bincount(documents, shares, starts[-1]), starts[:-1])[among]
    actions = np.flatnonzero(among)
    offsets = to_offsets(starts[actions + 1] - starts[actions])
    # The blocks of these actions alone, side by side.
    shifts = np.zeros(len(among), dtype=np.int64)
    shifts[actions] = offsets[:-1] - starts[actions]
    sums = np.zeros(offsets[-1])
    for word in words:
        owners = snapshot.columns.documents.owners[word.in_blocks.documents]
        kept = among[owners]
        places = word.in_blocks.documents[kept] + shifts[owners[kept]]
        sums[places] += word.rarity * word.in_blocks.best[kept]
    return max_from(sums, offsets[:-1])
