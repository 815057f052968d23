"""How much of a question the best block of each trial action has: its words belong together."""

from collections.abc import Sequence

import numpy as np

from index.columns import Array, Flags, Numbers, Weights, gather, to_offsets
from index.scored import InBlocks, Scored, Ways
from index.snapshot import Snapshot

# Where a larger share of the trial actions have several words of the question, all are laid out.
MOST = 0.5
# Fewer postings than this share of all documents are put in order, more are laid out on them all.
SPARSE = 32


def find_blocks(snapshot: Snapshot, ways: Ways) -> InBlocks:
    """Return the blocks in which a wanted word is found in any way."""
    columns = snapshot.columns
    # Small numbers in place of the weights: of many documents, so much less to go through.
    weights = [*ways.weights.tolist(), ways.others_weight]
    levels = np.array(sorted({0.0, *weights}))
    ranks = np.searchsorted(levels, weights).astype(np.uint16)
    places, lengths = gather(columns.postings.documents.offsets, ways.words)
    found, best = _max_by_number(
        np.concatenate([columns.postings.documents.values[places], ways.others]),
        np.repeat(ranks, [*lengths.tolist(), len(ways.others)]),
        len(columns.documents.owners),
    )
    # Only heads are less than sure, and they are no blocks.
    kept = columns.documents.blocks[found]
    surely = levels.astype(np.float32)[best[kept]]
    return _by_action(found[kept].astype(np.int32), surely, columns.documents.owners)


def _max_by_number(numbers: Array, ranks: Array, size: int) -> tuple[Array, Array]:
    """Return each of the numbers once, in order, with its largest rank; all ranks are above 0."""
    if len(numbers) * SPARSE < size:
        found, places = np.unique(numbers, return_inverse=True)
        best = np.zeros(len(found), dtype=ranks.dtype)
        np.maximum.at(best, places, ranks)
        return found, best
    best = np.zeros(size, dtype=ranks.dtype)
    np.maximum.at(best, numbers, ranks)
    found = np.flatnonzero(best > 0)
    return found, best[found]


def _by_action(documents: Numbers, best: Array, owner_of: Numbers) -> InBlocks:
    owners = owner_of[documents]
    firsts = np.flatnonzero(np.append(True, owners[1:] != owners[:-1])[: len(owners)])
    return InBlocks(documents, best, owners[firsts], max_from(best, firsts))


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
