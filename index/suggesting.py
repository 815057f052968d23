"""What a reader may be about to type: titles, places, themes and words, by their beginnings.

A compound is offered by its parts too: ``vejleder`` offers fraværsvejleder.
"""

from collections.abc import Iterator
from typing import Literal

from index.analysis import fold, keys
from index.results import Suggestion
from index.snapshot import Snapshot

SHORTEST = 2
# The fewer there are of a type, the more it helps to name it first.
TYPES = ("theme", "municipality", "school", "term", "trial-action")


def suggest(snapshot: Snapshot, text: str, limit: int) -> list[Suggestion]:
    """Return completions of ``text``: the whole beginning first, then a beginning inside."""
    typed = " ".join(keys(text))
    if len(typed) < SHORTEST:
        return []
    found = [
        (place, suggestion)
        for suggestion, names in _candidates(snapshot)
        if (place := _place(typed, names)) is not None
    ]
    found.sort(key=lambda way: (way[0], TYPES.index(way[1].type), -way[1].count, way[1].text))
    return list({fold(way.text): way for _, way in reversed(found)}.values())[::-1][:limit]


def _place(typed: str, names: tuple[str, ...]) -> int | None:
    if names[0].startswith(typed):
        return 0
    return 1 if any(name.startswith(typed) for name in names[1:]) else None


def _candidates(snapshot: Snapshot) -> Iterator[tuple[Suggestion, tuple[str, ...]]]:
    kinds: tuple[Literal["theme", "municipality"], ...] = ("theme", "municipality")
    for kind in kinds:
        for term in snapshot.language.vocabulary.all(kind):
            count = snapshot.count_members(kind, term.id)
            if count:
                suggestion = Suggestion(term.label, kind, term.id, count)
                yield suggestion, _names(term.label, *term.synonyms)
    for school, name in snapshot.schools.items():
        count = snapshot.count_members("school", school)
        yield Suggestion(name, "school", school, count), _names(name)
    for facts in snapshot.facts:
        yield Suggestion(facts.title, "trial-action", facts.id, 1), _names(facts.title)
    for lemma, words in snapshot.terms_by_lemma():
        count = len(snapshot.actions_of(words.tolist()))
        parts = snapshot.language.parts(lemma)
        yield Suggestion(snapshot.spell(lemma), "term", lemma, count), (lemma, *parts)


def _names(*names: str) -> tuple[str, ...]:
    """Return the names, and the later words of each, as they may be begun."""
    wholes = [" ".join(keys(name)) for name in names]
    inner = [word for whole in wholes for word in whole.split(" ")[1:]]
    return (*wholes, *inner)
