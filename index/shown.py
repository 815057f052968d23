"""Texts as a reader sees them: what is wanted is marked in them, and a long one is cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

import numpy as np

from index.documents import Document
from index.marking import Mark, find_marks
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
    for number, marks in zip(numbers, _mark(snapshot, numbers, understood), strict=True):
        document = snapshot.documents[number]
        wanted = _find_wanted_marks(snapshot, document, understood.in_texts)
        if document.concepts and wanted:
            yield Shown(tuple(wanted), _name_concepts(snapshot, wanted, understood.in_texts))
        else:
            words = dict.fromkeys([*(mark.word for mark in marks), *wanted])
            yield Shown(tuple(words), make_snippet(document.text, marks))


def show_keywords(
    snapshot: Snapshot, numbers: Sequence[int], understood: Understanding
) -> Iterator[Shown]:
    """Yield the keywords of those numbers with what is wanted marked."""
    cards = snapshot.cards.columns
    found = find_marks(cards.said, np.array(numbers, np.int64), understood.on_keywords.table)
    for number, marks in zip(numbers, found, strict=True):
        words = dict.fromkeys(mark.word for mark in marks)
        yield Shown(tuple(words), make_snippet(cards.texts[number], marks))


def _mark(
    snapshot: Snapshot, numbers: Sequence[int], understood: Understanding
) -> list[list[Mark]]:
    """Return the marks of each document, those of the parts of words where it has no whole one."""
    said, documents = snapshot.columns.documents.said, np.array(numbers, np.int64)
    found = find_marks(said, documents, understood.in_texts.table)
    bare = [place for place, marks in enumerate(found) if not marks]
    if bare and understood.in_parts.ways:
        parts = find_marks(said, documents[bare], understood.in_parts.table)
        for place, marks in zip(bare, parts, strict=True):
            found[place] = marks
    return found


def _find_wanted_marks(snapshot: Snapshot, document: Document, wishes: Wishes) -> list[int]:
    numbers = [snapshot.words[mark] for mark in document.marks]
    return [number for number in numbers if wishes.table[number]]


def _name_concepts(snapshot: Snapshot, wanted: Sequence[int], wishes: Wishes) -> str:
    """Return the labels of the concepts that were wanted most, of many subjects those alone."""
    best = sorted(wanted, key=lambda number: -wishes.table[number])[:MOST_SUBJECTS]
    labels = [snapshot.spell(snapshot.terms[number]) for number in best]
    return ", ".join(f"<mark>{escape(label)}</mark>" for label in labels)
