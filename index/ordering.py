"""Hits → the first of them in order; ties fall in the order of ids."""

import numpy as np

from index.columns import Array, Weights
from index.results import Sort
from index.snapshot import Snapshot

# Scores that differ by less are equal: the order of additions shows beyond.
DIGITS = 9


def order_hits(
    snapshot: Snapshot, hits: Array, sort: Sort, *, scores: Weights, count: int
) -> Array:
    """Return the first ``count`` of the hits; ``scores`` are those of all, by number."""
    actions = snapshot.columns.actions
    if sort == "relevance":
        keys: Array = -np.round(scores[hits], DIGITS)
    else:
        keys = {"municipality": actions.by_municipality, "title": actions.by_title}[sort][hits]
    return hits[first_places(keys, actions.by_id[hits], count)]


def order_passages(snapshot: Snapshot, hits: Array, scores: Weights, count: int) -> Array:
    """Return the first ``count`` of the passages; equal ones as they stand in their records."""
    owners = snapshot.columns.documents.owners[hits].astype(np.int64)
    ties = snapshot.columns.actions.by_id[owners] * np.int64(len(snapshot.documents)) + hits
    return hits[first_places(-np.round(scores[hits], DIGITS), ties, count)]


def first_places(keys: Array, ties: Array, count: int) -> Array:
    """Return the places of the ``count`` smallest keys in order, equal keys in that of ``ties``."""
    places = np.arange(len(keys))
    if 0 < count < len(keys):
        places = np.flatnonzero(keys <= np.partition(keys, count - 1)[count - 1])
    return places[np.lexsort((ties[places], keys[places]))][:count]
