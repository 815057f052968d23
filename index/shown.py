"""Texts as a reader sees them: what is wanted is marked in them, and a long one is cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

import numpy as np

from index.marking import Found, find_marks
from index.snapshot import Snapshot
from index.snippets import make_snippet
from index.understanding import Understanding
from index.wishes import Wishes

# The rest of the subjects that stand for what was asked say little more.
MOST_SUBJECTS = 4


@dataclass(frozen=True)
class Shown:
    """A text as it is shown; ``words`` are the wanted index words in it, by number."""

    words: tuple[int, ...]
    snippet: str


def show_documents(
    snapshot: Snapshot, numbers: Sequence[int], understood: Understanding
) -> Iterator[Shown]:
    """Yield the documents of those numbers with what is wanted marked."""
    wishes = understood.in_texts
    for number, (marks, unplaced) in zip(
        numbers, _find(snapshot, numbers, understood), strict=True
    ):
        if not marks and unplaced and snapshot.documents[number].concepts:
            yield Shown(tuple(unplaced), _name_concepts(snapshot, unplaced, wishes))
        else:
            words = dict.fromkeys([*[mark.word for mark in marks], *unplaced])
            yield Shown(tuple(words), make_snippet(snapshot.documents[number].text, marks))


def show_keywords(
    snapshot: Snapshot, numbers: Sequence[int], understood: Understanding
) -> Iterator[Shown]:
    """Yield the keywords of those numbers with what is wanted marked."""
    cards = snapshot.cards.columns
    found = find_marks(cards.said, np.array(numbers, np.int64), understood.on_keywords.table)
    for number, (marks, _) in zip(numbers, found, strict=True):
        words = dict.fromkeys(mark.word for mark in marks)
        yield Shown(tuple(words), make_snippet(cards.texts[number], marks))


def _find(snapshot: Snapshot, numbers: Sequence[int], understood: Understanding) -> list[Found]:
    """Return the marks of each document, those of the parts of words where it has no whole one."""
    said, documents = snapshot.columns.documents.said, np.array(numbers, np.int64)
    found = find_marks(said, documents, understood.in_texts.table)
    bare = [place for place, one in enumerate(found) if not one.marks and not one.unplaced]
    if bare and understood.in_parts.ways:
        parts = find_marks(said, documents[bare], understood.in_parts.table)
        for place, one in zip(bare, parts, strict=True):
            found[place] = one
    return found


def _name_concepts(snapshot: Snapshot, wanted: Sequence[int], wishes: Wishes) -> str:
    """Return the labels of the concepts that were wanted most, of many subjects those alone."""
    best = sorted(wanted, key=lambda number: -wishes.table[number])[:MOST_SUBJECTS]
    labels = [snapshot.spell(snapshot.terms[number]) for number in best]
    return ", ".join(f"<mark>{escape(label)}</mark>" for label in labels)
