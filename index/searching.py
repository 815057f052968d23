"""A request → a page of hits, best first, with their reasons and the counts of all.

Read this file to follow a search: the question is understood (``understanding``), scored
(``scoring``), narrowed and counted (``facets``), ordered here, and shown (``snippets``).
"""

from collections.abc import Iterator
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from index.analysis import sort_key
from index.documents import Document
from index.facets import choose, count_facets
from index.phrases import find_phrase
from index.results import (
    FACETS,
    PASSAGE_FILTERS,
    Hit,
    Match,
    PassageHit,
    PassageResults,
    Reason,
    Request,
    Results,
    Sort,
)
from index.scoring import score_actions, score_passages
from index.snapshot import Snapshot, Weights
from index.snippets import Mark, find_marks, make_snippet
from index.understanding import SILENT, Understanding, understand

# As many places as a reader looks at before opening the record.
MOST_MATCHES = 3


def search(snapshot: Snapshot, request: Request) -> Results:
    """Return the trial actions that the request asks for."""
    understood = understand(snapshot, request.q, exact=request.exact)
    scores = score_actions(snapshot, understood.scores)
    found = _found(snapshot, understood, scores) & _among(snapshot, request.ids)
    chosen = choose(request.filters, snapshot.members, len(snapshot.facts))
    hits = reduce(np.logical_and, chosen.values(), found)
    order = _order(snapshot, np.flatnonzero(hits), scores, _sort(request, understood))
    facets = count_facets(
        found,
        chosen,
        members=snapshot.members,
        filters=request.filters,
        order={name: _facet_order(snapshot, name) for name in FACETS},
    )
    page = order[(request.page - 1) * request.page_size : request.page * request.page_size]
    return Results(
        total=len(order),
        reading=understood.reading(),
        hits=tuple(_show(snapshot, number, float(scores[number]), understood) for number in page),
        facets=facets,
    )


def find_ids(snapshot: Snapshot, request: Request) -> list[str]:
    """Return the ids of all trial actions that the request asks for, on whatever page, in order."""
    understood = understand(snapshot, request.q, exact=request.exact)
    scores = score_actions(snapshot, understood.scores)
    found = _found(snapshot, understood, scores) & _among(snapshot, request.ids)
    chosen = choose(request.filters, snapshot.members, len(snapshot.facts))
    hits = np.flatnonzero(reduce(np.logical_and, chosen.values(), found))
    order = _order(snapshot, hits, scores, _sort(request, understood))
    return [snapshot.facts[number].id for number in order]


def _found(snapshot: Snapshot, understood: Understanding, scores: Weights) -> NDArray[np.bool_]:
    size = len(snapshot.facts)
    found = scores > 0 if understood.asks_something else np.ones(size, dtype=bool)
    for phrase in understood.phrases:
        found &= _owners_of(snapshot, find_phrase(snapshot, phrase))
    for phrase in understood.question.excluded:
        found &= ~_owners_of(snapshot, _find_excluded(snapshot, phrase))
    return found


def _owners_of(snapshot: Snapshot, documents: NDArray[np.bool_]) -> NDArray[np.bool_]:
    owners = np.zeros(len(snapshot.facts), dtype=bool)
    owners[snapshot.owners[documents]] = True
    return owners


def _find_excluded(snapshot: Snapshot, words: tuple[str, ...]) -> NDArray[np.bool_]:
    """Return the documents with the phrase, or with any inflection of the one word."""
    if len(words) > 1:
        return find_phrase(snapshot, words)
    found = np.zeros(len(snapshot.documents), dtype=bool)
    for word in snapshot.lexicon.by_lemma.get(snapshot.language.lemma(words[0]), ()):
        found[snapshot.postings[word].documents] = True
    return found


def _among(snapshot: Snapshot, ids: tuple[str, ...]) -> NDArray[np.bool_]:
    if not ids:
        return np.ones(len(snapshot.facts), dtype=bool)
    return np.array([facts.id in ids for facts in snapshot.facts])


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


def _show(snapshot: Snapshot, number: int, score: float, understood: Understanding) -> Hit:
    facts = snapshot.facts[number]
    return Hit(facts.id, round(score, 4), tuple(_matches(snapshot, number, understood)))


def _matches(snapshot: Snapshot, number: int, understood: Understanding) -> Iterator[Match]:
    """Yield the best places of a hit: what has most of the question, the first on a tie."""
    worth = _document_worth(snapshot, understood)
    documents = [document for document in snapshot.documents_of[number] if worth[document] > 0]
    documents.sort(key=lambda document: (-round(float(worth[document]), 9), document))
    for place in documents[:MOST_MATCHES]:
        document = snapshot.documents[place]
        marks = _marks(snapshot, document.text, understood)
        yield Match(
            section=document.section,
            block=document.block,
            snippet=make_snippet(document.text, marks),
            because=tuple(_reasons(snapshot, document, marks, understood)),
        )


def _document_worth(snapshot: Snapshot, understood: Understanding) -> Weights:
    worth = np.zeros(len(snapshot.documents))
    for word in understood.scores:
        worth += word.rarity * word.best
    # A passage tells a reader more than a heading that says the same.
    return worth * np.where(snapshot.blocks, 1.0, 0.75)


def _marks(snapshot: Snapshot, text: str, understood: Understanding) -> list[Mark]:
    phrase_words = {word for phrase in understood.phrases for word in phrase}
    part_words = {word for wanted in understood.wanted for part in wanted.parts for word in part}

    def weigh(word: str) -> float:
        way = understood.stand(word)
        return way[1].weight if way else float(word in phrase_words)

    marks = find_marks(text, weigh, snapshot.language)
    return marks or find_marks(text, lambda word: float(word in part_words), snapshot.language)


def _reasons(
    snapshot: Snapshot, document: Document, marks: list[Mark], understood: Understanding
) -> Iterator[Reason]:
    told = set()
    for word in [*dict.fromkeys(mark.word for mark in marks), *document.marks()]:
        way = understood.stand(word)
        if way is None or way[1].kind in SILENT:
            continue
        wanted, stand = way
        spelling = snapshot.spell(word)
        if (spelling, stand.kind) not in told:
            told.add((spelling, stand.kind))
            yield Reason(wanted.item.text, spelling, stand.kind)


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
        hits=tuple(_show_passage(snapshot, n, float(scores[n]), understood) for n in page),
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
        found &= ~_find_excluded(snapshot, phrase)
    return found


def _show_passage(
    snapshot: Snapshot, number: int, score: float, understood: Understanding
) -> PassageHit:
    document = snapshot.documents[number]
    marks = _marks(snapshot, document.text, understood)
    return PassageHit(
        block=document.block or "",
        trial_action=document.trial_action,
        section=document.section,
        score=round(score, 4),
        snippet=make_snippet(document.text, marks),
        because=tuple(_reasons(snapshot, document, marks, understood)),
    )
