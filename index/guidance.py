"""Guidance in an index of its own: its documents, and a search for the whole question."""

from collections.abc import Iterator
from dataclasses import replace
from functools import reduce

import numpy as np

from catalogue.guidance.records import Guidance
from index.documents import Document, Entry, Facts
from index.reading import tell_reading
from index.results import Request, Results
from index.searching import search
from index.snapshot import Snapshot
from index.understanding import Understanding, understand
from index.weights import COUNTS_AS_FOUND


def to_guidance_entry(guidance: Guidance) -> Entry:
    """Return the guidance as an index takes it; a heading is a text of its section, no block."""
    return Entry(Facts(guidance.id, guidance.title), tuple(_to_documents(guidance)))


def _to_documents(guidance: Guidance) -> Iterator[Document]:
    yield Document(guidance.id, "title", guidance.title)
    if guidance.summary:
        yield Document(guidance.id, "summary", guidance.summary)
    for section in guidance.sections:
        yield Document(guidance.id, section.id, section.title)
        for block in section.blocks:
            yield Document(guidance.id, section.id, block.text, block=block.id)


def search_guidance(snapshot: Snapshot, request: Request) -> Results:
    """Return the guidance that speaks of every word of the question.

    Few texts speak of much; what only touches a part of a question would answer nearly all.
    """
    understood = understand(snapshot, request.q, exact=request.exact)
    if not understood.asks_something:
        return search(snapshot, request)
    speaking = _list_speaking(snapshot, understood)
    wanted = tuple(id_ for id_ in speaking if id_ in request.ids or not request.ids)
    if not wanted:
        reading = tell_reading(understood, found=bool(speaking))
        return Results(total=0, reading=reading, hits=(), facets={})
    return search(snapshot, replace(request, ids=wanted))


def _list_speaking(snapshot: Snapshot, understood: Understanding) -> list[str]:
    if understood.lost or not understood.scores:
        return []
    covered = [word.actions[word.best >= COUNTS_AS_FOUND] for word in understood.scores]
    return [snapshot.ids[number] for number in reduce(np.intersect1d, covered)]
