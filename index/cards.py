"""The catalogue cards of all trial actions: their keywords, and how well they fit a question.

A keyword is compared as a whole: "elever der bliver hjemme" is no match for every question about
elever. It says that an action is asked for, never what its texts say: phrases, exclusions and exact
search do not know it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from index.analysis import keys
from index.expanding import Expansion, expand
from index.keywords import Keywords
from index.language import Language
from index.lexicon import Lexicon
from index.thesaurus import find_units
from index.weights import COVERED, KEYWORD_DEGREES, KEYWORD_HAD, QUESTION_HAD

Numbers = NDArray[np.int32]
Weights = NDArray[np.float64]


@dataclass(frozen=True, eq=False, repr=False)
class Cards:
    """Every keyword with the number of its trial action, its degree and its telling words."""

    texts: tuple[str, ...]
    owners: Numbers
    degrees: Weights
    lengths: Weights
    postings: Mapping[str, Numbers]
    language: Language

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of the keywords, by what they have in common."""
        return Lexicon.of(self.postings, self.language)

    @cached_property
    def expand(self) -> Callable[[str], Expansion]:
        """What may stand for a term here; questions repeat their words, so much of it is kept."""
        return lru_cache(maxsize=4096)(lambda term: expand(term, self.lexicon, self.language))

    def find(self, term: str) -> Weights:
        """Return how well each keyword has a term, from 0 to 1."""
        best = np.zeros(len(self.texts))
        for word, stand in self.expand(term).items():
            found = self.postings[word]
            best[found] = np.maximum(best[found], min(stand.weight / COVERED, 1.0))
        return best

    def fit(self, found: Sequence[Weights], rarities: Sequence[float]) -> Weights:
        """Return how well each keyword fits a question of words that were ``found`` here."""
        if not sum(rarities):
            return np.zeros(len(self.texts))
        had = np.zeros(len(self.texts))
        for rarity, one in zip(rarities, found, strict=True):
            had += rarity * one
        said = np.minimum(np.sum(found, axis=0) / self.lengths, 1.0)
        fit: Weights = self.degrees * (had / sum(rarities)) ** QUESTION_HAD * said**KEYWORD_HAD
        return fit


def make_cards(keywords: Keywords, numbers: Mapping[str, int], language: Language) -> Cards:
    """Return the cards of the trial actions that have ``numbers``."""
    rows = list(_rows(keywords, numbers))
    postings: dict[str, list[int]] = defaultdict(list)
    lengths = np.ones(len(rows))
    for place, (text, _, _) in enumerate(rows):
        words = keys(text)
        lengths[place] = max(1, sum(word not in language.stop_words for word in words))
        units = find_units([language.lemma(word) for word in words], language.thesaurus)
        for word in dict.fromkeys([*words, *(term for _, _, term in units)]):
            postings[word].append(place)
    return Cards(
        texts=tuple(text for text, _, _ in rows),
        owners=np.array([owner for _, owner, _ in rows], dtype=np.int32),
        degrees=np.array([KEYWORD_DEGREES[rank] for _, _, rank in rows], dtype=np.float64),
        lengths=lengths,
        postings={word: np.array(places, dtype=np.int32) for word, places in postings.items()},
        language=language,
    )


def _rows(keywords: Keywords, numbers: Mapping[str, int]) -> Iterator[tuple[str, int, int]]:
    for action, degrees in keywords.items():
        if action in numbers:
            for rank, phrases in enumerate(degrees):
                for phrase in phrases:
                    yield phrase, numbers[action], rank
