"""Question × snapshot → a score for every trial action.

One word of the question at a time: its index words are added up, each by how well it stands for
the word (``KINDS``) and by what its place weighs (``SECTIONS``); the sum is saturated and weighed
by how rare it is. What has more of the question then comes first (``COVERAGE``), and so does what
has it in one block (``TOGETHERNESS``). The keyword that fits best adds to it (``KEYWORDS``), and so
do the votes of all keywords (``votes``).
"""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from index.columns import Array, Flags, Numbers, Weights, gather
from index.cutting import cut
from index.expanding import Expansion
from index.fit import Fit
from index.scored import Scored, Ways
from index.snapshot import Snapshot
from index.togetherness import find_best_blocks, find_blocks
from index.votes import Votes
from index.weighing import HUNDREDTHS
from index.weights import (
    COMMON,
    COUNTS_AS_FOUND,
    COVERAGE,
    COVERED,
    KEYWORDS,
    KINDS,
    SATURATION,
    TOGETHERNESS,
)

NOWHERE: Numbers = np.zeros(0, dtype=np.int32)


class Said(NamedTuple):
    """What texts and keywords say of a question, and how much of it the texts cover."""

    scores: Weights
    in_texts: Weights


def score_word(
    snapshot: Snapshot,
    expansion: Expansion,
    parts: Sequence[Expansion],
    *,
    importance: float = 1.0,
) -> Scored:
    """Return the scores of one word; ``parts`` are its own parts, wanted in one block."""
    others = _find_together(snapshot, expansion, parts) if parts else NOWHERE
    ways = Ways(expansion.words, expansion.weights, others, KINDS["split"])
    return _score(snapshot, ways, importance)


def score_found(snapshot: Snapshot, documents: Numbers) -> Scored:
    """Return the scores of what is found whole in ``documents``, and in no others."""
    return _score(snapshot, Ways(NOWHERE, np.zeros(0), documents, 1.0), 1.0)


def _find_together(snapshot: Snapshot, expansion: Expansion, parts: Sequence[Expansion]) -> Numbers:
    """Return the blocks that have all the parts and not the word in a better way."""
    together = snapshot.columns.documents.blocks.copy()
    for part in parts:
        together &= _having(snapshot, part, COUNTS_AS_FOUND)
    together &= ~_having(snapshot, expansion, KINDS["split"])
    return np.flatnonzero(together).astype(np.int32)


def _having(snapshot: Snapshot, expansion: Expansion, least: float) -> Flags:
    """Return which documents have a word that stands at least that well."""
    documents = snapshot.columns.postings.documents
    found = np.zeros(len(snapshot.documents), dtype=bool)
    places, _ = gather(documents.offsets, expansion.among(least))
    found[documents.values[places]] = True
    return found


def _score(snapshot: Snapshot, ways: Ways, importance: float) -> Scored:
    size = len(snapshot.ids)
    postings = snapshot.columns.postings
    places, lengths = gather(postings.actions.offsets, ways.words)
    actions, weights = postings.actions.values[places], np.repeat(ways.weights, lengths)
    amounts = add_by_number(actions, weights * postings.amounts[places], size)
    best = np.zeros(size)
    np.maximum.at(best, actions, weights * (postings.certainties[places] / HUNDREDTHS))
    if len(ways.others):
        owners = snapshot.columns.documents.owners[ways.others]
        worth = snapshot.columns.documents.worth[ways.others]
        amounts += add_by_number(owners, ways.others_weight * worth, size)
        best[owners] = np.maximum(best[owners], ways.others_weight)
    found = int((best >= COUNTS_AS_FOUND).sum()) or int((best > 0).sum())
    rarity = rarity_of(found, size)
    having = np.flatnonzero(best > 0).astype(np.int32)
    return Scored(
        ways=ways,
        actions=having,
        amounts=amounts[having],
        best=best[having],
        rarity=importance * rarity,
        is_common=rarity <= COMMON,
        find_blocks=partial(find_blocks, snapshot),
    )


def add_by_number(numbers: Array, values: Array, size: int) -> Weights:
    """Return the sum of the values of each number below ``size``."""
    # Where there is nothing to add, numpy would count in whole numbers.
    return np.bincount(numbers, values, size).astype(np.float64, copy=False)


def rarity_of(found: int, size: int) -> float:
    """Return how telling a word is that ``found`` of ``size`` trial actions have."""
    return float(np.log1p((size - found + 0.5) / (found + 0.5)))


def say_something(words: Sequence[Scored], lost: int) -> bool:
    """Whether the words found tell one action from another, beside ``lost`` words not found."""
    return any(not word.is_common for word in words) or (bool(words) and not lost)


def score_actions(
    snapshot: Snapshot, words: Sequence[Scored], *, fit: Fit, votes: Votes
) -> Weights:
    """Return the score of every trial action; 0 where it is no hit.

    It is what its texts and its best keyword say, as a share of what the best action's say, and
    its share of the votes.
    """
    said = score_said(snapshot, words, fit)
    voted = share_votes(said.scores, fit, votes)
    # Keywords that know half the words of a question cover a quarter of it.
    known = votes.known**2 if voted.any() else 0.0
    covered = max(float(said.in_texts.max(initial=0.0)), fit.covered, known)
    scores = said.scores / (said.scores.max(initial=0.0) or 1.0) + votes.weight * voted
    # A word that only cards have is asked for too.
    total = sum(word.rarity for word in words)
    in_texts = said.in_texts * min(1.0, total / (fit.rarity or total or 1.0))
    return cut(scores, in_texts, covered=covered)


def share_votes(said: Weights, fit: Fit, votes: Votes) -> Weights:
    """Return the votes of each trial action as they count, from 0 to 1.

    An action neither whose texts nor whose keywords have a word of the question is no hit, whatever
    it is like.
    """
    return votes.share((said > 0) | fit.touched)


def score_said(snapshot: Snapshot, words: Sequence[Scored], fit: Fit) -> Said:
    """Return what texts and keywords say of a question."""
    scores, in_texts = _score_texts(snapshot, words)
    return Said(scores + KEYWORDS * fit.rarity * fit.weigh_actions(), in_texts)


def _score_texts(snapshot: Snapshot, words: Sequence[Scored]) -> tuple[Weights, Weights]:
    size = len(snapshot.ids)
    found, coverage = np.zeros(size), np.zeros(size)
    for word in words:
        found[word.actions] += word.rarity * word.amounts / (SATURATION + word.amounts)
        coverage[word.actions] += word.rarity * np.minimum(word.best / COVERED, 1.0)
    if len(words) > 1:
        found *= 1 + TOGETHERNESS * find_best_blocks(snapshot, words)
    return weigh_covered(found, coverage, words)


def weigh_covered(
    found: Weights, coverage: Weights, words: Sequence[Scored]
) -> tuple[Weights, Weights]:
    """Return the scores, and the share of the question that each covers."""
    total = sum(word.rarity for word in words)
    if not total:
        return np.zeros(len(found)), np.zeros(len(found))
    coverage = coverage / total
    return found * coverage**COVERAGE, coverage
