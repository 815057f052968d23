"""A word that nothing has → the words that exist and look like it."""

from collections.abc import Iterable, Mapping

from rapidfuzz.distance import OSA

from index.analysis import strip_letters

# One slip in a key of five to seven letters, two in a longer one; shorter words are too near
# each other to guess.
SHORTEST = 5
LONG = 8
# A little further than what is corrected by itself lies what is only offered.
OFFERED_FURTHER = 1


def correct(key: str, known: Iterable[str], counts: Mapping[str, int]) -> list[str]:
    """Return the known words nearest to ``key``, at most its allowed slips away, nearest first."""
    return _near(key, known, counts, slips=_slips(key))


def offer(key: str, known: Iterable[str], counts: Mapping[str, int]) -> list[str]:
    """Return the known words that someone who typed ``key`` might have meant."""
    slips = _slips(key)
    return _near(key, known, counts, slips=slips + OFFERED_FURTHER if slips else 0)


def _slips(key: str) -> int:
    if len(key) < SHORTEST:
        return 0
    return 1 if len(key) < LONG else 2


def _near(key: str, known: Iterable[str], counts: Mapping[str, int], *, slips: int) -> list[str]:
    found = []
    for word in known:
        if abs(len(word) - len(key)) > slips or not slips:
            continue
        distance = OSA.distance(key, word, score_cutoff=slips)
        if distance <= slips:
            # The first letter is seldom wrong, and a slip of Danish letters is half a slip.
            bare = OSA.distance(strip_letters(key), strip_letters(word), score_cutoff=slips)
            found.append((distance + bare, word[0] != key[0], -counts.get(word, 0), word))
    return [word for *_, word in sorted(found)]
