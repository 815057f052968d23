"""A word that nothing has → the words that exist and look like it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import OSA

from index.columns import Numbers, Texts
from index.members import Bits
from index.sounds import to_sound

# One slip in a key of five letters or more, two in a longer one; shorter words are too near each
# other to guess but by their sound.
SHORTEST = 5
LONG = 10
# From this length on one more is forgiven where most sounds are right.
SOUNDED = 8
# Two or three letters sound like many others.
SHORTEST_SOUND = 4
# What sounds the same is written with so many slips at most.
SLIPS_ALIKE = 2
# A little further than what is corrected by itself lies what is only offered.
OFFERED_FURTHER = 1
# So many letters are told apart by their last five bits.
LETTERS = 32


class Guess(NamedTuple):
    """A word that may have been meant, and how it sounds."""

    word: str
    sound: str


@dataclass(frozen=True, eq=False, repr=False)
class Guesses:
    """Words by length, how each sounds, and which letters each has once and twice.

    A slip changes at most two of these bits, so that few words need a closer look.
    """

    words: Texts
    sounds: Texts
    lengths: Numbers
    bits: Bits

    @classmethod
    def of(cls, words: Iterable[str]) -> "Guesses":
        """Return the words as columns."""
        found = sorted(words, key=lambda word: (len(word), word))
        return cls(
            words=Texts.of(found),
            sounds=Texts.of(map(to_sound, found)),
            lengths=np.array([len(word) for word in found], dtype=np.int32),
            bits=_letter_bits(found),
        )

    def near(self, key: str, slips: int) -> Iterator[Guess]:
        """Yield the words that may be ``slips`` away from ``key``, and few that are not."""
        first, last = np.searchsorted(self.lengths, [len(key) - slips, len(key) + slips + 1])
        other = np.bitwise_count(self.bits[first:last] ^ _letter_bits([key]))
        for place in (first + np.flatnonzero(other <= 2 * slips)).tolist():
            yield Guess(self.words[place], self.sounds[place])

    @cached_property
    def _by_sound(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for place, sound in enumerate(self.sounds):
            found[sound].append(place)
        return found

    def sounding(self, sound: str) -> Iterator[Guess]:
        """Yield the words that sound like that."""
        for place in self._by_sound.get(sound, ()):
            yield Guess(self.words[place], sound)


def _letter_bits(words: Sequence[str]) -> Bits:
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


def _slips(key: str) -> int:
    if len(key) < SHORTEST:
        return 0
    return 1 if len(key) < LONG else 2


def _near(key: str, known: Guesses, count: Callable[[str], int], *, slips: int) -> list[str]:
    sound = to_sound(key)
    further = slips + (len(key) >= SOUNDED)
    alike = known.sounding(sound) if len(key) >= SHORTEST_SOUND else ()
    found = []
    for guess in {*alike, *(known.near(key, further) if slips else ())}:
        distance = OSA.distance(key, guess.word, score_cutoff=max(further, SLIPS_ALIKE))
        sounds = OSA.distance(sound, guess.sound, score_cutoff=1)
        if distance <= _forgiven(slips, further, sounds):
            # The first letter is seldom wrong.
            told = distance, sounds > 0, guess.word[0] != key[0], -count(guess.word)
            found.append((*told, guess.word))
    return [word for *_, word in sorted(found)]


def _forgiven(slips: int, further: int, sounds: int) -> int:
    """Return how many slips are forgiven; what is written as it sounds may have more."""
    return (max(further, SLIPS_ALIKE), further, slips)[min(sounds, 2)]
