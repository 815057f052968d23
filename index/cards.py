"""The catalogue cards of all trial actions: their keywords, and how well they fit a question.

A keyword fits by the share of the question that it has and the share of it that the question has:
asked for as it stands it fits wholly, and "elever der bliver hjemme i månedsvis" is no match for
every question about elever. It says that an action is asked for, never what its texts say: phrases,
exclusions and exact search do not know it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from index.analysis import keys
from index.asked_terms import find_asked_terms
from index.columns import Array, Numbers, Weights
from index.expanding import Expansion, expand
from index.grouping import group_words
from index.keywords import Keywords
from index.language import Language
from index.lexicon import Lexicon
from index.weights import COVERED, KEYWORD_DEGREES, KEYWORD_HAD, KEYWORD_LEAST, QUESTION_HAD


@dataclass(frozen=True, eq=False, repr=False)
class Found:
    """The keywords that have a term, by number, how well each has it, and its telling words."""

    keywords: Numbers
    best: Weights
    size: int


@dataclass(frozen=True, eq=False, repr=False)
class Fit:
    """The keywords that fit a question, how well each, from 0 to 1, and how telling it is."""

    keywords: Array
    shares: Weights
    rarity: float


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
        words = sorted(self.postings)
        return Lexicon(words, group_words(words, self.language), self.language)

    @cached_property
    def find(self) -> Callable[[str], Found]:
        """The keywords that have a term; questions repeat their words, so much of it is kept."""
        return lru_cache(maxsize=4096)(self._find)

    @cached_property
    def expand(self) -> Callable[[str], Expansion]:
        """What may stand for a term on the cards."""
        return lru_cache(maxsize=4096)(lambda term: expand(term, self.lexicon, self.language))

    def _find(self, term: str) -> Found:
        best = np.zeros(len(self.texts))
        for word, stand in self.expand(term).items():
            places = self.postings[word]
            best[places] = np.maximum(best[places], min(stand.weight / COVERED, 1.0))
        having = np.flatnonzero(best).astype(np.int32)
        return Found(having, best[having], _count_telling(term.split(" "), self.language))

    def fit(self, found: Sequence[Found], rarities: Sequence[float]) -> Fit:
        """Return how well the keywords fit a question of words that were ``found`` here."""
        had, said = np.zeros(len(self.texts)), np.zeros(len(self.texts))
        for rarity, one in zip(rarities, found, strict=True):
            had[one.keywords] += rarity * one.best
            said[one.keywords] += one.best * one.size
        total = sum(rarities)
        keywords = np.flatnonzero(had)
        of_question = had[keywords] / (total or 1.0)
        of_keyword = np.minimum(said[keywords] / self.lengths[keywords], 1.0)
        shares = of_question**QUESTION_HAD * of_keyword**KEYWORD_HAD
        fitting = shares >= KEYWORD_LEAST
        return Fit(keywords[fitting], shares[fitting], total)

    def count_actions(self, found: Found) -> int:
        """Return how many trial actions have what was found on their cards."""
        return len(np.unique(self.owners[found.keywords]))

    def fit_actions(self, fit: Fit, size: int) -> tuple[Weights, Weights]:
        """Return what the best keyword of each of ``size`` trial actions is worth, and covers."""
        worth, covered = np.zeros(size), np.zeros(size)
        owners = self.owners[fit.keywords]
        np.maximum.at(worth, owners, fit.shares * self.degrees[fit.keywords])
        np.maximum.at(covered, owners, fit.shares)
        return worth, covered

    def best_of(self, action: int, fit: Fit) -> tuple[str, float] | None:
        """Return the keyword of a trial action that is worth most, and how much, if any fits."""
        own = np.flatnonzero(self.owners[fit.keywords] == action)
        if not len(own):
            return None
        worth = fit.shares[own] * self.degrees[fit.keywords[own]]
        best = int(worth.argmax())
        return self.texts[fit.keywords[own[best]]], float(worth[best])


def make_cards(keywords: Keywords, numbers: Mapping[str, int], language: Language) -> Cards:
    """Return the cards of the trial actions that have ``numbers``."""
    rows = list(_rows(keywords, numbers))
    postings: dict[str, list[int]] = defaultdict(list)
    lengths = np.ones(len(rows))
    for place, (text, _, _) in enumerate(rows):
        words = keys(text)
        lengths[place] = _count_telling(words, language)
        # A keyword is read as a question is, so that each finds the other's terms.
        terms = find_asked_terms([language.lemma(word) for word in words], language)
        for word in dict.fromkeys([*words, *(term for _, term in terms)]):
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


def _count_telling(words: Sequence[str], language: Language) -> int:
    return max(1, sum(word not in language.stop_words for word in words))
