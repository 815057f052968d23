"""How many trial actions a term of a vocabulary has, or a pair of terms; how many a question."""

import numpy as np

from index.members import pack
from index.scoring import score_actions
from index.snapshot import Snapshot
from index.understanding import understand


def count_terms(snapshot: Snapshot, vocabulary: str) -> dict[str, int]:
    """Return the number of trial actions by term id, 0 where a term has none."""
    ids = snapshot.language.vocabulary.ids(vocabulary)
    return dict(zip(ids, snapshot.columns.members.count(vocabulary, ids), strict=True))


def count_passages(snapshot: Snapshot, vocabulary: str) -> dict[str, int]:
    """Return the number of passages by term id, 0 where a term has none."""
    ids = snapshot.language.vocabulary.ids(vocabulary)
    return dict(zip(ids, snapshot.columns.passage_members.count(vocabulary, ids), strict=True))


def count_pairs(snapshot: Snapshot, first: str, second: str) -> dict[tuple[str, str], int]:
    """Return the number of trial actions that have both terms, for every pair of terms."""
    ids = snapshot.language.vocabulary.ids
    members, size = snapshot.columns.members, len(snapshot.ids)
    pairs: dict[tuple[str, str], int] = {}
    for row in ids(first):
        counts = members.count(second, ids(second), pack(members.find(first, row, size)))
        pairs |= {(row, column): count for column, count in zip(ids(second), counts, strict=True)}
    return pairs


def count_hits(snapshot: Snapshot, q: str) -> int:
    """Return how many trial actions words find that quote and exclude nothing."""
    asked = understand(snapshot, q)
    scores = score_actions(snapshot, asked.scores, fit=asked.fit, votes=asked.votes)
    return int(np.count_nonzero(scores))
