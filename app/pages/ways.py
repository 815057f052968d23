"""The ways into the catalogue, and on from a search."""

from collections.abc import Iterable

from app.pages.links import Asked, search_path
from catalogue.vocabulary import Term, Vocabulary
from index.counting import count_passages, count_terms
from index.question import without_quotes
from index.results import Reading
from index.snapshot import Snapshot

Counted = tuple[Term, int]


def list_ways(snapshot: Snapshot, vocabulary: Vocabulary, name: str) -> list[Counted]:
    """Return the terms that lead to a trial action, in order, each with how many."""
    counts = count_terms(snapshot, name)
    return [(term, counts[term.id]) for term in vocabulary.all(name) if counts[term.id]]


def list_voices(snapshot: Snapshot, vocabulary: Vocabulary) -> list[Counted]:
    """Return the stakeholders whose experiences are told, each with how many."""
    counts = count_passages(snapshot, "stakeholder")
    return [(term, counts[term.id]) for term in vocabulary.all("stakeholder") if counts[term.id]]


def link_ways(parameters: Asked, reading: Reading, names: Iterable[str]) -> dict[str, str]:
    """Return the addresses of the searches that lie one step from this one."""
    return {
        "cleared": search_path(parameters, **dict.fromkeys(names, ())),
        "exact": search_path(parameters, exact=True),
        "broad": search_path(parameters, exact=False),
        "meant": search_path(parameters, q=reading.did_you_mean or parameters.q),
        "loose": search_path(parameters, q=without_quotes(parameters.q)),
        "first": search_path(parameters),
        "previous": search_path(parameters, page=parameters.page - 1),
        "next": search_path(parameters, page=parameters.page + 1),
    }
