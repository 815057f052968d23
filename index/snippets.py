"""The part of a text that shows why it was found, its words marked as printed."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from operator import attrgetter

from index.analysis import find_spans, fold
from index.language import Language
from index.marking import Mark
from index.thesaurus import find_units

# About three lines on a phone.
LONGEST = 220
_BEFORE = 60
_UNSAFE = re.compile("[<>&\"']")


@dataclass(frozen=True)
class Stretch:
    """A stretch of a text and the index word, as it is spelt, that stands there."""

    start: int
    end: int
    word: str


@dataclass(frozen=True)
class Stretches:
    """A text taken apart: where each word stands, and the terms of several words."""

    words: Mapping[str, list[tuple[int, int]]]
    units: tuple[Stretch, ...]
    terms: frozenset[str]


@dataclass(frozen=True)
class Shown:
    """A text as it is shown: the index words that are marked in it, and the snippet."""

    words: tuple[str, ...]
    snippet: str


def show_text(text: str, weights: Mapping[str, float], language: Language) -> Shown:
    """Return the snippet of ``text`` for the wanted words, weighed by ``weights``."""
    found = weights.keys() & take_apart(text, language).terms
    return _show(text, tuple(sorted((word, weights[word]) for word in found)), language)


# Different questions often want the same words of a block.
@lru_cache(maxsize=4096)
def _show(text: str, wanted: tuple[tuple[str, float], ...], language: Language) -> Shown:
    marks = find_marks(text, dict(wanted), language)
    words = dict.fromkeys(mark.word for mark in marks)
    return Shown(tuple(words), make_snippet(text, marks))


def find_marks(text: str, weights: Mapping[str, float], language: Language) -> list[Stretch]:
    """Return the stretches of ``text`` whose index word is wanted, in order, none overlapping.

    ``weights`` says how well each wanted index word is wanted. A term of several words is marked
    whole, unless a word in it is wanted more.
    """
    stretches = take_apart(text, language)
    found = stretches.words.keys() & weights.keys()
    wanted = [Stretch(*span, word) for word in found for span in stretches.words[word]]
    marks = [
        unit
        for unit in stretches.units
        if unit.word in weights and weights[unit.word] > _best_inside(unit, wanted, weights)
    ]
    marks += [word for word in wanted if not _inside(word, marks)] if marks else wanted
    return sorted(marks, key=attrgetter("start"))


def _best_inside(unit: Stretch, words: Sequence[Stretch], weights: Mapping[str, float]) -> float:
    return max((weights[word.word] for word in words if _inside(word, [unit])), default=0.0)


# The same few blocks are shown again and again; this many are kept taken apart.
@lru_cache(maxsize=4096)
def take_apart(text: str, language: Language) -> Stretches:
    """Return where the words and the terms of several words stand in ``text``."""
    spans = find_spans(text)
    words = [fold(word) for word, _, _ in spans]
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for (_, start, end), word in zip(spans, words, strict=True):
        places[word].append((start, end))
    units = find_units([language.lemma(word) for word in words], language.thesaurus)
    return Stretches(
        places,
        tuple(Stretch(spans[first][1], spans[end - 1][2], term) for first, end, term in units),
        frozenset([*words, *(term for _, _, term in units)]),
    )


def _inside(word: Stretch, marks: Sequence[Stretch]) -> bool:
    return any(mark.start <= word.start < mark.end for mark in marks)


def make_snippet(text: str, marks: Sequence[Mark | Stretch]) -> str:
    """Return the stretch of ``text`` with most marks as HTML, escaped but for ``<mark>``."""
    start, end = _best_window(text, marks)
    parts: list[str] = ["… "] if start else []
    place = start
    for mark in marks:
        if mark.start >= place and mark.end <= end:
            before, marked = _escape(text[place : mark.start]), _escape(text[mark.start : mark.end])
            parts.append(f"{before}<mark>{marked}</mark>")
            place = mark.end
    parts.append(_escape(text[place:end]))
    return "".join(parts) + (" …" if end < len(text) else "")


def _escape(text: str) -> str:
    return escape(text) if _UNSAFE.search(text) else text


def _best_window(text: str, marks: Sequence[Mark | Stretch]) -> tuple[int, int]:
    if len(text) <= LONGEST:
        return 0, len(text)
    starts = [_word_start(text, max(0, mark.start - _BEFORE)) for mark in marks] or [0]
    start = max(starts, key=lambda begin: (_words_within(marks, begin), -begin))
    return start, _word_end(text, start + LONGEST)


def _words_within(marks: Sequence[Mark | Stretch], start: int) -> int:
    return len({mark.word for mark in marks if start <= mark.start < start + LONGEST})


def _word_start(text: str, place: int) -> int:
    return 0 if place == 0 else text.find(" ", place) + 1


def _word_end(text: str, place: int) -> int:
    return len(text) if place >= len(text) else text.rfind(" ", 0, place)
