"""What each feature of the keywords says of each trial action, learned from all their degrees.

The degrees of a keyword are taken for the sum of what its features say, and what they say is the
least that comes near all degrees of all keywords: ridge regression. So a word that nearly all
keywords share says little, one that tells them apart much, and one may speak against an action.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import numpy as np
from scipy.sparse import csr_matrix, vstack
from scipy.sparse.linalg import lsmr

from index.columns import Lists, Texts, Weights, to_offsets
from index.features import Phrase, is_pair, list_features
from index.language import Language
from index.votes import Ranks, VoteColumns, weigh_importance
from index.weights import (
    LEARNED_TO,
    LEAST_VOTE,
    PAIR_IN,
    RIDGE,
    VOTE_DEGREES,
)


def learn_votes(
    keywords: Sequence[tuple[Phrase, Ranks]], size: int, language: Language
) -> VoteColumns:
    """Return what each feature says of ``size`` trial actions, as the keywords' degrees tell."""
    listed = [list_features(phrase, language) for phrase, _ in keywords]
    having = Counter(chain.from_iterable(listed))
    features = sorted(one for one, count in having.items() if count >= PAIR_IN or not is_pair(one))
    counts = np.array([having[feature] for feature in features], dtype=np.float64)
    importances = weigh_importance(counts, len(keywords))
    matrix = _to_matrix(listed, {feature: place for place, feature in enumerate(features)})
    matrix = _to_unit(matrix.multiply(importances).tocsr())
    votes = [_learn(matrix, degrees) * importances for degrees in _list_degrees(keywords, size)]
    by_feature = _turn(votes, len(features))
    return VoteColumns(
        features=Texts.of(features),
        importances=importances,
        actions=Lists(by_feature.indptr.astype(np.int64), by_feature.indices.astype(np.int32)),
        amounts=by_feature.data,
        size=np.array([size], dtype=np.int32),
        unknown=weigh_importance(np.zeros(1), len(keywords)),
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


def _list_degrees(keywords: Sequence[tuple[Phrase, Ranks]], size: int) -> Iterator[Weights]:
    """Yield for each trial action what each keyword teaches of it."""
    graded: list[list[tuple[int, float]]] = [[] for _ in range(size)]
    for number, (_, ranks) in enumerate(keywords):
        for action, rank in ranks.items():
            graded[action].append((number, VOTE_DEGREES[rank]))
    for one in graded:
        degrees = np.zeros(len(keywords))
        degrees[[number for number, _ in one]] = [worth for _, worth in one]
        yield degrees


def _learn(matrix: csr_matrix, degrees: Weights) -> Weights:
    learned: Weights = lsmr(matrix, degrees, damp=RIDGE, atol=LEARNED_TO, btol=LEARNED_TO)[0]
    return learned


def _turn(votes: Sequence[Weights], width: int) -> csr_matrix:
    """Return a row for each feature from those of each trial action, without what says little."""
    kept = [csr_matrix(np.where(np.abs(one) >= LEAST_VOTE, one, 0.0)) for one in votes]
    return vstack([csr_matrix((0, width)), *kept]).T.tocsr()
