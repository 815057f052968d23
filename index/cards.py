"""The catalogue cards of all trial actions: how well their keywords fit a question.

A keyword fits by the share of the question that it has and the share of it that the question has:
asked for as it stands it fits wholly, and "elever der bliver hjemme i månedsvis" is no match for
every question about elever. It says that an action is asked for, never what its texts say: phrases,
exclusions and exact search do not know it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, reduce

import numpy as np

from index.card_columns import CardColumns, count_telling
from index.columns import Numbers, Weights, gather, keep_distinct
from index.expanding import Expansion, expand
from index.features import read_phrase
from index.fit import Fit
from index.language import Language
from index.lexicon import Lexicon
from index.votes import Votes, poll
from index.weights import COVERED, FOUND, KEYWORD_HAD, KINDS, MOSTLY, QUESTION_HAD


@dataclass(frozen=True, eq=False, repr=False)
class Holders:
    """The keywords that have a term, by number, how well each has it, and its telling words.

    ``actions`` are the trial actions on whose cards they stand.
    """

    keywords: Numbers
    best: Weights
    size: int
    actions: Numbers

    @property
    def is_found(self) -> bool:
        """Whether anything stands for the term itself, and not only for something beside it."""
        return bool(self.best.max(initial=0.0) >= FOUND / COVERED)


@dataclass(frozen=True, eq=False, repr=False)
class Cards:
    """The keywords before a question."""

    columns: CardColumns
    language: Language

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of the keywords, by what they have in common."""
        return Lexicon(list(self.columns.terms), self.columns.groups, self.language)

    def poll(self, words: Sequence[str]) -> Votes:
        """Return the votes of all keywords on a question of some words."""
        return poll(self.columns.votes, read_phrase(words, self.language), self.language)

    @cached_property
    def find(self) -> Callable[[str], Holders]:
        """The keywords that have a term; questions repeat their words, so much of it is kept."""
        return lru_cache(maxsize=4096)(self._find)

    @cached_property
    def expand(self) -> Callable[[str], Expansion]:
        """What may stand for a term on the cards."""
        return lru_cache(maxsize=4096)(lambda term: expand(term, self.lexicon, self.language))

    def _find(self, term: str) -> Holders:
        expansion, postings = self.expand(term), self.columns.postings
        places, lengths = gather(postings.offsets, expansion.words)
        best = np.zeros(len(self.columns.lengths))
        covered = np.minimum(expansion.weights / COVERED, 1.0)
        np.maximum.at(best, postings.values[places], np.repeat(covered, lengths))
        having = np.flatnonzero(best).astype(np.int32)
        return self._hold(having, best[having], count_telling(term.split(" "), self.language))

    def _hold(self, keywords: Numbers, best: Weights, size: int) -> Holders:
        actions = self.columns.actions
        having = keep_distinct(actions.values[gather(actions.offsets, keywords)[0]])
        return Holders(keywords, best, size, having)

    def narrow(self, found: Holders) -> Holders:
        """Return the keywords of which the term, or a synonym, is a good part of all the words."""
        is_said = found.best >= KINDS["synonym"] / COVERED
        kept = is_said & (found.best * found.size >= MOSTLY * self.columns.sizes[found.keywords])
        return self._hold(found.keywords[kept], found.best[kept], found.size)

    def have_together(self, terms: Sequence[str]) -> bool:
        """Whether one keyword has all the terms, each well enough to be found by it."""
        found = map(self.find, terms)
        surely = [one.keywords[one.best >= FOUND / COVERED] for one in found]
        return bool(len(reduce(np.intersect1d, surely)))

    def fit(self, found: Sequence[Holders], rarities: Sequence[float]) -> Fit:
        """Return how well the keywords fit a question of words that were ``found`` here."""
        size, total = len(self.columns.lengths), sum(rarities)
        had, said = np.zeros(size), np.zeros(size)
        for rarity, one in zip(rarities, found, strict=True):
            had[one.keywords] += rarity * one.best
            said[one.keywords] += one.best * one.size
        keywords = np.flatnonzero(had)
        of_question = had[keywords] / (total or 1.0)
        of_keyword = np.minimum(said[keywords] / self.columns.lengths[keywords], 1.0)
        shares = of_question**QUESTION_HAD * of_keyword**KEYWORD_HAD
        touched = np.zeros(int(self.columns.votes.size[0]), dtype=bool)
        for one in found:
            touched[one.actions] = True
        return Fit(self.columns, keywords, shares, touched, total)
