"""A request → a page of blocks that are hits of their own, with their reasons and counts.

What is noise is told by the best of those whose voice, theme and place are chosen: parents say
little of what pupils say much of, and what they say is what somebody wants who chose parents. A
section and a kind are parts of such a whole, and leave the parts as they are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np

from index.columns import Array, Flags, Numbers, Weights
from index.facets import choose, count_facets
from index.ordering import order_passages
from index.phrases import find_excluded, find_phrase
from index.reading import tell_reading
from index.results import PASSAGE_FILTERS, FacetValue, PassageResults, Request
from index.scored import Scored
from index.scoring import cut, score_found, score_passages
from index.showing import show_passages
from index.snapshot import Snapshot
from index.understanding import Understanding, understand

PARTS = ("section", "kind")
WHOLES = tuple(name for name in PASSAGE_FILTERS if name not in PARTS)

Chosen = Mapping[str, Flags]


@dataclass(frozen=True, eq=False, repr=False)
class Candidates:
    """The blocks, by number, that have anything of the question; unscored when it asks nothing."""

    numbers: Array
    size: int
    weighed: tuple[Weights, Weights] | None

    def clear(self, chosen: Chosen) -> Flags:
        """Return which documents are chosen and no noise beside the others that are."""
        kept = reduce(np.logical_and, (one[self.numbers] for one in chosen.values()), self._all)
        if self.weighed:
            score, coverage = self.weighed
            kept[kept] = cut(score[kept], coverage[kept]) > 0 if kept.any() else False
        return _flags(self.size, self.numbers[kept])

    @property
    def _all(self) -> Flags:
        return np.ones(len(self.numbers), dtype=bool)


def search_passages(snapshot: Snapshot, request: Request) -> PassageResults:
    """Return the blocks that the request asks for."""
    understood = understand(snapshot, request.q, exact=request.exact)
    scores, coverage = score_passages(
        snapshot, _list_wanted(snapshot, understood), lends=not request.exact
    )
    candidates = _find_candidates(snapshot, understood, scores, coverage)
    # Whatever phrases and filters leave of it.
    finds = not understood.asks_something or bool(cut(scores, coverage).any())
    size = len(snapshot.documents)
    chosen = choose(request.filters, snapshot.columns.passage_members, size)
    kept = candidates.clear(_only(chosen, WHOLES))
    hits = np.flatnonzero(reduce(np.logical_and, _only(chosen, PARTS).values(), kept))
    last = request.page * request.page_size
    page = order_passages(snapshot, hits, scores, last)[last - request.page_size :]
    return PassageResults(
        total=len(hits),
        reading=tell_reading(understood, found=finds, in_texts=True),
        hits=show_passages(snapshot, page, scores[page], understood),
        facets=_count(snapshot, request, candidates, chosen=chosen),
    )


def _list_wanted(snapshot: Snapshot, understood: Understanding) -> list[Scored]:
    """Return the scores of each wanted word, and of each group whose own words are wanted."""
    find, size = snapshot.columns.passage_members.find, len(snapshot.documents)
    voices = [
        np.flatnonzero(find("stakeholder", one, size)).astype(np.int32) for one in understood.voices
    ]
    return [*understood.scores, *[score_found(snapshot, one) for one in voices]]


def _find_candidates(
    snapshot: Snapshot, understood: Understanding, scores: Weights, coverage: Weights
) -> Candidates:
    size = len(snapshot.documents)
    found = snapshot.columns.documents.blocks.copy()
    if understood.asks_something:
        found &= scores > 0
    for phrase in understood.phrases:
        found &= _flags(size, find_phrase(snapshot, phrase))
    for phrase in understood.question.excluded:
        found &= ~_flags(size, find_excluded(snapshot, phrase, exact=understood.exact))
    numbers = np.flatnonzero(found)
    weighed = (scores[numbers], coverage[numbers]) if understood.asks_something else None
    return Candidates(numbers, size, weighed)


def _flags(size: int, documents: Numbers | Array) -> Flags:
    flags = np.zeros(size, dtype=bool)
    flags[documents] = True
    return flags


def _only(chosen: Chosen, names: tuple[str, ...]) -> dict[str, Flags]:
    return {name: flags for name, flags in chosen.items() if name in names}


def _count(
    snapshot: Snapshot, request: Request, candidates: Candidates, *, chosen: Chosen
) -> dict[str, tuple[FacetValue, ...]]:
    """Return what each choice would leave."""
    order = {name: snapshot.language.vocabulary.ids(name) for name in PASSAGE_FILTERS}
    members, filters = snapshot.columns.passage_members, request.filters
    if not candidates.weighed:
        found = candidates.clear({})
        return count_facets(found, chosen, members=members, filters=filters, order=order)
    # A choice among wholes moves what is noise, so that every one of them is tried.
    parts, wholes = _only(chosen, PARTS), _only(chosen, WHOLES)
    counts = count_facets(
        candidates.clear(wholes),
        parts,
        members=members,
        filters=filters,
        order={name: order[name] for name in PARTS},
    )
    for name in WHOLES:
        others = {other: flags for other, flags in wholes.items() if other != name}
        counts[name] = tuple(
            FacetValue(value, count, value in filters.get(name, ()))
            for value in order[name]
            for left in [
                candidates.clear({**others, name: members.find(name, value, candidates.size)})
            ]
            for count in [int(reduce(np.logical_and, parts.values(), left).sum())]
        )
    return {name: counts[name] for name in PASSAGE_FILTERS}
