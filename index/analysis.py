"""Danish text → tokens → keys.

A key is what two spellings of one word have in common: ``Skole-fravær``, ``SKOLEFRAVÆR`` and
``skolefravaer`` share ``skolefravaer``. Letters are folded from æ ø å to ae oe aa, never the other
way, which would damage koordinator, poesi and kaos.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# P.P.R. is one word, and so is skole-hjem-samarbejde.
_TOKEN = re.compile(
    r"(?<![^\W_])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?|[^\W_]+(?:[-‐‑'’´][^\W_]+)*"
)
_INVISIBLE = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0xFEFF])
_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "y", "ß": "ss"}
    | dict.fromkeys(".-‐‑'’´")
)
# A blank and a sign.
GAP = 2
# The three characters after z, in the order of the Danish alphabet.
_ALPHABET = str.maketrans("æøå", "{|}")


@dataclass(frozen=True)
class Token:
    """A word as it stands in a text, from ``start`` up to ``end``."""

    text: str
    start: int
    end: int


def tokenize(text: str) -> Iterator[Token]:
    """Yield the words of ``text``; inner hyphens, apostrophes and dots belong to the word."""
    for match in _TOKEN.finditer(text):
        yield Token(match.group(), match.start(), match.end())


def stand_together(one: Token, other: Token) -> bool:
    """Whether nothing but a blank and a sign may stand between two words."""
    return other.start - one.end <= GAP


def find_spans(text: str) -> list[tuple[str, int, int]]:
    """Return the words of ``text`` as ``tokenize`` gives them, but bare: word, start, end."""
    return [(match.group(), *match.span()) for match in _TOKEN.finditer(text)]


def normalize(text: str) -> str:
    """Return ``text`` in normal form C without invisible characters."""
    return unicodedata.normalize("NFC", text).translate(_INVISIBLE)


# Texts repeat their words; a hundred thousand records have some hundred thousand.
@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return the key of a word."""
    key = normalize(word).lower().translate(_LETTERS)
    if not key.isascii():
        decomposed = unicodedata.normalize("NFD", key)
        key = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return key


def keys(text: str) -> list[str]:
    """Return the key of every word of ``text``, in order."""
    return [fold(word) for word in _TOKEN.findall(normalize(text))]


def sort_key(text: str) -> str:
    """Return what ``text`` is sorted by in Danish: æ, ø, å last, and aa as å."""
    return normalize(text).lower().replace("aa", "å").translate(_ALPHABET)


def strip_letters(key: str) -> str:
    """Return the key as someone writes it who drops the dots and rings: boern → born."""
    return key.replace("ae", "a").replace("oe", "o").replace("aa", "a")
