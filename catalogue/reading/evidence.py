"""What a source says of its own words: how often a word stands in it and can be nothing else."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from catalogue.reading.candidates import Candidate
from catalogue.reading.common import COMMON_WORDS
from catalogue.reading.confusions import ODD
from catalogue.reading.dictionary import Dictionary


@dataclass(frozen=True)
class Evidence:
    """Counts from the whole source: words as printed, words read surely, and their stems."""

    printed: Counter[str] = field(default_factory=Counter)
    sure: Counter[str] = field(default_factory=Counter)
    kin: Counter[str] = field(default_factory=Counter)


def weigh(readings: Iterable[tuple[str, list[Candidate]]], dictionary: Dictionary) -> Evidence:
    """Return the evidence in pairs of a printed word and everything it can have been."""
    evidence = Evidence()
    for raw, candidates in readings:
        evidence.printed.update({raw, raw.lower()})
        if len(candidates) == 1 and candidates[0].worst < ODD:
            word = candidates[0].word.lower()
            evidence.sure[word] += 1
            evidence.kin.update(stems(word, dictionary))
    return evidence


def stems(word: str, dictionary: Dictionary) -> set[str]:
    """Return the stem of ``word`` and, of a compound, the stems of its parts."""
    found = {word, *dictionary.stems.get(word, ())}
    for split in dictionary.splits(word)[:1]:
        found.update(*(dictionary.stems.get(part, (part,)) for part in split))
    return found


def is_common(word: str, dictionary: Dictionary) -> bool:
    """Return whether ``word`` is, or is built of, one of the commonest words."""
    return not COMMON_WORDS.isdisjoint(stems(word.lower(), dictionary))
