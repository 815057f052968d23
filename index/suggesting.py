"""What a reader may be about to type: titles, places, themes and words, by their beginnings.

A compound is offered by its parts too: ``vejleder`` offers fraværsvejleder.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Literal

import numpy as np

from index.analysis import fold, keys, normalize, tokenize
from index.columns import Array, gather, keep_distinct
from index.grouping import Groups
from index.ordering import first_places
from index.results import Suggestion
from index.snapshot import Snapshot
from index.words import read_words

SHORTEST = 2
# The fewer there are of a type, the more it helps to name it first.
TYPES = ("theme", "municipality", "school", "term", "trial-action")
# More begin alike than anybody reads: the commonest words are looked at, the first titles.
MOST = 300
LAST = "\U0010ffff"

Candidates = Iterator[tuple[Suggestion, tuple[str, ...]]]


def suggest(snapshot: Snapshot, text: str, limit: int) -> list[Suggestion]:
    """Return completions of ``text``: the whole beginning first, then a beginning inside.

    Where nothing begins so, they are those of what was meant: one word, or it spelt right and in
    Danish, at last without its fillers.
    """
    text = normalize(text)
    typed = keys(text)
    if len(" ".join(typed)) < SHORTEST:
        return []
    ways = dict.fromkeys([" ".join(typed), "".join(typed)])
    every = (way for way in chain(ways, _mean(snapshot, text)) if len(way) >= SHORTEST)
    found = (_complete(snapshot, way, limit) for way in every)
    return next(filter(None, found), [])


def _mean(snapshot: Snapshot, text: str) -> Iterator[str]:
    """Yield what may have been meant by what nothing begins like, also without its fillers."""
    meant = [word.key for word in read_words(snapshot, list(tokenize(text)))]
    yield " ".join(meant)
    yield " ".join(word for word in meant if word not in snapshot.language.stop_words)


def _complete(snapshot: Snapshot, typed: str, limit: int) -> list[Suggestion]:
    found = [
        (place, suggestion)
        for suggestion, names in chain(
            _list_names(snapshot),
            _find_titles(snapshot, typed),
            _find_terms(snapshot, typed),
            _find_concepts(snapshot, typed),
        )
        if (place := _place(typed, names)) is not None
    ]
    found.sort(key=lambda way: (way[0], TYPES.index(way[1].type), -way[1].count, way[1].text))
    return list({fold(way.text): way for _, way in reversed(found)}.values())[::-1][:limit]


def _place(typed: str, names: tuple[str, ...]) -> int | None:
    if names[0].startswith(typed):
        return 0
    return 1 if any(name.startswith(typed) for name in names[1:]) else None


def _list_names(snapshot: Snapshot) -> Candidates:
    """Yield the themes, municipalities and schools that have any trial action."""
    kinds: tuple[Literal["theme", "municipality"], ...] = ("theme", "municipality")
    for kind in kinds:
        terms = snapshot.language.vocabulary.all(kind)
        counts = snapshot.columns.members.count(kind, [term.id for term in terms])
        for term, count in zip(terms, counts, strict=True):
            if count:
                suggestion = Suggestion(term.label, kind, term.id, count)
                yield suggestion, _names(term.label, *term.synonyms)
    schools = snapshot.schools
    counts = snapshot.columns.members.count("school", list(schools))
    for (school, name), count in zip(schools.items(), counts, strict=True):
        yield Suggestion(name, "school", school, count), _names(name)


def _find_titles(snapshot: Snapshot, typed: str) -> Candidates:
    """Yield the trial actions with a word in their title that begins as the typed first one."""
    first, *others = typed.split(" ")
    words = _begin(snapshot.columns.terms, first)
    if others:
        words = words[:1] if first in snapshot.words else words[:0]
    postings = snapshot.columns.postings.documents
    documents = postings.values[gather(postings.offsets, words)[0]]
    owners = keep_distinct(snapshot.columns.documents.owners[documents[snapshot.titles[documents]]])
    ties = snapshot.columns.actions.by_id[owners]
    for number in owners[first_places(ties, ties, MOST)].tolist():
        facts = snapshot.facts[number]
        yield Suggestion(facts.title, "trial-action", facts.id, 1), _names(facts.title)


def _find_terms(snapshot: Snapshot, typed: str) -> Candidates:
    """Yield the words that begin so, and those with a part that does."""
    groups, language = snapshot.columns.groups, snapshot.language
    words = [
        word
        for group in (groups.by_lemma, groups.by_head, groups.by_part)
        for word in _list_commonest(snapshot, group, typed)
    ]
    lemmas = dict.fromkeys(language.lemma(word) for word in words if word.isalpha())
    for lemma in lemmas:
        if lemma not in language.stop_words and lemma.isalpha():
            count = len(snapshot.actions_of(snapshot.lexicon.by_lemma.get(lemma)))
            suggestion = Suggestion(snapshot.spell(lemma), "term", lemma, count)
            yield suggestion, (lemma, *language.parts(lemma))


def _find_concepts(snapshot: Snapshot, typed: str) -> Candidates:
    """Yield the concepts that begin so, that no text names and that a trial action is under."""
    labels = snapshot.language.thesaurus.by_label
    names = list(labels)
    for place in _begin(names, typed).tolist():
        concept = labels[names[place]]
        number = snapshot.words.get(f"${concept.id}")
        if number is not None and names[place] not in snapshot.lexicon.by_lemma:
            count = len(snapshot.columns.postings.actions[number])
            yield Suggestion(concept.label, "term", names[place], count), (names[place],)


def _list_commonest(snapshot: Snapshot, groups: Groups, typed: str) -> list[str]:
    places, _ = gather(groups.members.offsets, _begin(groups.keys, typed))
    words = keep_distinct(groups.members.values[places])
    offsets = snapshot.columns.postings.actions.offsets
    commonest = first_places(offsets[words] - offsets[words + 1], words, MOST)
    return [snapshot.terms[word] for word in words[commonest].tolist()]


def _begin(names: Sequence[str], typed: str) -> Array:
    """Return the places of the names that begin with what was typed."""
    return np.arange(bisect_left(names, typed), bisect_left(names, typed + LAST))


@lru_cache(maxsize=8192)
def _names(*names: str) -> tuple[str, ...]:
    """Return the names, and the later words of each, as they may be begun."""
    wholes = [" ".join(keys(name)) for name in names]
    inner = [word for whole in wholes for word in whole.split(" ")[1:]]
    return (*wholes, *inner)
