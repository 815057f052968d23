"""A word as it sounds: what those write alike who write by ear, or drop a letter of two."""

import re
from functools import lru_cache

# From letters to one of those that sound like them, in this order; what is silent is dropped.
_ALIKE = (
    (r"([bcdfghjklmnpqrstvwxz])\1+", r"\1"),
    ("^h(?=[vj])", ""),
    ("ae|oe", "e"),
    ("aa", "o"),
    ("(?<=[lnr])d", ""),
    ("ck|ch|[cgq]", "k"),
    ("x", "ks"),
    ("ph", "f"),
    ("d", "t"),
    ("b", "p"),
    ("z", "s"),
    ("w", "v"),
    (r"(.)\1+", r"\1"),
)
_RULES = [(re.compile(letters), sound) for letters, sound in _ALIKE]


# An index is built anew with nearly the same words.
@lru_cache(maxsize=1 << 15)
def to_sound(key: str) -> str:
    """Return the key as it sounds: nægter and negter, klasse and klase are one."""
    for letters, sound in _RULES:
        key = letters.sub(sound, key)
    return key
