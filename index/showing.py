"""Hits as a reader sees them: where each matched, the words marked, and why they count."""

from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np

from index.blocks import weigh_blocks
from index.columns import Array, Weights
from index.expanding import SILENT
from index.places import choose_places
from index.results import Hit, Match, PassageHit, Reason
from index.shown import Shown, show_documents, show_keywords
from index.snapshot import Snapshot
from index.understanding import Understanding


def show_hits(
    snapshot: Snapshot, numbers: Array, scores: Weights, *, understood: Understanding
) -> tuple[Hit, ...]:
    """Return the trial actions of those numbers as hits, each with the best places of it."""
    places = list(choose_places(snapshot, numbers, understood))
    documents = [number for one in places for number in one.documents]
    keywords = [number for one in places for number in one.keywords]
    texts = _tell_documents(snapshot, documents, understood)
    cards = _tell_keywords(snapshot, keywords, understood)
    hits = []
    for number, score, one in zip(numbers.tolist(), scores.tolist(), places, strict=True):
        matches = *islice(texts, len(one.documents)), *islice(cards, len(one.keywords))
        hits.append(Hit(snapshot.ids[number], round(score, 4), matches))
    return tuple(hits)


def _tell_documents(
    snapshot: Snapshot, numbers: list[int], understood: Understanding
) -> Iterator[Match]:
    for number, shown in zip(numbers, show_documents(snapshot, numbers, understood), strict=True):
        document = snapshot.documents[number]
        because = _explain(shown.words, understood)
        yield Match(document.section, document.block, shown.snippet, because)


def _tell_keywords(
    snapshot: Snapshot, numbers: list[int], understood: Understanding
) -> Iterator[Match]:
    for shown in show_keywords(snapshot, numbers, understood):
        yield Match("keyword", None, shown.snippet, _explain_keyword(snapshot, shown, understood))


def _explain_keyword(
    snapshot: Snapshot, shown: Shown, understood: Understanding
) -> tuple[Reason, ...]:
    terms = snapshot.cards.lexicon.terms
    return tuple(
        Reason(way[0], snapshot.spell(terms[word]), way[1].kind)
        for word in shown.words
        if (way := understood.on_keywords.find(word)) and way[1].kind not in SILENT
    )


def _explain(words: Iterable[int], understood: Understanding) -> tuple[Reason, ...]:
    reasons = [reason for word in words if (reason := understood.explain(word))]
    # Two words of the text may be one to a reader: the first reason is told.
    return tuple({(one.word, one.reason): one for one in reversed(reasons)}.values())[::-1]


def show_passages(
    snapshot: Snapshot, numbers: Array, scores: Weights, *, understood: Understanding
) -> tuple[PassageHit, ...]:
    """Return the documents of those numbers as hits of their own."""
    shown = show_documents(snapshot, numbers.tolist(), understood)
    return tuple(
        _to_passage(snapshot, number, score, one, understood=understood)
        for number, score, one in zip(numbers.tolist(), scores.tolist(), shown, strict=True)
    )


def _to_passage(
    snapshot: Snapshot, number: int, score: float, shown: Shown, *, understood: Understanding
) -> PassageHit:
    document = snapshot.documents[number]
    return PassageHit(
        block=document.block or "",
        trial_action=document.trial_action,
        section=document.section,
        score=round(score, 4),
        snippet=shown.snippet,
        because=_explain_passage(snapshot, number, shown, understood=understood),
    )


def _explain_passage(
    snapshot: Snapshot, number: int, shown: Shown, *, understood: Understanding
) -> tuple[Reason, ...]:
    """Return why a passage is found: by its words, by who speaks, or else by its trial action."""
    said = _explain(shown.words, understood)
    heard = understood.explain_voices(snapshot.documents[number].stakeholders)
    return (*said, *heard, *(() if shown.words else _explain_lent(snapshot, number, understood)))


def _explain_lent(snapshot: Snapshot, number: int, understood: Understanding) -> tuple[Reason, ...]:
    """Return what the best head of a passage's trial action has of the question."""
    columns = snapshot.columns
    owner = columns.documents.owners[number]
    own = np.arange(columns.actions.starts[owner], columns.actions.starts[owner + 1])
    heads = own[~columns.documents.blocks[own]]
    best = int(heads[weigh_blocks(snapshot, understood.scores, heads).argmax()])
    (shown,) = show_documents(snapshot, [best], understood)
    ways = [(word, understood.in_texts.find(word)) for word in shown.words]
    found = [
        Reason(way[0], snapshot.spell(snapshot.terms[word]), "about") for word, way in ways if way
    ]
    return tuple(found[:1])
