"""Where each word stands, in all volumes together, and what it weighs in each trial action."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.columns import Lists, Numbers, Weights, to_offsets
from index.volumes import VolumeColumns


@dataclass(frozen=True, eq=False, repr=False)
class Postings:
    """The documents in which each word stands and how often; the trial actions and what it weighs.

    ``certainties`` are hundredths.
    """

    documents: Lists
    counts: Numbers
    actions: Lists
    amounts: NDArray[np.float32]
    certainties: NDArray[np.uint8]


@dataclass(frozen=True, eq=False, repr=False)
class Places:
    """The trial action of each document, what a word weighs in it, and how surely it is found."""

    owners: Numbers
    worth: Weights
    certainty: NDArray[np.uint8]


def merge_postings(
    volumes: Sequence[VolumeColumns],
    new_numbers: Sequence[Numbers],
    *,
    terms: int,
    places: Places,
) -> Postings:
    """Return the postings of all ``volumes`` together, their words numbered anew."""
    sizes = np.zeros(terms, dtype=np.int64)
    for volume, new in zip(volumes, new_numbers, strict=True):
        sizes[new] += np.diff(volume.postings.offsets)
    offsets = to_offsets(sizes)
    found = np.empty(offsets[-1], dtype=np.int32)
    counts = np.empty(offsets[-1], dtype=np.int32)
    filled = offsets[:-1].copy()
    first = 0
    for volume, new in zip(volumes, new_numbers, strict=True):
        lengths = np.diff(volume.postings.offsets)
        # Each volume's documents come after those of the volumes before it.
        shifts = np.repeat(filled[new] - volume.postings.offsets[:-1], lengths)
        slots = shifts + np.arange(len(volume.counts))
        found[slots] = volume.postings.values + first
        counts[slots] = volume.counts
        filled[new] += lengths
        first += len(volume.texts)
    return _add_up_by_action(Lists(offsets, found), counts, places)


def _add_up_by_action(found: Lists, counts: Numbers, places: Places) -> Postings:
    """Return the postings with what each word weighs in each trial action that has it."""
    owners = places.owners[found.values]
    firsts = np.ones(len(owners), dtype=bool)
    firsts[1:] = owners[1:] != owners[:-1]
    firsts[found.offsets[:-1]] = True
    starts = np.flatnonzero(firsts)
    before = to_offsets(firsts)
    amounts, certainties = np.zeros(0), np.zeros(0, dtype=np.uint8)
    if len(starts):
        amounts = np.add.reduceat(counts * places.worth[found.values], starts)
        certainties = np.maximum.reduceat(places.certainty[found.values], starts)
    return Postings(
        documents=found,
        counts=counts,
        actions=Lists(before[found.offsets], owners[starts]),
        amounts=amounts.astype(np.float32),
        certainties=certainties,
    )
