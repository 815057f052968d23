"""The catalogue's own words: themes, places, stakeholders and the rest, read from data/vocabulary.

Each file is a YAML list of terms: ``{id, label, definition, english, synonyms}``, and for
municipalities also ``{code, region}``, for sources ``{publisher, published, url}``.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

from catalogue.data_files import read_data
from catalogue.errors import InvalidFile, Problem, UnknownTerm

# One file a vocabulary, by the name that records and API parameters use for it.
FILES = {
    "theme": "themes.yaml",
    "municipality": "municipalities.yaml",
    "stakeholder": "stakeholders.yaml",
    "focus_area": "focus-areas.yaml",
    "level": "levels.yaml",
    "kind": "kinds.yaml",
    "section": "sections.yaml",
    "source": "sources.yaml",
    "guidance_kind": "guidance-kinds.yaml",
    "audience": "audiences.yaml",
}


# Name, time of the last change, size and number of each file.
Stamp = tuple[tuple[str, int, int, int], ...]


class Term(BaseModel):
    """One entry of a vocabulary; what a vocabulary does not use stays empty."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    label: str
    definition: str = ""
    english: str = ""
    synonyms: tuple[str, ...] = ()
    code: str | None = None
    region: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Every vocabulary of the catalogue, each in its file's order."""

    terms: dict[str, dict[str, Term]]

    @cached_property
    def revision(self) -> str:
        """Equal exactly when all terms and what is said of them are equal."""
        return hashlib.sha256(repr(self.terms).encode()).hexdigest()

    def get(self, name: str, term_id: str) -> Term:
        """Return one term, or raise ``UnknownTerm``."""
        term = self.terms[name].get(term_id)
        if term is None:
            raise UnknownTerm(name, term_id, self.ids(name))
        return term

    def ids(self, name: str) -> list[str]:
        """Return the ids of a vocabulary, in order."""
        return list(self.terms[name])

    def all(self, name: str) -> list[Term]:
        """Return the terms of a vocabulary, in order."""
        return list(self.terms[name].values())


def load_vocabulary(folder: Path) -> Vocabulary:
    """Return the vocabularies of ``folder``, or raise ``InvalidFile``."""
    return _load(folder, stamp_files([folder / file for file in FILES.values()]))


# A start asks several times for what has not changed.
@lru_cache(maxsize=2)
def _load(folder: Path, _: Stamp) -> Vocabulary:
    return Vocabulary({name: _load_terms(folder / file) for name, file in FILES.items()})


def stamp_files(paths: Iterable[Path]) -> Stamp:
    """Return what differs once one of the files is another, or is gone."""
    return tuple(map(_stamp, paths))


def _stamp(path: Path) -> tuple[str, int, int, int]:
    try:
        told = path.stat()
    except OSError:
        # Whoever reads it will say what is the matter.
        return path.name, 0, 0, 0
    return path.name, told.st_mtime_ns, told.st_size, told.st_ino


def _load_terms(path: Path) -> dict[str, Term]:
    terms = read_data(path, TypeAdapter(list[Term]))
    by_id = {term.id: term for term in terms}
    if len(by_id) < len(terms):
        raise InvalidFile([Problem(path.name, 1, "an id stands twice")])
    return by_id
