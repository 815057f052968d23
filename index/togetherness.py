"""How much of a question the best block of each trial action has: its words belong together."""

from collections.abc import Sequence

import numpy as np

from index.columns import Array, Flags, Weights, gather, to_offsets
from index.scored import InBlocks, Scored, Ways
from index.snapshot import Snapshot
from index.weighing import HUNDREDTHS

# Fewer postings than this share of all documents are sorted, more are laid out on all of them.
SPARSE = 32


def find_blocks(snapshot: Snapshot, ways: Ways) -> InBlocks:
    """Return the blocks in which a wanted word is found in any way."""
    columns = snapshot.columns
    places, lengths = gather(columns.postings.documents.offsets, ways.words)
    documents = np.concatenate([columns.postings.documents.values[places], ways.others])
    others = np.full(len(ways.others), ways.others_weight)
    best = np.concatenate([np.repeat(ways.weights, lengths), others])
    best *= columns.documents.certainty[documents] / HUNDREDTHS
    kept = columns.documents.blocks[documents]
    found, best = _max_by_number(documents[kept], best[kept], len(columns.documents.owners))
    return InBlocks(found, columns.documents.owners[found], best)


def _max_by_number(numbers: Array, values: Weights, size: int) -> tuple[Array, Array]:
    """Return each of the numbers once, in order, with its largest value."""
    if len(numbers) * SPARSE < size:
        order = np.argsort(numbers, kind="stable")
        found, starts = np.unique(numbers[order], return_index=True)
        return found, max_from(values[order], starts)
    largest = np.zeros(size)
    np.maximum.at(largest, numbers, values)
    places = np.flatnonzero(largest)
    return places, largest[places]


def max_from(values: Weights, starts: Array) -> Weights:
    """Return the largest value of each run that begins at ``starts``; none is empty."""
    largest: Weights = np.maximum.reduceat(values, starts) if len(starts) else np.zeros(0)
    return largest


def find_best_blocks(snapshot: Snapshot, words: Sequence[Scored]) -> Weights:
    """Return how much of the question the best block of each trial action has, from 0 to 1."""
    size = len(snapshot.ids)
    share = np.zeros(size)
    having = np.zeros(size, dtype=np.int32)
    for word in words:
        owners = word.in_blocks.owners
        firsts = np.flatnonzero(np.append(True, owners[1:] != owners[:-1])[: len(owners)])
        best = word.rarity * max_from(word.in_blocks.best, firsts)
        share[owners[firsts]] = np.maximum(share[owners[firsts]], best)
        having[owners[firsts]] += 1
    several = having > 1
    share[several] = _find_sums(snapshot, words, several)
    return share / sum(word.rarity for word in words)


def _find_sums(snapshot: Snapshot, words: Sequence[Scored], among: Flags) -> Weights:
    """Return the largest sum that one block of each of some trial actions has."""
    starts = snapshot.columns.actions.starts
    actions = np.flatnonzero(among)
    offsets = to_offsets(starts[actions + 1] - starts[actions])
    # The blocks of these actions alone, side by side.
    shifts = np.zeros(len(among), dtype=np.int64)
    shifts[actions] = offsets[:-1] - starts[actions]
    sums = np.zeros(offsets[-1])
    for word in words:
        kept = among[word.in_blocks.owners]
        places = word.in_blocks.documents[kept] + shifts[word.in_blocks.owners[kept]]
        sums[places] += word.rarity * word.in_blocks.best[kept]
    return max_from(sums, offsets[:-1])
