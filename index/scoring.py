"""Question × snapshot → a score for every trial action and every passage.

One word of the question at a time: its index words are added up, each by how well it stands for
the word (``KINDS``) and by what its place weighs (``SECTIONS``); the sum is saturated and weighed
by how rare it is. What has more of the question then comes first (``COVERAGE``), and so does what
has it in one block (``TOGETHERNESS``).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.expanding import Expansion
from index.snapshot import Snapshot, Weights
from index.weights import (
    CLOSE,
    COMMON,
    COUNTS_AS_FOUND,
    COVERAGE,
    COVERED,
    ENOUGH,
    KEYWORD_COVERAGE,
    KEYWORDS,
    KINDS,
    LACKING,
    NEAR,
    PASSAGE_SATURATION,
    SATURATION,
    STRONG,
    TOGETHERNESS,
)


@dataclass(frozen=True)
class WordScores:
    """What one word of the question finds: per document, per trial action, and its rarity."""

    amounts: Weights
    best: Weights
    action_amounts: Weights
    action_best: Weights
    rarity: float
    is_common: bool


@dataclass(frozen=True)
class KeywordScores:
    """How well each keyword fits the question, and how telling the question is."""

    fit: Weights
    rarity: float


def score_word(
    snapshot: Snapshot,
    expansion: Expansion,
    parts: Sequence[Expansion],
    *,
    importance: float = 1.0,
) -> WordScores:
    """Return the scores of one word; ``parts`` are its own parts, wanted in one block."""
    amounts = np.zeros(len(snapshot.documents))
    best = np.zeros(len(snapshot.documents))
    for word, stand in expansion.items():
        posting = snapshot.postings[word]
        amounts[posting.documents] += stand.weight * posting.counts
        covered = stand.weight * snapshot.certainty[posting.documents]
        best[posting.documents] = np.maximum(best[posting.documents], covered)
    if parts:
        together = _together(snapshot, parts) & (best < KINDS["split"])
        amounts[together] += KINDS["split"]
        best[together] = KINDS["split"]
    return _gather(snapshot, amounts, best, importance=importance)


def score_phrase(snapshot: Snapshot, documents: NDArray[np.bool_]) -> WordScores:
    """Return the scores of a phrase that stands in ``documents``."""
    found = documents.astype(np.float64)
    return _gather(snapshot, found, found)


def _together(snapshot: Snapshot, parts: Sequence[Expansion]) -> NDArray[np.bool_]:
    together = snapshot.blocks.copy()
    for part in parts:
        found = np.zeros(len(snapshot.documents), dtype=bool)
        for word, stand in part.items():
            if stand.weight >= COUNTS_AS_FOUND:
                found[snapshot.postings[word].documents] = True
        together &= found
    return together


def _gather(
    snapshot: Snapshot, amounts: Weights, best: Weights, *, importance: float = 1.0
) -> WordScores:
    size = len(snapshot.facts)
    action_amounts = np.zeros(size)
    np.add.at(action_amounts, snapshot.owners, amounts * snapshot.worth)
    action_best = np.zeros(size)
    np.maximum.at(action_best, snapshot.owners, best)
    found = int((action_best >= COUNTS_AS_FOUND).sum()) or int((action_best > 0).sum())
    rarity = rarity_of(found, size)
    return WordScores(
        amounts=amounts,
        best=best,
        action_amounts=action_amounts,
        action_best=action_best,
        rarity=importance * rarity,
        is_common=rarity <= COMMON,
    )


def rarity_of(found: int, size: int) -> float:
    """Return how telling a word is that ``found`` of ``size`` trial actions have."""
    return float(np.log1p((size - found + 0.5) / (found + 0.5)))


def say_something(words: Sequence[WordScores], lost: int) -> bool:
    """Whether the words found tell one action from another, beside ``lost`` words not found."""
    return any(not word.is_common for word in words) or (bool(words) and not lost)


def score_actions(
    snapshot: Snapshot, words: Sequence[WordScores], keyword: KeywordScores
) -> Weights:
    """Return the score of every trial action; 0 where it is not a hit."""
    score, coverage = _score_texts(snapshot, words)
    fit = np.zeros(len(snapshot.facts))
    np.maximum.at(fit, snapshot.cards.owners, keyword.fit)
    score += KEYWORDS * keyword.rarity * fit
    return _cut(score, np.maximum(coverage, KEYWORD_COVERAGE * fit))


def _score_texts(snapshot: Snapshot, words: Sequence[WordScores]) -> tuple[Weights, Weights]:
    """Return what the texts of each trial action say of the question, and how much of it."""
    rarities = [word.rarity for word in words]
    if not sum(rarities):
        return np.zeros(len(snapshot.facts)), np.zeros(len(snapshot.facts))
    found = _add_up(rarities, [word.action_amounts for word in words], SATURATION)
    coverage = _cover(rarities, [word.action_best for word in words])
    score = found * coverage**COVERAGE
    if len(words) > 1:
        score *= 1 + TOGETHERNESS * _best_block(snapshot, words, sum(rarities))
    return score, coverage


def score_passages(snapshot: Snapshot, words: Sequence[WordScores]) -> Weights:
    """Return the score of every document that is a passage; 0 where it is not a hit."""
    rarities = [word.rarity for word in words]
    if not sum(rarities):
        return np.zeros(len(snapshot.documents))
    found = _add_up(rarities, [word.amounts for word in words], PASSAGE_SATURATION)
    # What heads a record is no passage, and its coverage no measure for one.
    coverage = np.where(snapshot.blocks, _cover(rarities, [word.best for word in words]), 0)
    return _cut(found * coverage**COVERAGE, coverage)


def _add_up(rarities: Sequence[float], amounts: Sequence[Weights], saturation: float) -> Weights:
    """Return what all words of the question add to each score."""
    scores = [
        rarity * amount / (saturation + amount)
        for rarity, amount in zip(rarities, amounts, strict=True)
    ]
    total: Weights = np.sum(scores, axis=0)
    return total


def _cover(rarities: Sequence[float], best: Sequence[Weights]) -> Weights:
    """Return how much of the question each has, from 0 to 1."""
    shares = [
        rarity * np.minimum(one / COVERED, 1.0) for rarity, one in zip(rarities, best, strict=True)
    ]
    total: Weights = np.sum(shares, axis=0) / sum(rarities)
    return total


def _best_block(snapshot: Snapshot, words: Sequence[WordScores], total: float) -> Weights:
    together = sum((word.rarity * word.best for word in words), np.zeros(len(snapshot.documents)))
    best = np.zeros(len(snapshot.facts))
    np.maximum.at(best, snapshot.owners, np.where(snapshot.blocks, together, 0) / total)
    return best


def _cut(score: Weights, coverage: Weights) -> Weights:
    """Return the scores without the tail that is noise to a reader."""
    if not score.any() or coverage.max() < LACKING:
        return np.zeros(len(score))
    relative, covered = score / score.max(), coverage / coverage.max()
    strong = (relative >= STRONG.score) & (covered >= STRONG.coverage)
    floor = CLOSE if strong.sum() >= ENOUGH else NEAR
    kept = (covered >= floor.coverage) | (relative >= floor.clear)
    return np.where((relative >= floor.score) & kept, score, 0)
