"""Words that must stand together, in the order given."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.snapshot import Snapshot


def find_phrase(snapshot: Snapshot, words: Sequence[str]) -> NDArray[np.bool_]:
    """Return which documents hold ``words`` side by side."""
    found = np.ones(len(snapshot.documents), dtype=bool)
    for word in set(words):
        has = np.zeros(len(snapshot.documents), dtype=bool)
        if word in snapshot.postings:
            has[snapshot.postings[word].documents] = True
        found &= has
    if len(words) > 1:
        for number in np.flatnonzero(found):
            found[number] = _holds(snapshot.keys_of[number], words)
    return found


def _holds(text: Sequence[str], words: Sequence[str]) -> bool:
    size = len(words)
    return any(
        list(text[start : start + size]) == list(words) for start in range(len(text) - size + 1)
    )


def find_excluded(
    snapshot: Snapshot, words: tuple[str, ...], *, exact: bool = False
) -> NDArray[np.bool_]:
    """Return the documents with the phrase or, unless exact, any inflection of the one word."""
    if exact or len(words) > 1:
        return find_phrase(snapshot, words)
    found = np.zeros(len(snapshot.documents), dtype=bool)
    for word in snapshot.lexicon.by_lemma.get(snapshot.language.lemma(words[0]), ()):
        found[snapshot.postings[word].documents] = True
    return found
