"""Word forms and compounds → the lemmas that the tables know."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from index.endings import halve, list_stems


@dataclass(frozen=True, eq=False, repr=False)
class Lemmas:
    """The tables of forms and compounds, and the words that are no form of another.

    ``other_words`` are common words that no text here has.
    """

    lemmas: dict[str, str]
    compounds: dict[str, tuple[str, ...]]
    stop_words: frozenset[str]
    other_words: frozenset[str]

    @cached_property
    def known(self) -> frozenset[str]:
        """Every lemma of the tables."""
        return frozenset(self.lemmas.values()) | frozenset(self.compounds)

    @cached_property
    def lemma(self) -> Callable[[str], str]:
        """Return the lemma of a word form: by table, else by an ending that leaves a known form."""
        # Texts and compounds repeat their words and parts.
        return lru_cache(maxsize=1 << 16)(self._find)

    def _find(self, key: str) -> str:
        if key in self.lemmas:
            return self.lemmas[key]
        # Must is no form of mus, and internet none of intern.
        if key in self.stop_words or key in self.other_words:
            return key
        stems = (stem for stem in list_stems(key) if stem in self.lemmas or stem in self.known)
        stem = next(stems, key)
        return self.lemmas.get(stem, stem)

    def base(self, term: str) -> str:
        """Return a term as the thesaurus has it; one of several words is made of lemmas already."""
        return term if " " in term else self.lemma(term)

    @cached_property
    def parts(self) -> Callable[[str], tuple[str, ...]]:
        """Return the parts of a compound, or nothing; a split must cover the whole word."""
        return lru_cache(maxsize=1 << 14)(self._split)

    def _split(self, lemma: str) -> tuple[str, ...]:
        if lemma in self.compounds:
            return self.compounds[lemma]
        if lemma in self.known or lemma in self.other_words:
            return ()
        for first, rest in halve(lemma):
            last = self.lemma(rest)
            if first in self.known and last in self.known:
                return (first, last)
        return ()
