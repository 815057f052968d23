"""How numbers and lists of words are written in Danish."""

import re
from collections.abc import Sequence

# The second part of many a place's name.
_ENDING = re.compile(r"(?<=\w{3})(?=(?:berg|borg|havn|sund|vig)$)")
SOFT_HYPHEN = "\u00ad"


def format_number(number: int) -> str:
    """Return the number with points between the thousands: 1.234."""
    return f"{number:,}".replace(",", ".")


def count_noun(number: int, one: str, many: str) -> str:
    """Return the number with its noun in the right form: 1 kommune, 2 kommuner."""
    return f"{format_number(number)} {one if number == 1 else many}"


def join_words(words: Sequence[str]) -> str:
    """Return the words as a sentence lists them: a, b og c."""
    *first, last = words or [""]
    return f"{', '.join(first)} og {last}" if first else last


def join_quoted(words: Sequence[str]) -> str:
    """Return the words as a sentence lists them, in quotation marks: ”a” og ”b”."""
    return join_words([f"”{word}”" for word in words])


def join_labels(labels: Sequence[str]) -> str:
    """Return the labels as one heading: Elever, forældre og PPR."""
    return join_words([*labels[:1], *map(lower_first, labels[1:])])


def lower_first(text: str) -> str:
    """Return the text as it stands inside a sentence; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def soften_name(name: str) -> str:
    """Return the name of a place as it may be parted where there is little room."""
    return _ENDING.sub(SOFT_HYPHEN, name)
