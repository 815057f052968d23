"""Record → entry: its facts, and a document for each block and each part of its head.

An index takes the entries of any collection; what a collection does not know of itself stays empty.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from catalogue.records import Experience, TrialAction
from catalogue.vocabulary import Vocabulary
from index.language import Language
from index.results import FILTERS

# Marks that stand among a document's terms for its theme, its kind of experience, its concepts.
MARKS = {"#": "theme", "~": "kind", "$": "concept"}
# The parts of a record that can be found but are no blocks of their own.
HEADS = ("title", "headline", "summary", "place", "theme", "subject")


@dataclass(frozen=True)
class Document:
    """A searchable text with what is known of it.

    ``rank`` counts themes, and degrees of subjects, from 0, the most important.
    """

    trial_action: str
    section: str
    text: str
    block: str | None = None
    rank: int = 0
    theme: str | None = None
    stakeholders: tuple[str, ...] = ()
    kind: str | None = None
    concepts: tuple[str, ...] = ()

    def labels(self) -> list[str]:
        """Return the labels of what the document itself is filtered by, its section first."""
        values = [("section", self.section), *(("stakeholder", one) for one in self.stakeholders)]
        if self.kind:
            values.append(("kind", self.kind))
        return [to_label(*value) for value in values]

    @property
    def marks(self) -> list[str]:
        """The marks of the document's theme, kind and concepts."""
        values = [("#", self.theme), ("~", self.kind), *(("$", name) for name in self.concepts)]
        return [f"{mark}{value}" for mark, value in values if value]


@dataclass(frozen=True)
class Facts:
    """What a record is filtered, sorted and suggested by."""

    id: str
    title: str
    municipality: str = ""
    municipality_label: str = ""
    themes: tuple[str, ...] = ()
    focus_areas: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    stakeholders: tuple[str, ...] = ()
    schools: tuple[tuple[str, str], ...] = ()

    def values(self, filter_name: str) -> tuple[str, ...]:
        """Return the values by which a filter of that name finds the record."""
        return {
            "municipality": (self.municipality,) if self.municipality else (),
            "theme": self.themes,
            "focus_area": self.focus_areas,
            "level": self.levels,
            "stakeholder": self.stakeholders,
            "school": tuple(school for school, _ in self.schools),
        }[filter_name]

    def labels(self) -> list[str]:
        """Return the labels of all that the record is filtered by."""
        return [to_label(name, value) for name in FILTERS for value in self.values(name)]


def to_label(filter_name: str, value: str) -> str:
    """Return one name for a value of a filter."""
    return f"{filter_name} {value}"


@dataclass(frozen=True)
class Entry:
    """One record as an index takes it."""

    facts: Facts
    documents: tuple[Document, ...]


def to_entry(record: TrialAction, language: Language) -> Entry:
    """Return the trial action as an index takes it, heads first."""
    return Entry(_to_facts(record, language.vocabulary), tuple(_to_documents(record, language)))


def _to_facts(record: TrialAction, vocabulary: Vocabulary) -> Facts:
    named = {group for block in record.experiences for group in block.stakeholders}
    return Facts(
        id=record.id,
        title=record.title,
        municipality=record.municipality,
        municipality_label=vocabulary.get("municipality", record.municipality).label,
        themes=record.themes,
        focus_areas=record.focus_areas,
        levels=record.levels,
        stakeholders=tuple(group for group in vocabulary.ids("stakeholder") if group in named),
        schools=tuple((school.id, school.name) for school in record.schools),
    )


def _to_documents(record: TrialAction, language: Language) -> Iterator[Document]:
    vocabulary = language.vocabulary
    yield Document(record.id, "title", record.title)
    yield Document(record.id, "headline", record.headline)
    yield Document(record.id, "summary", record.summary)
    yield Document(record.id, "place", _place(record, vocabulary))
    for rank, theme in enumerate(record.themes):
        label = vocabulary.get("theme", theme).label
        yield Document(record.id, "theme", label, rank=rank, theme=theme)
    for rank, concepts in enumerate(language.subjects.get(record.id, ())):
        labels = [language.thesaurus.concepts[concept].label for concept in concepts]
        text = ", ".join(labels)
        yield Document(record.id, "subject", text, rank=rank, concepts=concepts)
    for section, block in record.blocks():
        yield Document(
            record.id,
            section,
            block.text,
            block=block.id,
            stakeholders=block.stakeholders if isinstance(block, Experience) else (),
            kind=block.kind if isinstance(block, Experience) else None,
        )


def _place(record: TrialAction, vocabulary: Vocabulary) -> str:
    municipality = vocabulary.get("municipality", record.municipality).label
    schools = ", ".join(school.name for school in record.schools)
    return f"{municipality} Kommune" + (f" – {schools}" if schools else "")
