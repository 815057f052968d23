"""The part of a text that shows why it was found, its words marked as printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from index.analysis import fold, tokenize
from index.language import Language
from index.thesaurus import find_units

# About three lines on a phone.
LONGEST = 220
_BEFORE = 60


@dataclass(frozen=True)
class Mark:
    """A marked stretch of a text and the index word that stands there."""

    start: int
    end: int
    word: str


# How well an index word is wanted; 0 or None where it is not.
Weigh = Callable[[str], float | None]


def find_marks(text: str, weigh: Weigh, language: Language) -> list[Mark]:
    """Return the stretches of ``text`` whose index word is wanted, in order, none overlapping.

    A term of several words is marked whole, unless a word in it is wanted more.
    """
    units, words = _stretches(text, language)
    wanted = [word for word in words if weigh(word.word)]
    marks = [
        unit
        for unit in units
        if (weight := weigh(unit.word)) and weight > _best_inside(unit, wanted, weigh)
    ]
    if not marks:
        return wanted
    marks += [word for word in wanted if not _inside(word, marks)]
    return sorted(marks, key=lambda mark: mark.start)


def _best_inside(unit: Mark, words: Sequence[Mark], weigh: Weigh) -> float:
    return max((weigh(word.word) or 0.0 for word in words if _inside(word, [unit])), default=0.0)


# The same few blocks are shown again and again; this many are kept taken apart.
@lru_cache(maxsize=4096)
def _stretches(text: str, language: Language) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """Return the terms of several words that stand in ``text``, and all its words."""
    tokens = list(tokenize(text))
    words = [fold(token.text) for token in tokens]
    units = find_units([language.lemma(word) for word in words], language.thesaurus)
    return (
        tuple(Mark(tokens[first].start, tokens[end - 1].end, term) for first, end, term in units),
        tuple(
            Mark(token.start, token.end, word) for token, word in zip(tokens, words, strict=True)
        ),
    )


def _inside(word: Mark, marks: Sequence[Mark]) -> bool:
    return any(mark.start <= word.start < mark.end for mark in marks)


def make_snippet(text: str, marks: Sequence[Mark]) -> str:
    """Return the stretch of ``text`` with most marks as HTML, escaped but for ``<mark>``."""
    start, end = _best_window(text, marks)
    parts: list[str] = ["… "] if start else []
    place = start
    for mark in marks:
        if mark.start >= place and mark.end <= end:
            parts += [escape(text[place : mark.start]), "<mark>"]
            parts += [escape(text[mark.start : mark.end]), "</mark>"]
            place = mark.end
    parts.append(escape(text[place:end]))
    return "".join(parts) + (" …" if end < len(text) else "")


def _best_window(text: str, marks: Sequence[Mark]) -> tuple[int, int]:
    if len(text) <= LONGEST:
        return 0, len(text)
    starts = [_word_start(text, max(0, mark.start - _BEFORE)) for mark in marks] or [0]
    start = max(starts, key=lambda begin: (_words_within(marks, begin), -begin))
    return start, _word_end(text, start + LONGEST)


def _words_within(marks: Sequence[Mark], start: int) -> int:
    return len({mark.word for mark in marks if start <= mark.start < start + LONGEST})


def _word_start(text: str, place: int) -> int:
    return 0 if place == 0 else text.find(" ", place) + 1


def _word_end(text: str, place: int) -> int:
    return len(text) if place >= len(text) else text.rfind(" ", 0, place)
