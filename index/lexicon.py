"""The words of an index, by what they have in common: lemma, compound part, bare letters."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from index.analysis import strip_letters
from index.columns import Numbers, Weights
from index.grouping import Groups, WordGroups
from index.language import Language
from index.reaching import Codes

Words = tuple[str, ...]
NO_WORDS: Numbers = np.zeros(0, dtype=np.int32)


class Shelf:
    """The words under each key of a group."""

    def __init__(self, groups: Groups) -> None:
        self._members = groups.members
        self._places = groups.keys.places

    def get(self, key: str) -> Numbers:
        """Return the words under ``key`` by number, in alphabetical order."""
        place = self._places.get(key)
        return NO_WORDS if place is None else self._members[place]

    def __contains__(self, key: str) -> bool:
        return key in self._places


@dataclass(frozen=True, eq=False, repr=False)
class Lexicon:
    """The shelves of one index, whose words by number are ``terms``."""

    terms: Sequence[str]
    groups: WordGroups
    language: Language

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each word."""
        return {word: number for number, word in enumerate(self.terms)}

    @cached_property
    def by_lemma(self) -> Shelf:
        """The words of each lemma."""
        return Shelf(self.groups.by_lemma)

    @cached_property
    def by_head(self) -> Shelf:
        """The compounds by their last part."""
        return Shelf(self.groups.by_head)

    @cached_property
    def by_part(self) -> Shelf:
        """The compounds by each other part."""
        return Shelf(self.groups.by_part)

    def reach(self, concept: str) -> tuple[Numbers, Codes, Weights]:
        """Return the words that a concept of the thesaurus reaches, each by its best way."""
        by_concept = self.groups.by_concept
        return by_concept.get(by_concept.concepts.places[concept])

    @cached_property
    def _by_letters(self) -> Shelf:
        return Shelf(self.groups.by_letters)

    @cached_property
    def _known_by_letters(self) -> dict[str, Words]:
        found: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self.language.thesaurus.words):
            found[strip_letters(word)].append(word)
        return {letters: tuple(words) for letters, words in found.items()}

    def spelt_alike(self, key: str) -> Words:
        """Return the words of thesaurus and index that have the bare letters of ``key``."""
        letters = strip_letters(key)
        known = self._known_by_letters.get(letters, ())
        here = [self.terms[number] for number in self._by_letters.get(letters).tolist()]
        return tuple(dict.fromkeys([*known, *here]))
