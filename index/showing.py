"""Hits as a reader sees them: where each matched, the words marked, and why they count."""

from collections.abc import Iterator
from functools import cache

import numpy as np

from index.blocks import Blocks
from index.columns import Array, Weights, gather
from index.documents import Document
from index.results import Hit, Match, PassageHit, Reason
from index.snapshot import Snapshot
from index.snippets import Mark, Weigh, find_marks, make_snippet
from index.understanding import SILENT, Understanding
from index.weights import HEADING

# As many places as a reader looks at before opening the record.
MOST_MATCHES = 3


def show_hits(
    snapshot: Snapshot,
    numbers: Array,
    scores: Weights,
    understood: Understanding,
) -> tuple[Hit, ...]:
    """Return the trial actions of those numbers as hits, each with the best places of it."""
    documents, lengths = gather(snapshot.columns.actions.starts, numbers)
    is_block = snapshot.columns.documents.blocks[documents]
    worth = np.round(
        Blocks(snapshot, understood.scores).weigh(documents) * np.where(is_block, 1.0, HEADING), 9
    )
    weigh = _weighing(understood)
    ends = np.cumsum(lengths).tolist()
    hits = []
    for number, score, start, end in zip(
        numbers.tolist(), scores.tolist(), [0, *ends], ends, strict=False
    ):
        best = _best_places(worth[start:end])
        matches = (_show(snapshot, documents[start + place], weigh, understood) for place in best)
        hits.append(Hit(snapshot.ids[number], round(score, 4), tuple(matches)))
    return tuple(hits)


def _best_places(worth: Weights) -> list[int]:
    """Return where most of the question stands, the first on a tie."""
    order: list[int] = np.argsort(-worth, kind="stable")[:MOST_MATCHES].tolist()
    return [place for place in order if worth[place] > 0]


def _show(snapshot: Snapshot, number: int, weigh: Weigh, understood: Understanding) -> Match:
    document = snapshot.documents[number]
    marks = _marks(snapshot, document.text, weigh, understood)
    return Match(
        section=document.section,
        block=document.block,
        snippet=make_snippet(document.text, marks),
        because=tuple(_reasons(snapshot, document, marks, understood)),
    )


def _weighing(understood: Understanding) -> Weigh:
    """Return how well each index word is wanted; a page says the same words again and again."""
    phrase_words = {word for phrase in understood.phrases for word in phrase}

    @cache
    def weigh(word: str) -> float:
        way = understood.stand(word)
        return way[1].weight if way else float(word in phrase_words)

    return weigh


def _marks(snapshot: Snapshot, text: str, weigh: Weigh, understood: Understanding) -> list[Mark]:
    marks = find_marks(text, weigh, snapshot.language)
    if marks:
        return marks
    parts = {word for wanted in understood.wanted for part in wanted.parts for word in part}
    return find_marks(text, lambda word: float(word in parts), snapshot.language)


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


def show_passage(
    snapshot: Snapshot, number: int, score: float, understood: Understanding
) -> PassageHit:
    """Return the document of that number as a hit of its own."""
    document = snapshot.documents[number]
    marks = _marks(snapshot, document.text, _weighing(understood), understood)
    return PassageHit(
        block=document.block or "",
        trial_action=document.trial_action,
        section=document.section,
        score=round(score, 4),
        snippet=make_snippet(document.text, marks),
        because=tuple(_reasons(snapshot, document, marks, understood)),
    )
