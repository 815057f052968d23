"""How many trial actions each term of a vocabulary has, and each pair of terms."""

from index.members import pack
from index.snapshot import Snapshot


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
