"""The index in memory: read once, never changed afterwards, so that every thread may ask it.

What is reckoned from it is reckoned when it is first asked for, and kept.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import overload

import orjson

from index.analysis import keys
from index.cards import Cards
from index.columns import Array, Flags, Numbers, count_bytes, gather, keep_distinct
from index.documents import MARKS, Document, Facts
from index.expanding import SILENT, Expansion, expand
from index.keeping import Kept
from index.language import Language
from index.lexicon import Lexicon
from index.merging import ActionColumns, DocumentColumns, IndexColumns
from index.scored import Scored

# The scores of so many words of questions are kept, in bytes; or so large a share of the index.
LEAST_KEPT = 64_000_000
KEPT_SHARE = 0.5
# So many documents, made to be shown, are kept too.
MOST_DOCUMENTS = 4096
MOST_BROADENED = 8


@dataclass(frozen=True, eq=False, repr=False)
class Documents(Sequence[Document]):
    """All documents, each made when it is asked for."""

    columns: DocumentColumns
    ids: Sequence[str]

    def __len__(self) -> int:
        return len(self.columns.owners)

    @overload
    def __getitem__(self, number: int) -> Document: ...
    @overload
    def __getitem__(self, number: slice) -> list[Document]: ...
    def __getitem__(self, number: int | slice) -> Document | list[Document]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        return self._find(number)

    @cached_property
    def _find(self) -> Callable[[int], Document]:
        return lru_cache(maxsize=MOST_DOCUMENTS)(self._make)

    def _make(self, number: int) -> Document:
        told = orjson.loads(self.columns.details[number])
        for name in ("stakeholders", "concepts"):
            told[name] = tuple(told.get(name, ()))
        owner = self.ids[self.columns.owners[number]]
        return Document(trial_action=owner, text=self.columns.texts[number], **told)


@dataclass(frozen=True, eq=False, repr=False)
class AllFacts(Sequence[Facts]):
    """The facts of all trial actions, each made when it is asked for."""

    columns: ActionColumns

    def __len__(self) -> int:
        return len(self.columns.ids)

    @overload
    def __getitem__(self, number: int) -> Facts: ...
    @overload
    def __getitem__(self, number: slice) -> list[Facts]: ...
    def __getitem__(self, number: int | slice) -> Facts | list[Facts]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        told = orjson.loads(self.columns.facts[number])
        for name in ("themes", "focus_areas", "levels", "stakeholders"):
            told[name] = tuple(told[name])
        told["schools"] = tuple((id_, name) for id_, name in told["schools"])
        return Facts(**told)


@dataclass(frozen=True, eq=False, repr=False)
class Snapshot:
    """All documents and words of one index generation."""

    generation: str
    revision: str
    catalogue_revision: str
    columns: IndexColumns
    language: Language

    def __repr__(self) -> str:
        return f"<Snapshot {self.generation}>"

    @cached_property
    def ids(self) -> list[str]:
        """The ids of the trial actions, by number."""
        return list(self.columns.actions.ids)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each trial action, by id."""
        return {id_: number for number, id_ in enumerate(self.ids)}

    @cached_property
    def facts(self) -> AllFacts:
        """What each trial action is filtered, sorted and suggested by."""
        return AllFacts(self.columns.actions)

    @cached_property
    def documents(self) -> Documents:
        """Every document."""
        return Documents(self.columns.documents, self.ids)

    @cached_property
    def terms(self) -> list[str]:
        """The words of the index, by number."""
        return list(self.columns.terms)

    @property
    def words(self) -> dict[str, int]:
        """The number of each word of the index."""
        return self.lexicon.numbers

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of the index, by what they have in common."""
        return Lexicon(self.terms, self.columns.groups, self.language)

    @cached_property
    def expand(self) -> Callable[[str], Expansion]:
        """What may stand for a term here; questions repeat their words, so much of it is kept."""
        return lru_cache(maxsize=4096)(lambda term: expand(term, self.lexicon, self.language))

    @cached_property
    def cards(self) -> Cards:
        """The keywords of the trial actions."""
        return Cards(self.columns.cards, self.language)

    @cached_property
    def kept(self) -> Kept[Scored]:
        """The scores of the words that were asked for lately."""
        return Kept(max(LEAST_KEPT, int(KEPT_SHARE * count_bytes(self.columns))))

    @cached_property
    def place_lemmas(self) -> frozenset[str]:
        """The lemmas of the names of municipalities and schools."""
        return frozenset(self.columns.place_lemmas)

    @cached_property
    def place_names(self) -> frozenset[tuple[str, ...]]:
        """The lemmas of the whole names of municipalities and schools."""
        labels = [term.label for term in self.language.vocabulary.all("municipality")]
        names = (*labels, *(f"{label} kommune" for label in labels), *self.schools.values())
        return frozenset(tuple(map(self.language.lemma, keys(name))) for name in names)

    @cached_property
    def names(self) -> dict[str, str]:
        """The title of each trial action, by id."""
        return {facts.id: facts.title for facts in self.facts}

    @cached_property
    def titles(self) -> Flags:
        """Which documents are titles."""
        return self.columns.passage_members.find("section", "title", len(self.documents))

    @cached_property
    def schools(self) -> dict[str, str]:
        """The name of each school, by id."""
        return dict(sorted(school for facts in self.facts for school in facts.schools))

    def count_documents(self, word: str) -> int:
        """Return in how many documents a word stands."""
        number = self.words.get(word)
        return 0 if number is None else len(self.columns.postings.documents[number])

    def actions_of(self, words: Array) -> Numbers:
        """Return the trial actions in which any of the words stands, each once."""
        actions = self.columns.postings.actions
        return keep_distinct(actions.values[gather(actions.offsets, words)[0]])

    @cached_property
    def broaden(self) -> Callable[[str], tuple[tuple[str, tuple[str, ...]], ...]]:
        """What a reader is told that a term was broadened to, by the kind of broadening."""
        return lru_cache(maxsize=4096)(lambda term: tuple(self._broaden(term)))

    def _broaden(self, term: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        expansion = self.expand(term)
        having = self.columns.postings.actions.offsets
        # Of what stands equally well, what is said most is told first.
        said = having[expansion.words + 1] - having[expansion.words]
        for kind, numbers in expansion.by_kind(said):
            told = tuple(self._spell_some(numbers)) if kind not in SILENT else ()
            if told:
                yield kind, told

    def _spell_some(self, numbers: Numbers) -> dict[str, None]:
        """Return the first few of the words as a reader would read them, each once."""
        spelt: dict[str, None] = {}
        for number in numbers.tolist():
            if self.terms[number][0] not in MARKS:
                spelt[self.spell(self.terms[number])] = None
            if len(spelt) == MOST_BROADENED:
                break
        return spelt

    @cached_property
    def spell(self) -> Callable[[str], str]:
        """An index word as a reader would read it, in its base form."""
        return lru_cache(maxsize=4096)(self._spell)

    def _spell(self, word: str) -> str:
        if word.startswith("$"):
            return self.language.thesaurus.concepts[word[1:]].label
        if word[0] in MARKS:
            return self.language.vocabulary.get(MARKS[word[0]], word[1:]).label
        return self.language.spell(word if " " in word else self.language.lemma(word))
