"""Hits as a reader sees them: where each matched, the words marked, and why they count."""

import numpy as np

from index.blocks import Blocks
from index.columns import Array, Weights, gather
from index.documents import Document
from index.results import Hit, Match, PassageHit, Reason
from index.snapshot import Snapshot
from index.snippets import Mark, find_marks, make_snippet
from index.understanding import Understanding
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
    ends = np.cumsum(lengths).tolist()
    hits = []
    for number, score, start, end in zip(
        numbers.tolist(), scores.tolist(), [0, *ends], ends, strict=False
    ):
        best = _best_places(worth[start:end])
        matches = (_show(snapshot, int(documents[start + place]), understood) for place in best)
        hits.append(Hit(snapshot.ids[number], round(score, 4), tuple(matches)))
    return tuple(hits)


def _best_places(worth: Weights) -> list[int]:
    """Return where most of the question stands, the first on a tie."""
    order: list[int] = np.argsort(-worth, kind="stable")[:MOST_MATCHES].tolist()
    return [place for place in order if worth[place] > 0]


def _show(snapshot: Snapshot, number: int, understood: Understanding) -> Match:
    document = snapshot.documents[number]
    marks = _marks(snapshot, document.text, understood)
    return Match(
        section=document.section,
        block=document.block,
        snippet=make_snippet(document.text, marks),
        because=_reasons(document, marks, understood),
    )


def _marks(snapshot: Snapshot, text: str, understood: Understanding) -> list[Mark]:
    marks = find_marks(text, understood.weights, snapshot.language)
    if marks or not any(wanted.parts for wanted in understood.wanted):
        return marks
    parts = {word: 1.0 for wanted in understood.wanted for part in wanted.parts for word in part}
    return find_marks(text, parts, snapshot.language)


def _reasons(
    document: Document, marks: list[Mark], understood: Understanding
) -> tuple[Reason, ...]:
    weights = understood.weights
    words = dict.fromkeys([mark.word for mark in marks])
    words |= dict.fromkeys([word for word in document.marks if word in weights])
    reasons = [reason for word in words if (reason := understood.explain(word))]
    # Two words of the text may be one to a reader: the first reason is told.
    return tuple({(one.word, one.reason): one for one in reversed(reasons)}.values())[::-1]


def show_passage(
    snapshot: Snapshot, number: int, score: float, understood: Understanding
) -> PassageHit:
    """Return the document of that number as a hit of its own."""
    document = snapshot.documents[number]
    marks = _marks(snapshot, document.text, understood)
    return PassageHit(
        block=document.block or "",
        trial_action=document.trial_action,
        section=document.section,
        score=round(score, 4),
        snippet=make_snippet(document.text, marks),
        because=_reasons(document, marks, understood),
    )
