"""What the catalogue does not have, read off the records: said plainly on the page about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.pages.blocks import group_by_learnings
from catalogue.records import SECTIONS, Section, TrialAction

SEEN = frozenset({"experienced", "strength"})


@dataclass(frozen=True)
class Gaps:
    """The trial actions with something missing, by what is missing."""

    without: dict[Section, list[TrialAction]]
    same_learnings: list[list[TrialAction]]
    nothing_seen: list[TrialAction]
    noted: list[TrialAction]


def find_gaps(records: Sequence[TrialAction]) -> Gaps:
    """Return what is missing, shared or only hoped for in the records."""
    return Gaps(
        without={
            section: lacking
            for section in SECTIONS
            if (lacking := [record for record in records if not getattr(record, section)])
        },
        same_learnings=[group for group in group_by_learnings(records) if len(group) > 1],
        nothing_seen=[
            record
            for record in records
            if SEEN.isdisjoint(experience.kind for experience in record.experiences)
        ],
        noted=[record for record in records if record.notes],
    )
