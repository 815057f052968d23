"""English words and phrases → the Danish that texts use for them."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from catalogue.vocabulary import Vocabulary
from index.analysis import keys
from index.thesaurus import Thesaurus

Words = tuple[str, ...]

# What English inflections have in common: an ending, then what it did to the word.
_ENDINGS = tuple(
    (re.compile(ending), base)
    for ending, base in (
        ("ie[sd]$", "y"),
        ("(?<=ss|sh|ch)es$|(?<=[xz])es$|(?<=[^aiusy])s$|(?<=[aeo]y)s$", ""),
        ("(?<=[a-z]{3})(?:ing|ed)$", ""),
        (r"([bdgklmnprt])\1$", r"\1"),
        ("e$", ""),
    )
)


class Translation(NamedTuple):
    """The Danish for the words from ``start`` up to ``end``."""

    start: int
    end: int
    danish: str


@dataclass(frozen=True, eq=False, repr=False)
class English:
    """A table of English words and phrases, each with one Danish word or phrase."""

    table: Mapping[str, str]

    @cached_property
    def _by_words(self) -> Mapping[Words, str]:
        """The Danish by the words of the English, as written and, where no other is, as stems."""
        written: dict[Words, str] = {}
        for english, danish in self.table.items():
            for text in (english, english.replace("-", " ")):
                written.setdefault(tuple(keys(text)), danish)
        stems: dict[Words, str] = {}
        for words in sorted(written, key=lambda one: len("".join(one))):
            stems.setdefault(_to_stems(words), written[words])
        return stems | written

    @cached_property
    def _longest(self) -> Mapping[str, int]:
        """The number of words of the longest entry, by its first word."""
        longest: dict[str, int] = defaultdict(int)
        for first, *others in self._by_words:
            longest[first] = max(longest[first], 1 + len(others))
        return longest

    def find(self, words: Sequence[str], is_danish: Callable[[str], bool]) -> Iterator[Translation]:
        """Yield what the words mean, the longest entries first from the left.

        A word that is Danish as it stands is no form of an English one: taske of task.
        """
        free = 0
        for start in range(len(words)):
            found = self._find_longest(words, start, is_danish) if start >= free else None
            if found:
                free = found.end
                yield found

    def _find_longest(
        self, words: Sequence[str], start: int, is_danish: Callable[[str], bool]
    ) -> Translation | None:
        first = words[start]
        longest = max(self._longest.get(one, 0) for one in (first, *_to_stems((first,))))
        for end in range(min(len(words), start + longest), start, -1):
            danish = self._translate(tuple(words[start:end]), is_danish)
            if danish:
                return Translation(start, end, danish)
        return None

    def has(self, word: str) -> bool:
        """Whether the table has the very word."""
        return (word,) in self._by_words

    def _translate(self, words: Words, is_danish: Callable[[str], bool]) -> str | None:
        if found := self._by_words.get(words):
            return found
        stems = _to_stems(words)
        return None if any(map(is_danish, words)) else self._by_words.get(stems)


def name_in_english(thesaurus: Thesaurus, vocabulary: Vocabulary) -> dict[str, str]:
    """Return the labels of concepts and themes by their names in English."""
    themes = {one.english.lower(): one.label for one in vocabulary.all("theme") if one.english}
    concepts = thesaurus.concepts.values()
    return themes | {name.lower(): one.label for one in concepts for name in one.english}


def _to_stems(words: Words) -> Words:
    return tuple(map(_to_stem, words))


def _to_stem(word: str) -> str:
    for ending, base in _ENDINGS:
        word = ending.sub(base, word)
    return word
