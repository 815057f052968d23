"""The ways into the catalogue: terms with the number of trial actions behind each."""

from catalogue.vocabulary import Term, Vocabulary
from index.counting import count_terms
from index.snapshot import Snapshot

Counted = tuple[Term, int]

# So many municipalities took part in KL's partnership, says the publication's title page.
PARTNERS = 21


def list_ways(snapshot: Snapshot, vocabulary: Vocabulary, name: str) -> list[Counted]:
    """Return the terms that lead to a trial action, in order, each with how many."""
    counts = count_terms(snapshot, name)
    return [(term, counts[term.id]) for term in vocabulary.all(name) if counts[term.id]]
