"""The planner's form → the plan in it, and how many rows its tables show.

A field is named as in the plan; a cell is ``schedule.0.when``, the rows counted from 0.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.forms import Form
from catalogue.planning import Field, Step, list_fields
from catalogue.plans import MOST_INSPIRATIONS, MOST_ROWS, MOST_TERMS, Plan, clean_text

TEXTS = ("line", "prose")
CHOICES = ("terms", "records")
# Rows to write in before anyone asks for more.
FIRST_ROWS = 3
# Where more trial actions are named: by id, by link, or by the link of a shortlist.
MORE = "more_inspirations"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_IN_A_LINK = re.compile(rf"(?:[?&]id=|/proevehandlinger/)({_ID.pattern})")

# Of a page that is no trial action's: the shortlist that its reader carried along.
_CARRIED = re.compile(rf"[?&]samling=({_ID.pattern})")


@dataclass(frozen=True)
class Filled:
    """A form as it was filled in, with what of it finds no room in a plan."""

    plan: Plan
    rows: Mapping[str, int]
    # More trial actions than there may be, and what names none.
    surplus: tuple[str, ...] = ()
    unclear: str = ""


def fill(plan: Plan, steps: Sequence[Step]) -> Filled:
    """Return the form with a plan in it, and room for one more row in each table."""
    tables = (field.name for field in list_fields(steps) if field.type == "table")
    return Filled(plan, {name: _count_rows(len(getattr(plan, name)) + 1) for name in tables})


def read_filled(form: Form, steps: Sequence[Step], grown: str = "") -> Filled:
    """Return what a form holds; the table that ``grown`` names has a row more."""
    fields = list(list_fields(steps))
    texts = {field.name: form.get(field.name) for field in fields if field.type in TEXTS}
    ids = {field.name: _read_ids(form, field.name) for field in fields if field.type in CHOICES}
    tables = {field.name: _read_rows(form, field) for field in fields if field.type == "table"}
    more = find_ids(form.get(MORE))
    ids["inspired_by"], surplus = limit_ids([*ids["inspired_by"], *more])
    return Filled(
        plan=Plan.model_validate({**texts, **ids, **tables}),
        rows={
            name: _count_rows(max(FIRST_ROWS, len(rows)) + (name == grown))
            for name, rows in tables.items()
        },
        surplus=surplus,
        unclear="" if more else clean_text(form.get(MORE)),
    )


def _count_rows(wanted: int) -> int:
    return min(MOST_ROWS, max(FIRST_ROWS, wanted))


def _read_ids(form: Form, name: str) -> tuple[str, ...]:
    return tuple(id_ for id_ in form.values.get(name, []) if _ID.fullmatch(id_))[:MOST_TERMS]


def _read_rows(form: Form, field: Field) -> list[dict[str, str]]:
    numbers = (
        number
        for number in range(MOST_ROWS)
        if any(f"{field.name}.{number}.{column.name}" in form.values for column in field.columns)
    )
    return [
        {column.name: form.get(f"{field.name}.{number}.{column.name}") for column in field.columns}
        for number in numbers
    ]


def find_ids(text: str) -> list[str]:
    """Return the ids that a text names, by the links in it or one after the other."""
    words = text.split()
    are_ids = all(_ID.fullmatch(word) for word in words)
    return _IN_A_LINK.findall(text) or _CARRIED.findall(text) or (words if are_ids else [])


def limit_ids(ids: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids, each once, as far as a plan has room for them, and the others."""
    distinct = tuple(dict.fromkeys(ids))
    return distinct[:MOST_INSPIRATIONS], distinct[MOST_INSPIRATIONS:]
