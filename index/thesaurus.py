"""The thesaurus: which words of the trade stand for the same thing, or for something near it."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter

from catalogue.data_files import read_data
from catalogue.errors import InvalidFile, Problem
from index.analysis import keys

# A term is its lemmas joined by a space, so that a phrase is looked up like a word.
Lemma = Callable[[str], str]
Relation = Literal["narrower", "broader", "related"]


class Concept(BaseModel):
    """One entry of data/vocabulary/thesaurus.yaml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    label: str
    equal: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    theme: str | None = None
    voice: str | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """Every Danish word and phrase that means the concept."""
        return (self.label, *self.equal)


@dataclass(frozen=True, eq=False, repr=False)
class Thesaurus:
    """All concepts, by id, and the ways between them and their terms.

    ``terms_of`` are the terms of each concept, each with how it is first written.
    """

    concepts: Mapping[str, Concept]
    terms_of: Mapping[str, Mapping[str, str]]

    @cached_property
    def by_term(self) -> dict[str, tuple[str, ...]]:
        """Concept ids by term."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for concept in self.concepts.values():
            for term in self.terms(concept.id):
                found[term][concept.id] = None
        return {term: tuple(ids) for term, ids in found.items()}

    @cached_property
    def spellings(self) -> dict[str, str]:
        """Each term as the thesaurus writes it."""
        spelt: dict[str, str] = {}
        for term, word in chain.from_iterable(one.items() for one in self.terms_of.values()):
            spelt.setdefault(term, word)
        return spelt

    @cached_property
    def by_label(self) -> dict[str, Concept]:
        """The concepts by the keys of their labels, in that order."""
        labels = ((" ".join(keys(one.label)), one) for one in self.concepts.values())
        return dict(sorted(labels, key=lambda label: label[0]))

    @cached_property
    def relations(self) -> dict[str, dict[str, Relation]]:
        """How each concept's neighbours stand to it: related both ways, narrower the way back."""
        found: dict[str, dict[str, Relation]] = defaultdict(dict)
        for concept in self.concepts.values():
            for other in concept.related:
                found[concept.id].setdefault(other, "related")
                found[other].setdefault(concept.id, "related")
        for concept in self.concepts.values():
            for other in concept.broader:
                found[concept.id][other] = "broader"
                found[other][concept.id] = "narrower"
        return found

    def voices(self, term: str) -> tuple[str, ...]:
        """Return the stakeholders whose own words ``term`` asks for."""
        concepts = [self.concepts[concept_id] for concept_id in self.by_term.get(term, ())]
        return tuple(concept.voice for concept in concepts if concept.voice)

    @cached_property
    def longest_from(self) -> dict[tuple[str, str], int]:
        """The number of words in the longest term of several words, by its first two."""
        found: dict[tuple[str, str], int] = {}
        for first, second, *others in (term.split(" ") for term in self.by_term if " " in term):
            found[first, second] = max(2 + len(others), found.get((first, second), 0))
        return found

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that a term has."""
        return frozenset(word for term in self.by_term for word in term.split(" "))

    def terms(self, concept_id: str) -> tuple[str, ...]:
        """Return the terms of a concept."""
        return tuple(self.terms_of[concept_id])


def to_term(words: str, lemma: Lemma) -> str:
    """Return the term that ``words`` make."""
    return " ".join(lemma(key) for key in keys(words))


def list_terms(concepts: Mapping[str, Concept], lemma: Lemma) -> dict[str, dict[str, str]]:
    """Return the terms of each concept, by its id, each with how it is first written."""
    terms: dict[str, dict[str, str]] = {id_: {} for id_ in concepts}
    for id_, concept in concepts.items():
        for word in concept.words:
            terms[id_].setdefault(to_term(word, lemma), word)
    return terms


def find_units(lemmas: Sequence[str], thesaurus: Thesaurus) -> list[tuple[int, int, str]]:
    """Return (first, end, term) of each term of several words in ``lemmas``, the longest first."""
    found: list[tuple[int, int, str]] = []
    free = 0
    for first, pair in enumerate(pairwise(lemmas)):
        longest = thesaurus.longest_from.get(pair, 0)
        if not longest or first < free:
            continue
        for end in range(min(len(lemmas), first + longest), first + 1, -1):
            term = " ".join(lemmas[first:end])
            if term in thesaurus.by_term:
                found.append((first, end, term))
                free = end
                break
    return found


def load_concepts(path: Path) -> dict[str, Concept]:
    """Return the concepts by id, or raise ``InvalidFile`` when a relation leads nowhere."""
    concepts = read_data(path, TypeAdapter(list[Concept]), only_texts=True)
    by_id = {concept.id: concept for concept in concepts}
    if len(by_id) < len(concepts):
        raise InvalidFile([Problem(path.name, 1, "an id stands twice")])
    problems = [
        Problem(path.name, 1, f"'{concept.id}' points to '{other}', which does not exist")
        for concept in concepts
        for other in (*concept.broader, *concept.related)
        if other not in by_id
    ]
    if problems:
        raise InvalidFile(problems)
    return by_id
