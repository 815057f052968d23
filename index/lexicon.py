"""The words of an index, by what they have in common: lemma, compound part, bare letters."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from index.analysis import strip_letters
from index.grouping import Groups, WordGroups
from index.language import Language

Words = tuple[str, ...]


class Shelf:
    """The words under each key of a group."""

    def __init__(self, groups: Groups, terms: Sequence[str]) -> None:
        self._members = groups.members
        self._terms = terms
        self._places = {key: place for place, key in enumerate(groups.keys)}

    def get(self, key: str, default: Words = ()) -> Words:
        """Return the words under ``key``, in alphabetical order."""
        place = self._places.get(key)
        if place is None:
            return default
        return tuple([self._terms[number] for number in self._members[place].tolist()])

    def __contains__(self, key: str) -> bool:
        return key in self._places


@dataclass(frozen=True, eq=False, repr=False)
class Lexicon:
    """The shelves of one index, whose words by number are ``terms``."""

    terms: Sequence[str]
    groups: WordGroups
    language: Language

    @cached_property
    def by_lemma(self) -> Shelf:
        """The words of each lemma."""
        return Shelf(self.groups.by_lemma, self.terms)

    @cached_property
    def by_head(self) -> Shelf:
        """The compounds by their last part."""
        return Shelf(self.groups.by_head, self.terms)

    @cached_property
    def by_part(self) -> Shelf:
        """The compounds by each other part."""
        return Shelf(self.groups.by_part, self.terms)

    @cached_property
    def _by_letters(self) -> Shelf:
        return Shelf(self.groups.by_letters, self.terms)

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
        return tuple(dict.fromkeys([*known, *self._by_letters.get(letters)]))
