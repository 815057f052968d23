"""A request → a page of hits, best first, with their reasons and the counts of all.

Read this file to follow a search: the question is understood (``understanding``), scored
(``scoring``), narrowed and counted (``facets``), ordered here, and shown (``showing``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from index.analysis import sort_key
from index.facets import choose, count_facets
from index.phrases import find_excluded, find_phrase
from index.results import (
    FACETS,
    PASSAGE_FILTERS,
    PassageResults,
    Request,
    Results,
    Sort,
)
from index.scoring import score_actions, score_passages
from index.showing import show_hit, show_passage
from index.snapshot import Snapshot, Weights
from index.understanding import Understanding, understand


@dataclass(frozen=True)
class Selection:
    """What a request leaves: its hits in order, and what counting the facets needs."""

    understood: Understanding
    scores: Weights
    found: NDArray[np.bool_]
    chosen: Mapping[str, NDArray[np.bool_]]
    order: list[int]


def search(snapshot: Snapshot, request: Request) -> Results:
    """Return the trial actions that the request asks for."""
    selection = _select(snapshot, request)
    understood, scores = selection.understood, selection.scores
    page = selection.order[(request.page - 1) * request.page_size :][: request.page_size]
    return Results(
        total=len(selection.order),
        reading=understood.reading(),
        hits=tuple(show_hit(snapshot, n, float(scores[n]), understood) for n in page),
        facets=count_facets(
            selection.found,
            selection.chosen,
            members=snapshot.members,
            filters=request.filters,
            order={name: _facet_order(snapshot, name) for name in FACETS},
        ),
    )


def find_ids(snapshot: Snapshot, request: Request) -> list[str]:
    """Return the ids of all trial actions that the request asks for, on whatever page, in order."""
    return [snapshot.facts[number].id for number in _select(snapshot, request).order]


def _select(snapshot: Snapshot, request: Request) -> Selection:
    understood = understand(snapshot, request.q, exact=request.exact)
    scores = score_actions(snapshot, understood.scores, understood.keyword)
    found = _found(snapshot, understood, scores) & _among(snapshot, request.ids)
    chosen = choose(request.filters, snapshot.members, len(snapshot.facts))
    hits = np.flatnonzero(reduce(np.logical_and, chosen.values(), found))
    order = _order(snapshot, hits, scores, _sort(request, understood))
    return Selection(understood, scores, found, chosen, order)


def _found(snapshot: Snapshot, understood: Understanding, scores: Weights) -> NDArray[np.bool_]:
    size = len(snapshot.facts)
    found = scores > 0 if understood.asks_something else np.ones(size, dtype=bool)
    for phrase in understood.phrases:
        found &= _owners_of(snapshot, find_phrase(snapshot, phrase))
    for phrase in understood.question.excluded:
        found &= ~_owners_of(snapshot, find_excluded(snapshot, phrase, exact=understood.exact))
    return found


def _owners_of(snapshot: Snapshot, documents: NDArray[np.bool_]) -> NDArray[np.bool_]:
    owners = np.zeros(len(snapshot.facts), dtype=bool)
    owners[snapshot.owners[documents]] = True
    return owners


def _among(snapshot: Snapshot, ids: tuple[str, ...]) -> NDArray[np.bool_]:
    if not ids:
        return np.ones(len(snapshot.facts), dtype=bool)
    return np.array([facts.id in ids for facts in snapshot.facts], dtype=np.bool_)


def _sort(request: Request, understood: Understanding) -> Sort:
    return request.sort or ("relevance" if understood.asks_something else "municipality")


def _order(snapshot: Snapshot, numbers: NDArray[np.intp], scores: Weights, sort: Sort) -> list[int]:
    facts = snapshot.facts
    keys = {
        "relevance": lambda number: (-round(float(scores[number]), 9), facts[number].id),
        "municipality": lambda number: (
            sort_key(facts[number].municipality_label),
            sort_key(facts[number].title),
            facts[number].id,
        ),
        "title": lambda number: (sort_key(facts[number].title), facts[number].id),
    }
    return sorted(numbers.tolist(), key=keys[sort])


def _facet_order(snapshot: Snapshot, name: str) -> list[str]:
    return snapshot.language.vocabulary.ids(name)


def search_passages(snapshot: Snapshot, request: Request) -> PassageResults:
    """Return the blocks that the request asks for."""
    understood = understand(snapshot, request.q, exact=request.exact)
    scores = score_passages(snapshot, understood.scores)
    found = _found_passages(snapshot, understood, scores)
    chosen = choose(request.filters, snapshot.passage_members, len(snapshot.documents))
    hits = np.flatnonzero(reduce(np.logical_and, chosen.values(), found))
    order = sorted(hits.tolist(), key=lambda number: (-round(float(scores[number]), 9), number))
    page = order[(request.page - 1) * request.page_size : request.page * request.page_size]
    return PassageResults(
        total=len(order),
        reading=understood.reading(),
        hits=tuple(show_passage(snapshot, n, float(scores[n]), understood) for n in page),
        facets=count_facets(
            found,
            chosen,
            members=snapshot.passage_members,
            filters=request.filters,
            order={name: _facet_order(snapshot, name) for name in PASSAGE_FILTERS},
        ),
    )


def _found_passages(
    snapshot: Snapshot, understood: Understanding, scores: Weights
) -> NDArray[np.bool_]:
    found = snapshot.blocks.copy()
    if understood.asks_something:
        found &= scores > 0
    for phrase in understood.phrases:
        found &= find_phrase(snapshot, phrase)
    for phrase in understood.question.excluded:
        found &= ~find_excluded(snapshot, phrase, exact=understood.exact)
    return found
