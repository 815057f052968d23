"""Hits as a reader sees them: where each matched, the words marked, and why they count."""

from html import escape

import numpy as np

from index.blocks import Blocks
from index.columns import Array, Weights, gather
from index.documents import Document
from index.expanding import SILENT
from index.results import Hit, Match, PassageHit, Reason
from index.snapshot import Snapshot
from index.snippets import Shown, show_text
from index.understanding import Understanding
from index.weights import HEADING, KEYWORD_SHOWN, KEYWORDS

# As many places as a reader looks at before opening the record.
MOST_MATCHES = 3
# The rest of the subjects that stand for what was asked say little more.
MOST_SUBJECTS = 4


def show_hits(
    snapshot: Snapshot,
    numbers: Array,
    scores: Weights,
    understood: Understanding,
) -> tuple[Hit, ...]:
    """Return the trial actions of those numbers as hits, each with the best places of it."""
    best = _best_places(snapshot, numbers, understood)
    return tuple(
        [
            Hit(
                snapshot.ids[number],
                round(score, 4),
                _show_places(snapshot, number, score, places, understood=understood),
            )
            for number, score, places in zip(numbers.tolist(), scores.tolist(), best, strict=True)
        ]
    )


def _show_places(
    snapshot: Snapshot,
    number: int,
    score: float,
    places: list[int],
    *,
    understood: Understanding,
) -> tuple[Match, ...]:
    """Return the best places; a keyword is the last of them where it says much or they are few."""
    best = snapshot.cards.best_of(number, understood.fit)
    told = best and KEYWORDS * understood.fit.rarity * best[1] >= KEYWORD_SHOWN * score
    if best is None or (len(places) == MOST_MATCHES and not told):
        return tuple([_show(snapshot, place, understood) for place in places])
    shown = [_show(snapshot, place, understood) for place in places[: MOST_MATCHES - 1]]
    return (*shown, _show_keyword(snapshot, best[0], understood))


def _best_places(snapshot: Snapshot, numbers: Array, understood: Understanding) -> list[list[int]]:
    """Return the documents of each hit that have most of the question, the first on a tie."""
    documents, lengths = gather(snapshot.columns.actions.starts, numbers)
    is_block = snapshot.columns.documents.blocks[documents]
    worth = Blocks(snapshot, understood.scores).weigh(documents) * np.where(is_block, 1.0, HEADING)
    hits = np.repeat(np.arange(len(numbers)), lengths)
    order = np.lexsort((-np.round(worth, 9), hits))
    best: list[list[int]] = [[] for _ in lengths]
    starts = np.cumsum(lengths) - lengths
    for place in range(MOST_MATCHES):
        for hit in np.flatnonzero(lengths > place).tolist():
            number = order[starts[hit] + place]
            if worth[number] > 0:
                best[hit].append(int(documents[number]))
    return best


def _show(snapshot: Snapshot, number: int, understood: Understanding) -> Match:
    document = snapshot.documents[number]
    shown = _show_document(snapshot, document, understood)
    return Match(
        section=document.section,
        block=document.block,
        snippet=shown.snippet,
        because=_reasons(document, shown, understood),
    )


def _show_keyword(snapshot: Snapshot, keyword: str, understood: Understanding) -> Match:
    stands = understood.on_keywords
    weights = {word: stand.weight for word, (_, stand) in stands.items()}
    shown = show_text(keyword, weights, snapshot.language)
    reasons = [
        Reason(text, snapshot.spell(word), stand.kind)
        for word in shown.words
        for text, stand in [stands[word]]
        if stand.kind not in SILENT
    ]
    return Match("keyword", block=None, snippet=shown.snippet, because=tuple(reasons))


def _show_document(snapshot: Snapshot, document: Document, understood: Understanding) -> Shown:
    """Return the text with its words marked; of many subjects those alone that were wanted."""
    weights = understood.weights
    wanted = [name for name in document.concepts if f"${name}" in weights]
    if not wanted:
        return _show_text(snapshot, document.text, understood)
    wanted.sort(key=lambda name: -weights[f"${name}"])
    labels = [snapshot.spell(f"${name}") for name in wanted[:MOST_SUBJECTS]]
    return Shown((), ", ".join(f"<mark>{escape(label)}</mark>" for label in labels))


def _show_text(snapshot: Snapshot, text: str, understood: Understanding) -> Shown:
    shown = show_text(text, understood.weights, snapshot.language)
    return shown if shown.words else show_text(text, understood.part_weights, snapshot.language)


def _reasons(document: Document, shown: Shown, understood: Understanding) -> tuple[Reason, ...]:
    weights = understood.weights
    words = [*shown.words, *[word for word in document.marks if word in weights]]
    reasons = [reason for word in words if (reason := understood.explain(word))]
    # Two words of the text may be one to a reader: the first reason is told.
    return tuple({(one.word, one.reason): one for one in reversed(reasons)}.values())[::-1]


def show_passage(
    snapshot: Snapshot, number: int, score: float, understood: Understanding
) -> PassageHit:
    """Return the document of that number as a hit of its own."""
    document = snapshot.documents[number]
    shown = _show_text(snapshot, document.text, understood)
    return PassageHit(
        block=document.block or "",
        trial_action=document.trial_action,
        section=document.section,
        score=round(score, 4),
        snippet=shown.snippet,
        because=_passage_reasons(snapshot, number, shown, understood),
    )


def _passage_reasons(
    snapshot: Snapshot, number: int, shown: Shown, understood: Understanding
) -> tuple[Reason, ...]:
    """Return why a passage is found: by its words, by who speaks, or else by its trial action."""
    document = snapshot.documents[number]
    said = _reasons(document, shown, understood)
    heard = understood.explain_voices(document.stakeholders)
    return (*said, *heard, *(() if shown.words else _lent_reasons(snapshot, number, understood)))


def _lent_reasons(snapshot: Snapshot, number: int, understood: Understanding) -> tuple[Reason, ...]:
    """Return what the best head of a passage's trial action has of the question."""
    columns = snapshot.columns
    owner = columns.documents.owners[number]
    own = np.arange(columns.actions.starts[owner], columns.actions.starts[owner + 1])
    heads = own[~columns.documents.blocks[own]]
    best = int(heads[Blocks(snapshot, understood.scores).weigh(heads).argmax()])
    head = snapshot.documents[best]
    words = [*_show_text(snapshot, head.text, understood).words, *head.marks]
    found = [(way[0].item.text, word) for word in words if (way := understood.stand(word))]
    return tuple([Reason(term, snapshot.spell(word), "about") for term, word in found[:1]])
