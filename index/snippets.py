"""The part of a text that shows why it was found, its words marked as printed."""

import re
from collections.abc import Sequence
from html import escape

from index.marking import Mark

# About three lines on a phone.
LONGEST = 220
_BEFORE = 60
_UNSAFE = re.compile("[<>&\"']")


def make_snippet(text: str, marks: Sequence[Mark]) -> str:
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
