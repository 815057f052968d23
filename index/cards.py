"""The catalogue cards of all trial actions: how well their keywords fit a question.

A keyword fits by the share of the question that it has and the share of it that the question has:
asked for as it stands it fits wholly, and "elever der bliver hjemme i månedsvis" is no match for
every question about elever. It says that an action is asked for, never what its texts say: phrases,
exclusions and exact search do not know it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from index.card_columns import CardColumns, count_telling
from index.columns import Array, Numbers, Weights, gather
from index.expanding import Expansion, expand
from index.language import Language
from index.lexicon import Lexicon
from index.votes import Ballot, Votes
from index.weights import COVERED, KEYWORD_HAD, KEYWORD_LEAST, QUESTION_HAD


@dataclass(frozen=True, eq=False, repr=False)
class Found:
    """The keywords that have a term, by number, how well each has it, and its telling words."""

    keywords: Numbers
    best: Weights
    size: int


@dataclass(frozen=True, eq=False, repr=False)
class Fit:
    """The keywords that have anything of a question, how well each fits, how telling it is."""

    keywords: Array
    shares: Weights
    rarity: float


@dataclass(frozen=True)
class Best:
    """A keyword by number, and what it is worth to its trial action."""

    keyword: int
    worth: float


@dataclass(frozen=True, eq=False, repr=False)
class Cards:
    """The keywords before a question."""

    columns: CardColumns
    language: Language

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of the keywords, by what they have in common."""
        return Lexicon(list(self.columns.terms), self.columns.groups, self.language)

    @cached_property
    def poll(self) -> Callable[[Sequence[str]], Votes]:
        """The votes of all keywords on a question of some words."""
        return Ballot(self.columns.votes, self.language).poll

    @cached_property
    def find(self) -> Callable[[str], Found]:
        """The keywords that have a term; questions repeat their words, so much of it is kept."""
        return lru_cache(maxsize=4096)(self._find)

    @cached_property
    def expand(self) -> Callable[[str], Expansion]:
        """What may stand for a term on the cards."""
        return lru_cache(maxsize=4096)(lambda term: expand(term, self.lexicon, self.language))

    def _find(self, term: str) -> Found:
        expansion, postings = self.expand(term), self.columns.postings
        places, lengths = gather(postings.offsets, expansion.words)
        best = np.zeros(len(self.columns.owners))
        covered = np.minimum(expansion.weights / COVERED, 1.0)
        np.maximum.at(best, postings.values[places], np.repeat(covered, lengths))
        having = np.flatnonzero(best).astype(np.int32)
        return Found(having, best[having], count_telling(term.split(" "), self.language))

    def fit(self, found: Sequence[Found], rarities: Sequence[float]) -> Fit:
        """Return how well the keywords fit a question of words that were ``found`` here."""
        size, total = len(self.columns.owners), sum(rarities)
        had, said = np.zeros(size), np.zeros(size)
        for rarity, one in zip(rarities, found, strict=True):
            had[one.keywords] += rarity * one.best
            said[one.keywords] += one.best * one.size
        keywords = np.flatnonzero(had)
        of_question = had[keywords] / (total or 1.0)
        of_keyword = np.minimum(said[keywords] / self.columns.lengths[keywords], 1.0)
        shares = of_question**QUESTION_HAD * of_keyword**KEYWORD_HAD
        return Fit(keywords, shares, total)

    def count_actions(self, found: Found) -> int:
        """Return how many trial actions have what was found on their cards."""
        return len(np.unique(self.columns.owners[found.keywords]))

    def fit_actions(self, fit: Fit, size: int) -> tuple[Weights, Weights]:
        """Return what the best keyword of each of ``size`` trial actions is worth, and covers."""
        worth, covered = np.zeros(size), np.zeros(size)
        fitting = fit.shares >= KEYWORD_LEAST
        keywords, shares = fit.keywords[fitting], fit.shares[fitting]
        owners = self.columns.owners[keywords]
        np.maximum.at(worth, owners, shares * self.columns.degrees[keywords])
        np.maximum.at(covered, owners, shares)
        return worth, covered

    def best_of(self, action: int, fit: Fit, least: float = KEYWORD_LEAST) -> Best | None:
        """Return the keyword of a trial action that is worth most, if any fits at least so well."""
        own = np.flatnonzero((self.columns.owners[fit.keywords] == action) & (fit.shares >= least))
        if not len(own):
            return None
        worth = fit.shares[own] * self.columns.degrees[fit.keywords[own]]
        best = int(worth.argmax())
        return Best(int(fit.keywords[own[best]]), float(worth[best]))
