"""The part of a text that shows why it was found, its words marked as printed."""

import re
from collections.abc import Sequence
from html import escape

from index.marking import Mark

# About three lines on a phone.
LONGEST = 220
_BEFORE = 60
_UNSAFE = re.compile("[<>&\"']")

# From where up to where of a text.
Window = tuple[int, int]


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


def _best_window(text: str, marks: Sequence[Mark]) -> Window:
    if len(text) <= LONGEST:
        return 0, len(text)
    windows = [_window_of(text, mark.start, mark.end) for mark in marks]
    most = max(windows, key=lambda one: (_count_words(marks, one), -one[0]), default=None)
    return most or _window_of(text, 0, 0)


def _window_of(text: str, start: int, end: int) -> Window:
    """Return a stretch from word to word that has a mark; a word that fills it is cut."""
    first = max(0, start - _BEFORE)
    blank = text.find(" ", first, start)
    begin = first and (start if blank < 0 else blank + 1)
    last = max(begin + LONGEST, end)
    blank = text.rfind(" ", max(begin, end), last)
    return begin, len(text) if last >= len(text) else last if blank < 0 else blank


def _count_words(marks: Sequence[Mark], window: Window) -> int:
    begin, end = window
    return len({mark.word for mark in marks if begin <= mark.start and mark.end <= end})
