"""Subject indexing: which concepts of the thesaurus each trial action answers, and how well.

A reader's judgement by meaning, kept in data/vocabulary/subjects.yaml by concept:
``{concept: {main: [ids], useful: [ids], touched: [ids]}}``.
"""

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

from catalogue.data_files import read_data
from catalogue.errors import InvalidFile, Problem
from index.thesaurus import Thesaurus

# From what an action is about to what it only bears on; a document's rank is the place here.
DEGREES = ("main", "useful", "touched")

# Concept ids by trial action, one tuple a degree.
Subjects = Mapping[str, tuple[tuple[str, ...], ...]]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    main: tuple[str, ...] = ()
    useful: tuple[str, ...] = ()
    touched: tuple[str, ...] = ()


def load_subjects(path: Path, thesaurus: Thesaurus) -> Subjects:
    """Return the concepts of each trial action, or raise ``InvalidFile``."""
    entries = read_data(path, TypeAdapter(dict[str, _Entry]), only_texts=True)
    unknown = [concept for concept in entries if concept not in thesaurus.concepts]
    if unknown:
        raise InvalidFile(
            [Problem(path.name, 1, f"the thesaurus has no '{concept}'") for concept in unknown]
        )
    return _by_action(entries)


def _by_action(entries: Mapping[str, _Entry]) -> Subjects:
    found: dict[str, list[list[str]]] = {}
    for concept, entry in entries.items():
        for place, degree in enumerate(DEGREES):
            for action in getattr(entry, degree):
                found.setdefault(action, [[] for _ in DEGREES])[place].append(concept)
    return {action: tuple(map(tuple, degrees)) for action, degrees in found.items()}
