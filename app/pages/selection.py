"""What a page about chosen trial actions can show of those that it was asked for."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.bad_parameters import LONGEST_ECHO
from app.records import Records
from catalogue.records import TrialAction


@dataclass(frozen=True)
class Selection:
    """The trial actions that are there, in the order asked for, and what had to be left out."""

    records: tuple[TrialAction, ...]
    unknown: tuple[str, ...]
    beyond: tuple[TrialAction, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of what is shown."""
        return tuple(record.id for record in self.records)


def select(records: Records, ids: Iterable[str], most: int) -> Selection:
    """Return what there is among the ids, each once, and no more than ``most`` of it."""
    asked = list(dict.fromkeys(id_ for id_ in ids if id_))
    found = records.find(asked)
    known = {record.id for record in found}
    unknown = tuple(id_[:LONGEST_ECHO] for id_ in asked if id_ not in known)
    return Selection(tuple(found[:most]), unknown, tuple(found[most:]))
