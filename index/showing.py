"""Hits as a reader sees them: where each matched, the words marked, and why they count."""

from collections.abc import Iterator

import numpy as np

from index.documents import Document
from index.results import Hit, Match, PassageHit, Reason
from index.snapshot import Snapshot, Weights
from index.snippets import Mark, find_marks, make_snippet
from index.understanding import SILENT, Understanding
from index.weights import HEADING

# As many places as a reader looks at before opening the record.
MOST_MATCHES = 3


def show_hit(snapshot: Snapshot, number: int, score: float, understood: Understanding) -> Hit:
    """Return the trial action of that number as a hit."""
    facts = snapshot.facts[number]
    return Hit(facts.id, round(score, 4), tuple(_matches(snapshot, number, understood)))


def _matches(snapshot: Snapshot, number: int, understood: Understanding) -> Iterator[Match]:
    """Yield the best places of a hit: what has most of the question, the first on a tie.

    Where its texts show less than a reader would look at, the keyword follows that fits best.
    """
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
    own = np.where(snapshot.cards.owners == number, understood.keyword.fit, 0)
    if len(documents) < MOST_MATCHES and own.any():
        keyword = snapshot.cards.texts[int(own.argmax())]
        yield Match("keyword", block=None, snippet=make_snippet(keyword, []))


def _document_worth(snapshot: Snapshot, understood: Understanding) -> Weights:
    worth = np.zeros(len(snapshot.documents))
    for word in understood.scores:
        worth += word.rarity * word.best
    return worth * np.where(snapshot.blocks, 1.0, HEADING)


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
        because=tuple(_reasons(snapshot, document, marks, understood)),
    )
