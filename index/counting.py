"""How many trial actions each term of a vocabulary has, and each pair of terms."""

import numpy as np

from index.snapshot import Snapshot


def count_terms(snapshot: Snapshot, vocabulary: str) -> dict[str, int]:
    """Return the number of trial actions by term id, 0 where a term has none."""
    return {
        term: snapshot.count_members(vocabulary, term)
        for term in snapshot.language.vocabulary.ids(vocabulary)
    }


def count_passages(snapshot: Snapshot, vocabulary: str) -> dict[str, int]:
    """Return the number of passages by term id, 0 where a term has none."""
    members = snapshot.passage_members[vocabulary]
    return {
        term: int(members[term].sum()) if term in members else 0
        for term in snapshot.language.vocabulary.ids(vocabulary)
    }


def count_pairs(snapshot: Snapshot, first: str, second: str) -> dict[tuple[str, str], int]:
    """Return the number of trial actions that have both terms, for every pair of terms."""
    ids = snapshot.language.vocabulary.ids
    nowhere = np.zeros(len(snapshot.facts), dtype=bool)
    columns = {one: snapshot.members[second].get(one, nowhere) for one in ids(second)}
    return {
        (row, column): int((snapshot.members[first].get(row, nowhere) & found).sum())
        for row in ids(first)
        for column, found in columns.items()
    }
