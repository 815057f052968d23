"""One word of the question → every word of the index that may stand for it, and how well."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from index.columns import Array, Numbers, Weights
from index.language import Language
from index.lexicon import Lexicon
from index.reaching import CODES, NAMES, Codes, keep_best
from index.weights import KINDS

# Ways of standing for a word that a reader takes for granted and need not be told.
SILENT = ("exact", "inflection")


@dataclass(frozen=True)
class Stand:
    """How an index word stands for a word of the question."""

    kind: str
    weight: float


@dataclass(frozen=True, eq=False, repr=False)
class Expansion:
    """Index words by number, in that order, each with its best way of standing for a term."""

    words: Numbers
    kinds: Codes
    weights: Weights

    def __len__(self) -> int:
        return len(self.words)

    def list_stands(self) -> list[tuple[int, Stand]]:
        """Return every word with its stand, the best first."""
        order = np.argsort(-self.weights, kind="stable").tolist()
        return [
            (int(self.words[place]), Stand(NAMES[self.kinds[place]], float(self.weights[place])))
            for place in order
        ]

    def by_kind(self, ties: Array) -> Iterator[tuple[str, Numbers]]:
        """Yield the words of each way of standing, the best way first, and in it the best words.

        Of equals that of more ``ties`` comes first.
        """
        order = np.lexsort((-ties, -self.weights))
        kinds = self.kinds[order]
        for code in dict.fromkeys(kinds.tolist()):
            yield NAMES[code], self.words[order[kinds == code]]

    def among(self, least: float) -> Numbers:
        """Return the words that stand at least that well."""
        return self.words[self.weights >= least]


NOTHING = Expansion(np.zeros(0, np.int32), np.zeros(0, np.uint8), np.zeros(0))


def expand(term: str, lexicon: Lexicon, language: Language) -> Expansion:
    """Return the index words that may stand for ``term``, each by its best way."""
    lemma = language.base(term)
    ways = [
        _alike(term, lexicon.by_lemma.get(lemma), lexicon),
        _all("compound-head", lexicon.by_head.get(lemma)),
        _all("compound-part", lexicon.by_part.get(lemma)),
    ]
    if lemma in language.theme_terms:
        ways.append(_all("theme", lexicon.by_lemma.get(f"#{language.theme_terms[lemma]}")))
    if lemma in language.kind_terms:
        ways.append(_all("kind", lexicon.by_lemma.get(f"~{language.kind_terms[lemma]}")))
    ways += [lexicon.reach(concept) for concept in language.thesaurus.by_term.get(lemma, ())]
    return Expansion(*keep_best(*map(np.concatenate, zip(*ways, strict=True))))


def expand_exactly(term: str, lexicon: Lexicon) -> Expansion:
    """Return the term itself, where it is a word of the index."""
    number = lexicon.numbers.get(term)
    return NOTHING if number is None else Expansion(*_all("exact", np.array([number], np.int32)))


def _alike(term: str, words: Numbers, lexicon: Lexicon) -> tuple[Array, Array, Array]:
    """Return the forms of a word, the one that was asked for among them."""
    words, kinds, weights = _all("inflection", words)
    same = words == lexicon.numbers.get(term, -1)
    return words, np.where(same, CODES["exact"], kinds), np.where(same, KINDS["exact"], weights)


def _all(kind: str, words: Numbers) -> tuple[Array, Array, Array]:
    """Return words that all stand in one way."""
    return words, np.full(len(words), CODES[kind], np.uint8), np.full(len(words), KINDS[kind])
