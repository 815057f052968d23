"""What a school or a municipality means to try, as far as it has been written.

Nothing in a plan is required. Its texts are cleaned when it is made: whatever a plan holds can
stand on a page, in a file and in a document.
"""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from catalogue.records import Fact, Slug
from catalogue.vocabulary import Vocabulary

# As many as a shortlist may have.
MOST_INSPIRATIONS = 20
# Far past any plan on paper, and few enough that a page with all of them can still be shown.
MOST_ROWS = 100
# More than any vocabulary has.
MOST_TERMS = 100
# What XML or HTML cannot hold; tabs and line ends are kept.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_LINE_END = re.compile(r"\r\n?")
# The fields that hold terms, with the vocabulary that each is chosen from.
TERM_FIELDS = {"themes": "theme", "focus_areas": "focus_area", "levels": "level"}


def clean_text(text: str) -> str:
    """Return the text in form C, with one kind of line end and nothing that cannot be shown."""
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("", _LINE_END.sub("\n", text))).strip()


def _clean(value: object) -> object:
    # What is no text is for the model to refuse.
    return clean_text(value) if isinstance(value, str) else value


def _join_lines(text: str) -> str:
    return " ".join(text.split())


def _without_repeats(ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


Prose = Annotated[str, BeforeValidator(_clean)]
Line = Annotated[str, BeforeValidator(_clean), AfterValidator(_join_lines)]
Terms = Annotated[tuple[Slug, ...], Field(max_length=MOST_TERMS), AfterValidator(_without_repeats)]


class Row(Fact):
    """A row of one of the plan's tables."""

    def is_blank(self) -> bool:
        """Return whether nothing is written in any cell."""
        return not any(self.model_dump().values())


class Activity(Row):
    """A row of the schedule."""

    when: Line = ""
    what: Prose = ""
    responsible: Line = ""


class Party(Row):
    """A row of the stakeholder analysis."""

    name: Line = ""
    role: Line = ""
    importance: Line = ""
    interest: Line = ""
    attitude: Line = ""
    influence: Line = ""
    communication: Prose = ""


def _without_blank_rows(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(row for row in rows if not row.is_blank())


class Plan(Fact):
    """One plan for a trial action, as far as it has come."""

    problem: Prose = ""
    purpose: Prose = ""
    inspired_by: Annotated[
        tuple[Slug, ...], Field(max_length=MOST_INSPIRATIONS), AfterValidator(_without_repeats)
    ] = ()
    inspiration: Prose = ""
    actions: Prose = ""
    target_group: Prose = ""
    administration: Prose = ""
    school_leadership: Prose = ""
    project_leader: Prose = ""
    working_group: Prose = ""
    success_criteria: Prose = ""
    follow_up: Prose = ""
    schedule: Annotated[
        tuple[Activity, ...], Field(max_length=MOST_ROWS), AfterValidator(_without_blank_rows)
    ] = ()
    stakeholders: Annotated[
        tuple[Party, ...], Field(max_length=MOST_ROWS), AfterValidator(_without_blank_rows)
    ] = ()
    communication: Prose = ""
    title: Line = ""
    headline: Line = ""
    summary: Line = ""
    municipality: Line = ""
    schools: Prose = ""
    themes: Terms = ()
    focus_areas: Terms = ()
    levels: Terms = ()

    def is_blank(self) -> bool:
        """Return whether nothing has been written; what it is inspired by was only chosen."""
        return not any(self.model_dump(exclude={"inspired_by"}).values())


@dataclass(frozen=True)
class Unknown:
    """An id of a plan's field that the catalogue does not have."""

    field: str
    id: str


def drop_unknown(
    plan: Plan, vocabulary: Vocabulary, records: Collection[str]
) -> tuple[Plan, list[Unknown]]:
    """Return the plan with the ids that exist, and those that it named in vain."""
    known = {field: vocabulary.ids(name) for field, name in TERM_FIELDS.items()}
    known["inspired_by"] = list(records)
    kept = {
        field: tuple(id_ for id_ in getattr(plan, field) if id_ in ids)
        for field, ids in known.items()
    }
    unknown = [
        Unknown(field, id_)
        for field, ids in kept.items()
        for id_ in getattr(plan, field)
        if id_ not in ids
    ]
    return plan.model_copy(update=kept), unknown
