"""Words that must stand together, in the order given."""

from collections.abc import Sequence
from functools import reduce

import numpy as np

from index.columns import Array, Numbers, gather
from index.snapshot import Snapshot


def find_phrase(snapshot: Snapshot, words: Sequence[str]) -> Numbers:
    """Return the documents that hold ``words`` side by side."""
    numbers = [snapshot.words.get(word, -1) for word in words]
    if min(numbers, default=-1) < 0:
        return np.zeros(0, dtype=np.int32)
    having = [snapshot.columns.postings.documents[number] for number in set(numbers)]
    found: Numbers = reduce(_both, sorted(having, key=len))
    return found if len(words) == 1 else found[_hold(snapshot, found, numbers)]


def _both(some: Numbers, others: Numbers) -> Numbers:
    return np.intersect1d(some, others, assume_unique=True)


def _hold(snapshot: Snapshot, documents: Numbers, phrase: Sequence[int]) -> Array:
    """Return which of the documents say the phrase."""
    columns = snapshot.columns.documents
    places, lengths = gather(columns.said.words.offsets, documents)
    said = columns.said.words.values[places]
    ends = np.cumsum(lengths) - lengths + columns.spoken[documents]
    owners = np.repeat(np.arange(len(documents)), lengths)
    begins = np.arange(len(said)) + len(phrase) <= ends[owners]
    # No text is as long as a phrase that begins nowhere.
    for distance, number in enumerate(phrase if begins.any() else ()):
        begins[: len(said) - distance] &= said[distance:] == number
    found = np.zeros(len(documents), dtype=bool)
    found[owners[begins]] = True
    return found


def find_excluded(snapshot: Snapshot, words: tuple[str, ...], *, exact: bool = False) -> Numbers:
    """Return the documents with the phrase or, unless exact, any inflection of the one word."""
    if exact or len(words) > 1:
        return find_phrase(snapshot, words)
    forms = snapshot.lexicon.by_lemma.get(snapshot.language.lemma(words[0]))
    documents = snapshot.columns.postings.documents
    found = [documents[number] for number in forms.tolist()]
    return np.concatenate(found) if found else np.zeros(0, dtype=np.int32)
