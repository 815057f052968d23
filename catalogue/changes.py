"""What has happened to the records between two revisions of the catalogue."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What happened to a trial action."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True)
class Change:
    """One thing that happened to one trial action."""

    trial_action: str
    kind: ChangeKind


def sum_up(changes: Iterable[Change]) -> list[Change]:
    """Return what the changes, the oldest first, come to for each trial action, by its id."""
    first: dict[str, ChangeKind] = {}
    last: dict[str, ChangeKind] = {}
    for change in changes:
        first.setdefault(change.trial_action, change.kind)
        last[change.trial_action] = change.kind
    return [
        Change(id_, kind)
        for id_ in sorted(first)
        if (kind := _sum_up(was_there=first[id_] is not ChangeKind.ADDED, last=last[id_]))
    ]


def _sum_up(*, was_there: bool, last: ChangeKind) -> ChangeKind | None:
    if last is ChangeKind.REMOVED:
        return last if was_there else None
    return ChangeKind.CHANGED if was_there else ChangeKind.ADDED
