"""What each feature of the keywords says of each trial action, learned from all their degrees.

The degrees of a keyword are taken for the sum of what its features say, and what they say is the
least that comes near all degrees of all keywords: ridge regression, ended early. So a word that
nearly all keywords share says little, one that tells them apart much, and one may speak against an
action.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

import numpy as np
from scipy.sparse import csr_matrix, vstack
from scipy.sparse.linalg import lsmr

from index.columns import Lists, Texts, Weights, to_offsets
from index.features import Phrase, is_pair, list_features
from index.language import Language
from index.votes import VoteColumns
from index.weights import (
    LEARNED_TO,
    LEAST_VOTE,
    PAIR_IN,
    RIDGE,
    VOTE_DEGREES,
)

# In which degree a keyword is for each trial action, by number.
Ranks = Mapping[int, int]
# What each keyword teaches of one trial action, by number.
Graded = dict[int, float]


def learn_votes(
    keywords: Sequence[tuple[Phrase, Ranks]], size: int, language: Language
) -> VoteColumns:
    """Return what each feature says of ``size`` trial actions, as the keywords' degrees tell."""
    listed = [list_features(phrase, language) for phrase, _ in keywords]
    having = Counter(chain.from_iterable(listed))
    features = sorted(one for one, count in having.items() if count >= PAIR_IN or not is_pair(one))
    counts = np.array([having[feature] for feature in features], dtype=np.float64)
    importances = _weigh_importance(counts, len(keywords))
    matrix = _to_matrix(listed, {feature: place for place, feature in enumerate(features)})
    matrix = _to_unit(matrix.multiply(importances).tocsr())
    by_feature = _learn_all(matrix, _list_degrees(keywords, size), importances)
    return VoteColumns(
        features=Texts.of(features),
        importances=importances,
        actions=Lists(by_feature.indptr.astype(np.int64), by_feature.indices.astype(np.int32)),
        amounts=by_feature.data,
        size=np.array([size], dtype=np.int32),
        unknown=_weigh_importance(np.zeros(1), len(keywords)),
    )


def _to_matrix(listed: Sequence[Mapping[str, float]], places: Mapping[str, int]) -> csr_matrix:
    """Return a row for each keyword, with what each of its features weighs by its kind."""
    rows = [
        [(places[name], weight) for name, weight in one.items() if name in places] for one in listed
    ]
    flat = np.array([pair for row in rows for pair in row]).reshape(-1, 2)
    offsets = to_offsets([len(row) for row in rows])
    return csr_matrix((flat[:, 1], flat[:, 0].astype(np.int32), offsets), (len(rows), len(places)))


def _to_unit(matrix: csr_matrix) -> csr_matrix:
    """Return the rows made of one length, so that a long keyword says no more than a short one."""
    squares = matrix.multiply(matrix).sum(axis=1)
    lengths = np.sqrt(np.asarray(squares)).reshape(-1, 1)
    return matrix.multiply(1 / np.where(lengths > 0, lengths, 1.0)).tocsr()


def _list_degrees(keywords: Sequence[tuple[Phrase, Ranks]], size: int) -> list[Graded]:
    """Return for each trial action the keywords that are for it, and what they teach of it."""
    graded: list[Graded] = [{} for _ in range(size)]
    for number, (_, ranks) in enumerate(keywords):
        for action, rank in ranks.items():
            graded[action][number] = VOTE_DEGREES[rank]
    return graded


def _learn_all(matrix: csr_matrix, graded: Sequence[Graded], importances: Weights) -> csr_matrix:
    """Return a row for each feature: what it says of each trial action, if that is much."""
    learned = [csr_matrix((0, len(importances)))]
    for one in graded:
        votes = _learn(matrix, one) * importances
        learned.append(csr_matrix(np.where(np.abs(votes) >= LEAST_VOTE, votes, 0.0)))
    return vstack(learned).T.tocsr()


def _learn(matrix: csr_matrix, graded: Graded) -> Weights:
    degrees = np.zeros(matrix.shape[0])
    if not graded:
        return np.zeros(matrix.shape[1])
    degrees[list(graded)] = list(graded.values())
    learned: Weights = lsmr(matrix, degrees, damp=RIDGE, atol=LEARNED_TO, btol=LEARNED_TO)[0]
    return learned


def _weigh_importance(having: Weights, total: int) -> Weights:
    """Return how telling a feature is that so many of all keywords have."""
    importance: Weights = np.log1p(total / (1 + having))
    return importance
