"""How many trial actions each term of a vocabulary has."""

from index.snapshot import Snapshot


def count_terms(snapshot: Snapshot, vocabulary: str) -> dict[str, int]:
    """Return the number of trial actions by term id, 0 where a term has none."""
    return {
        term: snapshot.count_members(vocabulary, term)
        for term in snapshot.language.vocabulary.ids(vocabulary)
    }
