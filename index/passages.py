"""A request → a page of blocks that are hits of their own, with their reasons and counts.

What is noise is told by the best of all and, for who speaks in a block, by the best that this group
says: parents say little of what pupils say much of, and what they say is what somebody wants who
chooses parents. No choice moves that, so that each of them only leaves out.
"""

from functools import reduce

import numpy as np

from index.columns import Flags, Numbers, Weights
from index.cutting import cut
from index.facets import choose, count_facets
from index.ordering import order_passages
from index.passage_scoring import score_passages
from index.phrases import find_excluded, find_phrase
from index.reading import tell_reading
from index.results import PASSAGE_FILTERS, PassageResults, Request
from index.scored import Scored
from index.scoring import score_found
from index.showing import show_passages
from index.snapshot import Snapshot
from index.understanding import Understanding, understand
from index.weights import OTHER_VOICES, PASSAGE_FLOOR


def search_passages(snapshot: Snapshot, request: Request) -> PassageResults:
    """Return the blocks that the request asks for."""
    understood = understand(snapshot, request.q, exact=request.exact)
    scores, coverage = score_passages(
        snapshot, _list_wanted(snapshot, understood), lends=not request.exact
    )
    found = _find(snapshot, understood, scores, coverage)
    scores = scores * _prefer_own(snapshot, understood)
    members = snapshot.columns.passage_members
    chosen = choose(request.filters, members, len(found))
    hits = np.flatnonzero(reduce(np.logical_and, chosen.values(), found))
    last = request.page * request.page_size
    page = order_passages(snapshot, hits, scores, last)[last - request.page_size :]
    # Whatever phrases and filters leave of it.
    finds = not understood.asks_something or bool(_cut(scores, coverage).any())
    ids = snapshot.language.vocabulary.ids
    return PassageResults(
        total=len(hits),
        reading=tell_reading(understood, found=finds, in_texts=True),
        hits=show_passages(snapshot, page, scores[page], understood=understood),
        facets=count_facets(
            found,
            chosen,
            members=members,
            filters=request.filters,
            order={name: ids(name) for name in PASSAGE_FILTERS},
        ),
    )


def _prefer_own(snapshot: Snapshot, understood: Understanding) -> Weights:
    """Return what each document's score counts: less, where others speak than who was asked for."""
    find, size = snapshot.columns.passage_members.find, len(snapshot.documents)
    own = [find("stakeholder", voice, size) for voice in understood.voices]
    return np.where(reduce(np.logical_or, own), 1.0, OTHER_VOICES) if own else np.ones(size)


def _list_wanted(snapshot: Snapshot, understood: Understanding) -> list[Scored]:
    """Return the scores of each wanted word, and of each group whose own words are wanted."""
    find, size = snapshot.columns.passage_members.find, len(snapshot.documents)
    voices = [
        np.flatnonzero(find("stakeholder", one, size)).astype(np.int32) for one in understood.voices
    ]
    return [*understood.topics, *[score_found(snapshot, one) for one in voices]]


def _find(
    snapshot: Snapshot, understood: Understanding, scores: Weights, coverage: Weights
) -> Flags:
    """Return which documents are hits, whatever is chosen among them."""
    found = snapshot.columns.documents.blocks.copy()
    for phrase in understood.phrases:
        found &= _flags(len(found), find_phrase(snapshot, phrase))
    if understood.asks_something:
        found &= _clear(snapshot, np.where(found, scores, 0), np.where(found, coverage, 0))
    # Last, so that what is taken away makes nothing else a hit.
    return found & ~_find_excluded(snapshot, understood)


def _find_excluded(snapshot: Snapshot, understood: Understanding) -> Flags:
    """Return which documents the question takes away."""
    excluded = np.zeros(len(snapshot.documents), dtype=bool)
    for phrase in understood.question.excluded:
        having = find_excluded(snapshot, phrase, exact=understood.exact)
        excluded |= _flags(len(excluded), having)
        if tuple(map(snapshot.language.lemma, phrase)) in snapshot.place_names:
            excluded |= _in_places(snapshot, having)
    return excluded


def _in_places(snapshot: Snapshot, documents: Numbers) -> Flags:
    """Return which documents are of a trial action whose place is among those documents."""
    owners = snapshot.columns.documents.owners
    is_place = snapshot.columns.passage_members.find("section", "place", len(owners))
    return np.isin(owners, owners[documents[is_place[documents]]])


def _clear(snapshot: Snapshot, scores: Weights, coverage: Weights) -> Flags:
    """Return which documents are no noise beside all others, or beside their own group's."""
    clear = _cut(scores, coverage) > 0
    members, size = snapshot.columns.passage_members, len(scores)
    for voice in snapshot.language.vocabulary.ids("stakeholder"):
        own = members.find("stakeholder", voice, size)
        clear[own] |= _cut(scores[own], coverage[own]) > 0
    return clear


def _cut(scores: Weights, coverage: Weights) -> Weights:
    most = float(coverage.max(initial=0.0))
    return cut(scores, coverage, covered=most, floor=PASSAGE_FLOOR)


def _flags(size: int, documents: Numbers) -> Flags:
    flags = np.zeros(size, dtype=bool)
    flags[documents] = True
    return flags
