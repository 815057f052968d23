"""Trial actions like another one, and what they share: themes, and words few others use."""

from collections import defaultdict

from index.results import Related
from index.snapshot import Snapshot
from index.weights import RARE, SHARED_TERM, SHARED_THEME

MOST_TERMS = 5


def find_related(snapshot: Snapshot, trial_action_id: str, limit: int) -> list[Related]:
    """Return the trial actions most like the given one, each with its reason, the nearest first."""
    number = snapshot.numbers[trial_action_id]
    shared = _shared_terms(snapshot, number)
    related = [
        _relate(snapshot, number, other, terms=shared[other])
        for other in range(len(snapshot.facts))
        if other != number
    ]
    related = [relation for relation in related if relation.themes or relation.terms]
    related.sort(key=lambda relation: (-relation.score, relation.id))
    return related[:limit]


def _shared_terms(snapshot: Snapshot, number: int) -> dict[int, list[str]]:
    """Return the rare terms that each other trial action shares with this one."""
    shared: dict[int, list[str]] = defaultdict(list)
    for term, actions in snapshot.actions_by_term.items():
        # Only a word of the trade explains anything.
        known = term in snapshot.language.thesaurus.by_term
        if known and number in actions and 1 < len(actions) <= RARE:
            for other in actions:
                shared[other].append(term)
    return shared


def _relate(snapshot: Snapshot, number: int, other: int, *, terms: list[str]) -> Related:
    own, others = snapshot.facts[number], snapshot.facts[other]
    themes = tuple(theme for theme in own.themes if theme in others.themes)
    alike = sum(
        SHARED_THEME / (1 + own.themes.index(theme) + others.themes.index(theme))
        for theme in themes
    )
    # The longest words are the most telling to show.
    shown = sorted(terms, key=lambda term: (-len(term), term))[:MOST_TERMS]
    return Related(
        id=others.id,
        score=round(alike + SHARED_TERM * len(terms), 4),
        themes=themes,
        terms=tuple(map(snapshot.spell, shown)),
    )
