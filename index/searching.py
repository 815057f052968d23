"""A request → a page of hits, best first, with their reasons and the counts of all.

Read this file to follow a search: the question is understood (``understanding``), scored
(``scoring``), narrowed and counted (``facets``), ordered (``ordering``), and shown (``showing``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np

from index.columns import Array, Flags, Numbers, Weights
from index.facets import choose, count_facets
from index.ordering import order_hits
from index.phrases import find_excluded, find_phrase
from index.reading import tell_reading
from index.results import FACETS, Request, Results, Sort
from index.scoring import score_actions
from index.showing import show_hits
from index.snapshot import Snapshot
from index.understanding import Understanding, understand


@dataclass(frozen=True)
class Selection:
    """What a request leaves: its hits, and what ordering them and counting the facets needs."""

    understood: Understanding
    scores: Weights
    found: Flags
    chosen: Mapping[str, Flags]
    hits: Array


def search(snapshot: Snapshot, request: Request) -> Results:
    """Return the trial actions that the request asks for."""
    selection = _select(snapshot, request)
    understood, scores = selection.understood, selection.scores
    last = request.page * request.page_size
    page = _order(snapshot, selection, request, count=last)[last - request.page_size :]
    return Results(
        total=len(selection.hits),
        reading=tell_reading(understood, found=_finds(understood, scores)),
        hits=show_hits(snapshot, page, scores[page], understood=understood),
        facets=count_facets(
            selection.found,
            selection.chosen,
            members=snapshot.columns.members,
            filters=request.filters,
            order={name: _facet_order(snapshot, name) for name in FACETS},
        ),
    )


def find_ids(snapshot: Snapshot, request: Request) -> list[str]:
    """Return the ids of all trial actions that the request asks for, on whatever page, in order."""
    selection = _select(snapshot, request)
    order = _order(snapshot, selection, request, count=len(selection.hits))
    return [snapshot.ids[number] for number in order.tolist()]


def _select(snapshot: Snapshot, request: Request) -> Selection:
    understood = understand(snapshot, request.q, exact=request.exact)
    scores = score_actions(snapshot, understood.scores, fit=understood.fit, votes=understood.votes)
    found = _found(snapshot, understood, scores) & _among(snapshot, request.ids)
    chosen = choose(request.filters, snapshot.columns.members, len(snapshot.ids))
    hits = np.flatnonzero(reduce(np.logical_and, chosen.values(), found))
    return Selection(understood, scores, found, chosen, hits)


def _found(snapshot: Snapshot, understood: Understanding, scores: Weights) -> Flags:
    size = len(snapshot.ids)
    found = scores > 0 if understood.asks_something else np.ones(size, dtype=bool)
    for phrase in understood.phrases:
        found &= _owners_of(snapshot, find_phrase(snapshot, phrase))
    for phrase in understood.question.excluded:
        found &= ~_owners_of(snapshot, find_excluded(snapshot, phrase, exact=understood.exact))
    return found


def _owners_of(snapshot: Snapshot, documents: Numbers) -> Flags:
    owners = np.zeros(len(snapshot.ids), dtype=bool)
    owners[snapshot.columns.documents.owners[documents]] = True
    return owners


def _among(snapshot: Snapshot, ids: tuple[str, ...]) -> Flags:
    if not ids:
        return np.ones(len(snapshot.ids), dtype=bool)
    among = np.zeros(len(snapshot.ids), dtype=bool)
    among[[snapshot.numbers[id_] for id_ in ids if id_ in snapshot.numbers]] = True
    return among


def _finds(understood: Understanding, scores: Weights) -> bool:
    """Whether the words of the question find anything, whatever filters leave of it."""
    return bool(scores.any()) or not understood.asks_something


def _order(snapshot: Snapshot, selection: Selection, request: Request, *, count: int) -> Array:
    """Return the first ``count`` hits, best first or as the request wants them sorted."""
    usual: Sort = "relevance" if selection.understood.asks_something else "municipality"
    sort = request.sort or usual
    return order_hits(snapshot, selection.hits, sort, scores=selection.scores, count=count)


def _facet_order(snapshot: Snapshot, name: str) -> list[str]:
    return snapshot.language.vocabulary.ids(name)
