"""What each text says and where it says it, so that nothing is taken apart when a hit is shown."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from index.analysis import find_spans, fold
from index.columns import Lists, Numbers
from index.features import Phrase
from index.language import Language
from index.thesaurus import find_units


@dataclass(frozen=True, eq=False, repr=False)
class Said:
    """The words of each text, then its terms of several words, then its marks.

    ``starts`` and ``ends`` are their places in the text as it is stored, parallel to the values of
    ``words``; a term goes from its first word to its last, a mark stands nowhere: from 0 to 0.
    """

    words: Lists
    starts: Numbers
    ends: Numbers


class Places(NamedTuple):
    """The words of one text and its units: terms of several words, marks; and where each stands."""

    words: list[str]
    units: list[str]
    starts: list[int]
    ends: list[int]


def find_places(text: str, marks: Sequence[str], language: Language) -> Places:
    """Return what stands where in a text in normal form, and its marks, which stand nowhere."""
    spans = find_spans(text)
    words = [fold(word) for word, _, _ in spans]
    units = find_units([language.lemma(word) for word in words], language.thesaurus)
    nowhere = [0] * len(marks)
    return Places(
        words=words,
        units=[*(term for _, _, term in units), *marks],
        starts=[
            *(start for _, start, _ in spans),
            *(spans[first][1] for first, _, _ in units),
            *nowhere,
        ],
        ends=[
            *(end for _, _, end in spans),
            *(spans[end - 1][2] for _, end, _ in units),
            *nowhere,
        ],
    )


def say_keywords(texts: Iterable[str], phrases: Iterable[Phrase], terms: Sequence[str]) -> Said:
    """Return what keywords in normal form say; ``terms`` give each word and term its number.

    The words of a term may stand apart and in any order: each of them is a place of it.
    """
    numbers = {term: number for number, term in enumerate(terms)}
    rows = [list(_place(text, phrase)) for text, phrase in zip(texts, phrases, strict=True)]
    every = [place for row in rows for place in row]
    return Said(
        Lists.of([[numbers[word] for word, _, _ in row] for row in rows]),
        np.array([start for _, start, _ in every], np.int32),
        np.array([end for _, _, end in every], np.int32),
    )


def _place(text: str, phrase: Phrase) -> Iterator[tuple[str, int, int]]:
    spans = find_spans(text)
    for word, start, end in spans:
        yield fold(word), start, end
    for places, term in phrase.asked:
        for place in places:
            yield term, *spans[place][1:]
