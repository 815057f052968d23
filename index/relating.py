"""Trial actions like another one, and what they share: themes, and words few others use."""

from collections import defaultdict

import numpy as np

from index.columns import Weights, gather
from index.ordering import first_places
from index.results import Related
from index.snapshot import Snapshot
from index.weights import RARE, SHARED_TERM, SHARED_THEME

MOST_TERMS = 5


def find_related(snapshot: Snapshot, trial_action_id: str, limit: int) -> list[Related]:
    """Return the trial actions most like the given one, each with its reason, the nearest first."""
    number = snapshot.numbers[trial_action_id]
    terms = _find_shared_terms(snapshot, number)
    scores = _score_themes(snapshot, number)
    for other, shared in terms.items():
        scores[other] += SHARED_TERM * len(shared)
    scores[number] = 0
    scores = np.round(scores, 4)
    others = np.flatnonzero(scores)
    ties = snapshot.columns.actions.by_id[others]
    nearest = others[first_places(-scores[others], ties, limit)]
    return [
        _relate(snapshot, number, other, score=float(scores[other]), terms=terms[other])
        for other in nearest.tolist()
    ]


def _score_themes(snapshot: Snapshot, number: int) -> Weights:
    """Return how much each trial action shares by its themes, the leading ones most."""
    columns = snapshot.columns
    scores = np.zeros(len(snapshot.ids))
    for place, theme in enumerate(snapshot.facts[number].themes):
        documents = columns.postings.documents[snapshot.words[f"#{theme}"]]
        ranks = columns.documents.ranks[documents]
        scores[columns.documents.owners[documents]] += SHARED_THEME / (1 + place + ranks)
    return scores


def _find_shared_terms(snapshot: Snapshot, number: int) -> dict[int, list[str]]:
    """Return the rare terms that each other trial action shares with this one."""
    shared: dict[int, list[str]] = defaultdict(list)
    for term in sorted(_find_terms(snapshot, number)):
        words = snapshot.lexicon.by_lemma.get(term)
        actions = snapshot.actions_of(words)
        if 1 < len(actions) <= RARE:
            for other in actions.tolist():
                shared[other].append(term)
    return shared


def _find_terms(snapshot: Snapshot, number: int) -> set[str]:
    """Return the words of the trade that a trial action says: only those explain anything."""
    columns, language = snapshot.columns, snapshot.language
    documents, _ = gather(columns.actions.starts, np.array([number]))
    places, _ = gather(columns.documents.said.words.offsets, documents)
    words = {snapshot.terms[word] for word in columns.documents.said.words.values[places].tolist()}
    lemmas = {language.lemma(word) for word in words if word.isalpha()}
    return {lemma for lemma in lemmas - language.stop_words if lemma in language.thesaurus.by_term}


def _relate(
    snapshot: Snapshot, number: int, other: int, *, score: float, terms: list[str]
) -> Related:
    own, others = snapshot.facts[number], snapshot.facts[other]
    # The longest words are the most telling to show.
    shown = sorted(terms, key=lambda term: (-len(term), term))[:MOST_TERMS]
    return Related(
        id=others.id,
        score=score,
        themes=tuple(theme for theme in own.themes if theme in others.themes),
        terms=tuple(map(snapshot.spell, shown)),
    )
