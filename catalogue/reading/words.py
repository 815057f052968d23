"""Printed lines become printed words, each with the line it begins on."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# A word cut at a line's end keeps its hyphen and the break until someone knows what it is.
CUT = "-\n"
CONJUNCTIONS = frozenset({"og", "eller", "til"})

# A comma between letters or a dash beside one has lost its space.
LOST_SPACE = re.compile(r"(?<=[^\W\d],)(?=[^\W\d])|(?<=—)(?=\w)|(?<=\w)(?=—)")


@dataclass(frozen=True)
class PrintedWord:
    """One word as printed, with its punctuation; ``line`` is where it begins."""

    text: str
    line: int


def print_words(lines: Iterable[tuple[int, str]]) -> list[PrintedWord]:
    """Return the words of numbered lines, those cut at a line's end made one."""
    words: list[PrintedWord] = []
    for number, text in lines:
        begun = list(_split(text, number))
        if words and begun and _goes_on(words[-1].text, begun[0].text):
            words[-1] = PrintedWord(words[-1].text + "\n" + begun.pop(0).text, words[-1].line)
        words.extend(begun)
    return words


def _split(text: str, number: int) -> Iterator[PrintedWord]:
    for chunk in text.split():
        yield from (PrintedWord(word, number) for word in LOST_SPACE.split(chunk))


def _goes_on(last: str, following: str) -> bool:
    cut = last.endswith(("-", "/")) and any(map(str.isalnum, last))
    return cut and following.strip(".,") not in CONJUNCTIONS


@dataclass(frozen=True)
class Word:
    """One restored word, with what was printed and, if a person should look, why."""

    text: str
    raw: str
    line: int
    doubt: str = ""
