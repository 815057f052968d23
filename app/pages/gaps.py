"""What the catalogue does not have, read off the records: said plainly on the page about it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from catalogue.language.words import find_words
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
        same_learnings=_group_by_learnings(records),
        nothing_seen=[
            record
            for record in records
            if SEEN.isdisjoint(experience.kind for experience in record.experiences)
        ],
        noted=[record for record in records if record.notes],
    )


def _group_by_learnings(records: Sequence[TrialAction]) -> list[list[TrialAction]]:
    """Return the groups of records whose learnings are word for word the same."""
    groups: dict[tuple[str, ...], list[TrialAction]] = defaultdict(list)
    for record in records:
        # Compared by words: quotation marks alone make no learning another one.
        words = tuple(word for block in record.learnings for word in find_words(block.text))
        if words:
            groups[words].append(record)
    return [group for group in groups.values() if len(group) > 1]
