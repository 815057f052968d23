"""The index in memory: read once, never changed afterwards, so that every thread may ask it.

What is reckoned from it is reckoned when it is first asked for, and kept.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from index.analysis import keys
from index.documents import HEADS, MARKS, Document, Facts
from index.expanding import Expansion, expand
from index.language import Language
from index.lexicon import Lexicon
from index.results import FILTERS, PASSAGE_FILTERS
from index.weights import DEGREES, LENGTH, OTHER_SECTIONS, RANKS, SECTIONS

Numbers = NDArray[np.int32]
Weights = NDArray[np.float64]


@dataclass(frozen=True)
class Postings:
    """The documents in which a word stands, and how often in each."""

    documents: Numbers
    counts: Weights


@dataclass(frozen=True, eq=False, repr=False)
class Snapshot:
    """All documents and words of one index generation."""

    generation: str
    revision: str
    catalogue_revision: str
    documents: tuple[Document, ...]
    facts: tuple[Facts, ...]
    postings: dict[str, Postings]
    language: Language

    def __repr__(self) -> str:
        return f"<Snapshot {self.generation}>"

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of the index, by what they have in common."""
        return Lexicon.of(self.postings, self.language)

    @cached_property
    def expand(self) -> Callable[[str], Expansion]:
        """What may stand for a term here; questions repeat their words, so much of it is kept."""
        return lru_cache(maxsize=4096)(lambda term: expand(term, self.lexicon, self.language))

    @cached_property
    def keys_of(self) -> tuple[tuple[str, ...], ...]:
        """The words of each document, in order."""
        return tuple(tuple(keys(document.text)) for document in self.documents)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each trial action, by id."""
        return {facts.id: number for number, facts in enumerate(self.facts)}

    @cached_property
    def owners(self) -> Numbers:
        """The number of the trial action to which each document belongs."""
        owners = [self.numbers[document.trial_action] for document in self.documents]
        return np.array(owners, dtype=np.int32)

    @cached_property
    def documents_of(self) -> dict[int, list[int]]:
        """The documents of each trial action."""
        found: dict[int, list[int]] = defaultdict(list)
        for number, owner in enumerate(self.owners.tolist()):
            found[owner].append(number)
        return found

    @cached_property
    def blocks(self) -> NDArray[np.bool_]:
        """Which documents are blocks, and so passages."""
        blocks = [document.section not in HEADS for document in self.documents]
        return np.array(blocks, dtype=np.bool_)

    @cached_property
    def lengths(self) -> Weights:
        """The number of words in each document."""
        lengths = np.zeros(len(self.documents))
        for posting in self.postings.values():
            lengths[posting.documents] += posting.counts
        return lengths

    @cached_property
    def worth(self) -> Weights:
        """What one occurrence of a word in each document weighs in its trial action."""
        ranked = [
            SECTIONS.get(document.section, OTHER_SECTIONS)
            * RANKS.get(document.section, (1.0,))[document.rank]
            for document in self.documents
        ]
        return np.array(ranked, dtype=np.float64) / self._length_norms()

    def _length_norms(self) -> Weights:
        """Return how much longer each document's section is than that section's mean."""
        totals: dict[tuple[int, str], float] = defaultdict(float)
        places = [
            (owner, document.section)
            for owner, document in zip(self.owners.tolist(), self.documents, strict=True)
        ]
        for place, length in zip(places, self.lengths.tolist(), strict=True):
            totals[place] += length
        means = {
            section: np.mean([total for (_, name), total in totals.items() if name == section])
            for section in {section for _, section in places}
        }
        # A list of themes or subjects is no better for being short.
        share = np.array([0.0 if section in RANKS else LENGTH for _, section in places])
        lengths = np.array([totals[place] / means[place[1]] for place in places])
        norms: Weights = 1 - share + share * lengths
        return norms

    @cached_property
    def certainty(self) -> Weights:
        """How well a word in each document covers a word of the question, from 0 to 1."""
        return np.array(
            [
                DEGREES[document.rank] if document.section == "subject" else 1.0
                for document in self.documents
            ]
        )

    @cached_property
    def members(self) -> dict[str, dict[str, NDArray[np.bool_]]]:
        """Which trial actions each value of each filter finds."""
        found: dict[str, dict[str, NDArray[np.bool_]]] = {name: {} for name in FILTERS}
        for name in FILTERS:
            for number, facts in enumerate(self.facts):
                for value in facts.values(name):
                    column = found[name].setdefault(value, np.zeros(len(self.facts), dtype=bool))
                    column[number] = True
        return found

    @cached_property
    def passage_members(self) -> dict[str, dict[str, NDArray[np.bool_]]]:
        """Which documents each value of each passage filter finds."""
        found: dict[str, dict[str, NDArray[np.bool_]]] = {name: {} for name in PASSAGE_FILTERS}
        for number, document in enumerate(self.documents):
            facts = self.facts[self.owners[number]]
            own = {
                "section": (document.section,),
                "stakeholder": document.stakeholders,
                "kind": (document.kind,) if document.kind else (),
                "theme": facts.themes,
                "municipality": facts.values("municipality"),
            }
            for name, values in own.items():
                for value in values:
                    column = found[name].setdefault(
                        value, np.zeros(len(self.documents), dtype=bool)
                    )
                    column[number] = True
        return found

    @cached_property
    def schools(self) -> dict[str, str]:
        """The name of each school, by id."""
        return dict(sorted(school for facts in self.facts for school in facts.schools))

    @cached_property
    def guesses(self) -> tuple[str, ...]:
        """The words that a misspelt word may have been meant to be."""
        words = dict.fromkeys([*self.postings, *sorted(self.language.thesaurus.words)])
        fillers = self.language.stop_words
        return tuple(word for word in words if word.isalnum() and word not in fillers)

    @cached_property
    def counts(self) -> dict[str, int]:
        """In how many documents each index word stands."""
        return {word: len(posting.documents) for word, posting in self.postings.items()}

    @cached_property
    def place_lemmas(self) -> frozenset[str]:
        """The lemmas of the names of municipalities and schools."""
        places = [document.text for document in self.documents if document.section == "place"]
        return frozenset(self.language.lemma(key) for place in places for key in keys(place))

    @cached_property
    def actions_by_term(self) -> dict[str, frozenset[int]]:
        """The trial actions in which each term stands, by lemma, filler words left out."""
        found: dict[str, frozenset[int]] = {}
        for lemma, words in self.lexicon.by_lemma.items():
            if lemma not in self.language.stop_words and lemma.isalpha():
                documents = np.concatenate([self.postings[word].documents for word in words])
                found[lemma] = frozenset(self.owners[documents].tolist())
        return found

    def spell(self, word: str) -> str:
        """Return an index word as a reader would read it, in its base form."""
        if word.startswith("$"):
            return self.language.thesaurus.concepts[word[1:]].label
        if word[0] in MARKS:
            return self.language.vocabulary.get(MARKS[word[0]], word[1:]).label
        return self.language.spell(word if " " in word else self.language.lemma(word))

    def count_members(self, filter_name: str, value: str) -> int:
        """Return how many trial actions a value of a filter finds."""
        members = self.members[filter_name].get(value)
        return 0 if members is None else int(members.sum())

    def count_actions(self, words: Iterable[str]) -> int:
        """Return in how many trial actions any of the words stands."""
        found = [self.postings[word].documents for word in words]
        return len(np.unique(self.owners[np.concatenate(found)])) if found else 0
