"""How this kind of print loses the Danish letters: the table that reading and proof share.

Each letter stands with the signs it may have become, and how far-fetched each of them is.
"""

import re
from collections.abc import Iterator

USUAL, RARE, ODD = 1, 2, 3

CONFUSIONS: dict[str, dict[str, int]] = {
    "æ": {
        **dict.fromkeys(["ae", "ee", "ze", "zee", "zae", "ce", "z", "e"], USUAL),
        **dict.fromkeys(["a", "aa", "aee", "eae", "aea", "eze", "oe", "@"], RARE),
        **dict.fromkeys(["ea", ""], ODD),
    },
    "ø": {
        **dict.fromkeys(["e", "o", "@"], USUAL),
        **dict.fromkeys(["ao", "eo", "oe"], RARE),
        **dict.fromkeys(["a", "ae", "g", ""], ODD),
    },
    "å": {
        **dict.fromkeys(["a", "d"], USUAL),
        **dict.fromkeys(["G", "3", "ad", "da", "@"], RARE),
        "": ODD,
    },
    "l": {"I": USUAL},
    "I": {"|": USUAL},
}

_ORIGINS: dict[str, list[tuple[str, str, int]]] = {}
for _letter, _signs in CONFUSIONS.items():
    for _sign, _cost in _signs.items():
        _ORIGINS.setdefault(_sign[:1].lower(), []).append((_letter, _sign, _cost))

# Letters that are sometimes gone without a trace.
LOSABLE = tuple(letter for letter, signs in CONFUSIONS.items() if "" in signs)

# Capitals that stand for a small letter; every other damage looks the same in both cases.
CAPITALS = frozenset("GI")


def damages(letter: str) -> dict[str, int]:
    """Return what ``letter`` may have become, with the cost of believing it."""
    return CONFUSIONS.get(letter) or CONFUSIONS.get(letter.lower(), {})


def origins(raw: str, start: int) -> Iterator[tuple[str, int, int]]:
    """Yield (letter, signs used, cost) for each letter that may stand damaged at ``start``."""
    for letter, sign, cost in _ORIGINS.get(raw[start : start + 1].lower(), ()):
        if stands(sign, raw, start):
            yield letter, len(sign), cost


def stands(sign: str, raw: str, start: int) -> bool:
    """Return whether the damage ``sign`` stands in ``raw`` at ``start``."""
    found = raw[start : start + len(sign)]
    return found == sign if sign in CAPITALS else found.lower() == sign


def damaged(text: str) -> str:
    """Return a regular expression that matches ``text`` however its letters were damaged."""
    return "".join(f"(?:{'|'.join(map(re.escape, (letter, *damages(letter))))})" for letter in text)
