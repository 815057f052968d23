"""A trial action → what a meeting needs of it, the same in print, Word and spreadsheet."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.addresses import page_address
from app.pages.blocks import (
    NOT_DESCRIBED,
    explain_gap,
    group_by_stakeholders,
    list_cautions,
)
from app.pages.danish import count_noun
from app.pages.meeting.questions import Question, ask
from app.pages.meeting.shortening import quote
from catalogue.records import Block, Experience, Section, TrialAction
from catalogue.vocabulary import Vocabulary

# What was tried and why. Whole, since a sheet is read where nobody can look up the rest.
TRIED: tuple[Section, ...] = ("problem", "goals", "actions")
HERE_LABEL = "Hos os:"
# A block bears the kind of most of it, so a difficulty may stand in one that tells of more.
NOT_ALONE = "Ingen af erfaringerne handler kun om det, der var svært, men det kan være nævnt i dem."
# Room for an answer by hand, and for what the meeting agrees on.
ANSWER_LINES = 2
AGREED_LINES = 5
# "Styrker:" on a line of its own says nothing that its kind does not.
_ONLY_OPENS_A_LIST = re.compile(r"\w+:")


@dataclass(frozen=True)
class ActionSheet:
    """The essentials of one trial action."""

    record: TrialAction
    place: str
    themes: str
    levels: str
    tried: tuple[tuple[str, tuple[Block, ...], str], ...]
    voices: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    difficulties: tuple[str, ...]
    # What is said where nothing is told of as difficult alone.
    no_difficulties: str
    outlook: tuple[str, ...]
    learnings: tuple[str, ...]
    questions: tuple[Question, ...]
    # Without the note that stands in an empty section's place.
    notes: tuple[str, ...]
    source: str
    source_address: str | None
    address: str


def lay_out(record: TrialAction, vocabulary: Vocabulary, origin: str) -> ActionSheet:
    """Return the sheet of a trial action, its address whole."""
    source = vocabulary.get("source", record.source.id)
    published = ": ".join(filter(None, (source.publisher, source.label)))
    first, last = record.source.lines
    told = [one for one in record.experiences if not _ONLY_OPENS_A_LIST.fullmatch(one.text)]
    return ActionSheet(
        record,
        place=_name_place(record, vocabulary),
        themes=_join("theme", record.themes, vocabulary),
        levels=_join("level", record.levels, vocabulary),
        tried=tuple(_tell_what_was_tried(record, vocabulary)),
        voices=_list_voices(told, vocabulary),
        difficulties=tuple(one.text for one in told if one.kind == "challenge"),
        no_difficulties=NOT_ALONE if told else NOT_DESCRIBED,
        outlook=(quote(record.outlook),) if record.outlook else (),
        learnings=tuple(block.text for block in record.learnings),
        questions=tuple(ask(record, told)),
        notes=list_cautions(record),
        source=f"{published}. Linje {first}–{last} i den modtagne tekst.",
        source_address=source.url,
        address=f"{origin}{page_address(record.id)}",
    )


def _name_place(record: TrialAction, vocabulary: Vocabulary) -> str:
    municipality = vocabulary.get("municipality", record.municipality).label
    return " · ".join([f"{municipality} Kommune", *(school.name for school in record.schools)])


def _join(name: str, ids: tuple[str, ...], vocabulary: Vocabulary) -> str:
    # Labels have an "og" of their own.
    return " · ".join(vocabulary.get(name, id_).label for id_ in ids)


def _tell_what_was_tried(
    record: TrialAction, vocabulary: Vocabulary
) -> Iterator[tuple[str, tuple[Block, ...], str]]:
    """Yield each section, with what is said where it is empty."""
    for section in TRIED:
        blocks: tuple[Block, ...] = getattr(record, section)
        label = vocabulary.get("section", section).label
        yield label, blocks, "" if blocks else explain_gap(record, section)


def _list_voices(
    told: Iterable[Experience], vocabulary: Vocabulary
) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return what each group says, and how surely; difficulties have a place of their own."""
    others = [one for one in told if one.kind != "challenge"]
    return tuple(
        (
            label,
            tuple((vocabulary.get("kind", one.kind).label, one.text) for one in group),
        )
        for label, group in group_by_stakeholders(others, vocabulary)
    )


def name_document(sheets: Sequence[ActionSheet]) -> str:
    """Return the title of the sheet."""
    if len(sheets) == 1:
        return f"Mødeark: {sheets[0].record.title}"
    return f"Mødeark: {count_noun(len(sheets), 'prøvehandling', 'prøvehandlinger')}"
