"""How the blocks of a record are put together on a page."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby

from app.pages.danish import join_labels
from catalogue.language.words import find_words
from catalogue.records import Block, Experience, TrialAction
from catalogue.vocabulary import Vocabulary

NOT_DESCRIBED = "Ikke beskrevet i kilden."
# How the notes of a record begin that say where an empty section stands instead.
GAP_NOTES = {
    "problem": ("Behovet",),
    "goals": ("Målet", "Kilden nævner behov og mål"),
    "actions": ("Under ”Det har vi gjort”",),
}

# The source tells of an experience without saying whose it is.
UNNAMED = "Uden navngiven part"


def block_anchor(block_id: str) -> str:
    """Return the fragment of a block's permanent id: ``problem-1``."""
    return block_id.partition("#")[2]


def split_runs(blocks: Iterable[Block]) -> list[tuple[str, list[Block]]]:
    """Return the blocks as runs of paragraphs and runs of items, in order."""
    return [(kind, list(run)) for kind, run in groupby(blocks, key=lambda block: block.type)]


def explain_gap(record: TrialAction, section: str) -> str:
    """Return what a reader is told in place of an empty section."""
    beginnings = GAP_NOTES.get(section, ())
    return next((note for note in record.notes if note.startswith(beginnings)), NOT_DESCRIBED)


def list_cautions(record: TrialAction) -> tuple[str, ...]:
    """Return the notes of a record without those that stand in an empty section's place."""
    gaps = {explain_gap(record, section) for section in GAP_NOTES if not getattr(record, section)}
    return tuple(note for note in record.notes if note not in gaps)


def group_by_stakeholders(
    experiences: Iterable[Experience], vocabulary: Vocabulary
) -> list[tuple[str, list[Experience]]]:
    """Return the experiences under a heading that says whose they are, in the source's order."""
    groups: dict[tuple[str, ...], list[Experience]] = {}
    for experience in experiences:
        named = tuple(
            id_ for id_ in vocabulary.ids("stakeholder") if id_ in experience.stakeholders
        )
        groups.setdefault(named, []).append(experience)
    return [
        (join_labels([vocabulary.get("stakeholder", id_).label for id_ in ids]) or UNNAMED, group)
        for ids, group in groups.items()
    ]


def group_by_learnings(records: Iterable[TrialAction]) -> list[list[TrialAction]]:
    """Return the records that have learnings, those with word for word the same ones together."""
    groups: dict[tuple[str, ...], list[TrialAction]] = defaultdict(list)
    for record in records:
        # Compared by words: quotation marks alone make no learning another one.
        words = tuple(word for block in record.learnings for word in find_words(block.text))
        if words:
            groups[words].append(record)
    return list(groups.values())
