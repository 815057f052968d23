"""Damaged Danish becomes Danish: printed words in, restored words out, with doubts for a person."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from catalogue.reading.blocks import SENTENCE_END
from catalogue.reading.common import GLUING
from catalogue.reading.dictionary import Dictionary
from catalogue.reading.evidence import weigh
from catalogue.reading.parting import Parter
from catalogue.reading.settling import Choice, Settler
from catalogue.reading.words import CUT, PrintedWord, Word

# Signs that are not letters, as Danish prints them.
SIGNS = str.maketrans({'"': "”", "“": "”", "'": "’", "—": "–", "|": "I"})
CORE = re.compile(r"([^\w@|]*)(.*?)([^\w@|]*)", re.DOTALL)
JOINTS = re.compile(r"([-/’'”.]+\n?)")

# A word printed this often without a damage that could explain it is a name or a foreign word.
FAMILIAR = 3


@dataclass(frozen=True)
class _Place:
    """Where a word stands: its neighbours, and whether it is within a sentence."""

    before: str
    after: str
    is_within: bool


class Restorer:
    """Restores the words of one source, having weighed all of it first."""

    def __init__(self, dictionary: Dictionary, words: Iterable[PrintedWord]) -> None:
        self._dictionary = dictionary
        self._settler = Settler(dictionary)
        self._parter = Parter(self._settler)
        cores = [_core(word.text)[1] for word in words]
        self._printed = {core.lower() for core in cores}
        pieces = [piece for core in cores for piece in JOINTS.split(self._mend(core))]
        readings = ((piece, self._settler.candidates(piece)) for piece in pieces if _is_word(piece))
        self._settler.evidence = weigh(readings, dictionary)

    def restore(self, words: list[PrintedWord]) -> list[Word]:
        """Return the words of one block, restored."""
        return [self._restore(words, index) for index in range(len(words))]

    def _restore(self, words: list[PrintedWord], index: int) -> Word:
        word = words[index]
        opening, core, closing = _core(word.text)
        mended = self._mend(core)
        choices = list(self._read(mended, _look_around(words, index), half=closing == "-"))
        if self._is_abbreviation(mended, closing):
            choices = [Choice(mended)]
        text = opening + "".join(choice.word for choice in choices) + closing
        doubts = dict.fromkeys(choice.doubt for choice in choices if choice.doubt)
        text = "–" if text == "-" else text.translate(SIGNS)
        return Word(text, word.text, word.line, "; ".join(doubts))

    def _read(self, core: str, place: _Place, *, half: bool) -> Iterator[Choice]:
        pieces = JOINTS.split(core)
        for number, piece in enumerate(pieces, start=1):
            is_ending = number > 1 and len(piece) == 1
            if is_ending or not _is_word(piece):
                yield Choice(piece.strip("\n"))
            elif half and number == len(pieces) and (choice := self._settler.choose(piece + "-")):
                yield Choice(choice.word.removesuffix("-"), choice.doubt)
            else:
                yield self._settle(piece, place)

    def _settle(self, piece: str, place: _Place) -> Choice:
        choice = self._settler.choose(piece, place.before, place.after)
        choice = choice or self._parter.part(piece)
        if choice is None:
            return self._leave(piece)
        if choice == Choice(piece) and self._may_be_glued(piece):
            return Choice(choice.word, "one word or two?")
        if (
            choice == Choice(choice.word) != Choice(piece)
            and place.is_within
            and piece[0].isupper()
        ):
            return Choice(choice.word, "a name?")
        return choice

    def _leave(self, piece: str) -> Choice:
        if "@" in piece:
            guess = piece.replace("@", "ø")
            return Choice(guess[0].upper() + guess[1:], "not a known word")
        familiar = self._settler.evidence.printed[piece.lower()] >= FAMILIAR
        return Choice(piece, "" if familiar else "not a known word")

    def _may_be_glued(self, piece: str) -> bool:
        """Return whether a word with a capital is printed once, and its tail by itself too."""
        printed = self._settler.evidence.printed
        return (
            piece[0].isupper()
            and printed[piece] == 1
            and any(
                piece[:cut].lower() in GLUING and printed[piece[cut:]] > 1
                for cut in range(2, len(piece) - 1)
            )
        )

    def _is_abbreviation(self, core: str, closing: str) -> bool:
        return closing[:1] == "." and f"{core}." in self._dictionary.stems

    def _mend(self, core: str) -> str:
        """Return the word with its cut mended: joined, or hyphened if it stands so elsewhere."""
        start, cut, end = core.partition(CUT)
        if not cut:
            return core
        hyphened = f"{start}-{end}"
        return hyphened if hyphened.lower() in self._printed or start.isupper() else start + end


def _look_around(words: list[PrintedWord], index: int) -> _Place:
    before = words[index - 1].text if index else ""
    after = words[index + 1].text if index + 1 < len(words) else ""
    is_within = bool(before) and not SENTENCE_END.fullmatch(before)
    return _Place(_core(before)[1], _core(after)[1], is_within)


def _core(text: str) -> tuple[str, str, str]:
    match = CORE.fullmatch(text)
    assert match is not None  # noqa: S101 - the pattern matches every text
    return match[1], match[2], match[3]


def _is_word(piece: str) -> bool:
    """Return whether ``piece`` is letters that can be damaged: no sign, number or abbreviation."""
    return any(map(str.isalpha, piece)) and not piece.isupper()
