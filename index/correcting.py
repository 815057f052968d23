"""A word that nothing has → the words that exist and look like it."""

from collections.abc import Callable, Iterable

import numpy as np
from rapidfuzz.distance import OSA

from index.analysis import strip_letters
from index.members import Bits

# One slip in a key of five to seven letters, two in a longer one; shorter words are too near
# each other to guess.
SHORTEST = 5
LONG = 10
# A little further than what is corrected by itself lies what is only offered.
OFFERED_FURTHER = 1
# So many letters are told apart by their last five bits.
LETTERS = 32


class Guesses:
    """Words by length, and which letters each has once and twice.

    A slip changes at most two of these bits, so that few words need a closer look.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(words, key=len)
        self._lengths = np.array([len(word) for word in self._words], dtype=np.int64)
        self._bits = _letter_bits(self._words)

    def near(self, key: str, slips: int) -> list[str]:
        """Return the words that may be ``slips`` away from ``key``, and few that are not."""
        first, last = np.searchsorted(self._lengths, [len(key) - slips, len(key) + slips + 1])
        other = np.bitwise_count(self._bits[first:last] ^ _letter_bits([key]))
        return [self._words[first + place] for place in np.flatnonzero(other <= 2 * slips)]


def _letter_bits(words: list[str]) -> Bits:
    letters = np.frombuffer("".join(words).encode("utf-32-le"), dtype=np.uint32) % LETTERS
    owners = np.repeat(np.arange(len(words)), [len(word) for word in words])
    counts = np.bincount(owners * LETTERS + letters, minlength=len(words) * LETTERS)
    by_word = counts.reshape(-1, LETTERS)
    return np.packbits(np.hstack([by_word > 0, by_word > 1]), axis=1).view(np.uint64).ravel()


def correct(key: str, known: Guesses, count: Callable[[str], int]) -> list[str]:
    """Return the known words nearest to ``key``, at most its allowed slips away, nearest first."""
    return _near(key, known, count, slips=_slips(key))


def offer(key: str, known: Guesses, count: Callable[[str], int]) -> list[str]:
    """Return the known words that someone who typed ``key`` might have meant."""
    slips = _slips(key)
    return _near(key, known, count, slips=slips + OFFERED_FURTHER if slips else 0)


def differ_at_an_end(key: str, word: str) -> bool:
    """Whether two keys differ in how they begin or end alone, as two words of one family do."""
    shorter = min(len(key), len(word)) - 1
    return key[:shorter] == word[:shorter] or key[-shorter:] == word[-shorter:]


def _slips(key: str) -> int:
    if len(key) < SHORTEST:
        return 0
    return 1 if len(key) < LONG else 2


def _near(key: str, known: Guesses, count: Callable[[str], int], *, slips: int) -> list[str]:
    found = []
    for word in known.near(key, slips) if slips else []:
        distance = OSA.distance(key, word, score_cutoff=slips)
        if distance <= slips:
            # The first letter is seldom wrong, and a slip of Danish letters is half a slip.
            bare = OSA.distance(strip_letters(key), strip_letters(word), score_cutoff=slips)
            found.append((distance + bare, word[0] != key[0], -count(word), word))
    return [word for *_, word in sorted(found)]
