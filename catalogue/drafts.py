"""A plan → the draft of a record file, with what it lacks before it can join the catalogue.

The source of such a record is the plan's own file: a block's lines are those of the field that it
was written in. What only comes with trying it, experiences and learnings, is an empty list.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from catalogue.files import format_record_fields
from catalogue.plan_files import format_plan
from catalogue.plan_lines import find_mark
from catalogue.plans import Plan
from catalogue.records import SECTIONS, TrialAction
from catalogue.slugs import make_slug
from catalogue.vocabulary import Vocabulary

SOURCE = "kommunens-egen-plan"
# The sections that a plan can fill, and with what.
FROM = {"problem": ("problem",), "goals": ("purpose", "success_criteria"), "actions": ("actions",)}
# Success criteria are asked for one a line.
LISTS = {"success_criteria"}
NOTE = (
    "Posten er lavet af kommunens egen plan: Den siger, hvad der skal prøves, og endnu ikke, hvad "
    "der kom ud af det."
)
# Words of the title in an id, after the municipality.
LONGEST_TITLE = 4
# Letters of an id: its file is named after it, and a shortlist's address takes no more of one.
LONGEST_ID = 100
# Where a plan has what a record calls otherwise.
ASKED_AS = {"id": "title", "goals": "purpose"}
# Words that say nothing in an id.
_LITTLE = re.compile("og|i|paa|for|til|med|af|en|et|den|det|de|der|som|at|om|fra|ved|vi|vores|alle")
_NUMBER = re.compile(r"\d+[.)]\s")
_SAID = re.compile(r"[^\W_]")


@dataclass(frozen=True)
class Lack:
    """Why a draft is no record yet, by the field of the plan where it is put right."""

    field: str
    kind: str
    reason: str

    def __str__(self) -> str:
        return f"{self.field}: {self.reason}"


@dataclass(frozen=True)
class RecordDraft:
    """A record in the making, and all that it lacks."""

    fields: dict[str, Any]
    lacks: tuple[Lack, ...]

    @property
    def id(self) -> str:
        """The id of the record, empty where neither place nor title is given."""
        return str(self.fields["id"])

    def format(self) -> str:
        """Return the text of the draft's file, canonical where nothing is lacking."""
        return format_record_fields(self.fields)


def draft_record(plan: Plan, vocabulary: Vocabulary, *, taken: Collection[str]) -> RecordDraft:
    """Return the draft of a plan's record; no id of ``taken`` is free for it."""
    fields = _draft(plan, vocabulary)
    lacks = dict.fromkeys([*_find_lacks(fields, vocabulary), *_find_gaps(fields, taken)])
    return RecordDraft(fields, tuple(lacks))


def _draft(plan: Plan, vocabulary: Vocabulary) -> dict[str, Any]:
    municipality = _find_municipality(plan.municipality, vocabulary)
    record_id = _make_id(municipality, plan.title)
    lines = format_plan(plan).decode().split("\n")[:-1]
    blocks = {section: list(_draft_blocks(plan, lines, section)) for section in FROM}
    for section, drafted in blocks.items():
        for number, block in enumerate(drafted, start=1):
            block["id"] = f"{record_id}#{section}-{number}"
    return {
        "id": record_id,
        "title": plan.title,
        "headline": plan.headline,
        "summary": plan.summary,
        "municipality": municipality,
        "schools": [{"id": make_slug(name), "name": name} for name in _list_lines(plan.schools)],
        "themes": list(plan.themes),
        "focus_areas": list(plan.focus_areas),
        "levels": list(plan.levels),
        "source": {"id": SOURCE, "lines": [1, len(lines)]},
        **{section: blocks.get(section, []) for section in SECTIONS},
        "notes": [NOTE],
    }


def _make_id(municipality: str, title: str) -> str:
    words = make_slug(title).split("-")
    # A title of little words alone is told from the municipality's other ones all the same.
    telling = [word for word in words if not _LITTLE.fullmatch(word)] or words
    return make_slug(" ".join([municipality, *telling[:LONGEST_TITLE]]))[:LONGEST_ID].rstrip("-")


def _find_municipality(name: str, vocabulary: Vocabulary) -> str:
    wanted = make_slug(re.sub(r"(?i)\s+kommune$", "", name))
    terms = vocabulary.all("municipality")
    return next((term.id for term in terms if wanted in {term.id, make_slug(term.label)}), wanted)


def _draft_blocks(plan: Plan, file: list[str], section: str) -> Iterator[dict[str, Any]]:
    for field in FROM[section]:
        at = next(n for n, line in enumerate(file, 1) if line.startswith(f'  "{field}": '))
        # A dash or a row of them says nothing.
        for line in filter(_SAID.search, _list_lines(getattr(plan, field))):
            yield {
                "id": "",
                "type": "item" if field in LISTS or _is_item(line) else "paragraph",
                "lines": [at, at],
                "text": line.removeprefix(find_mark(line)),
            }


def _is_item(line: str) -> bool:
    return bool(find_mark(line) or _NUMBER.match(line))


def _list_lines(text: str) -> list[str]:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return [line for line in lines if line]


def _find_lacks(fields: dict[str, Any], vocabulary: Vocabulary) -> Iterator[Lack]:
    try:
        TrialAction.model_validate(fields, context=vocabulary)
    except ValidationError as error:
        details = error.errors()
        lacking = {detail["loc"][0] for detail in details}
        # The id is made of the title: where that is lacking, the slip is told once.
        yield from (
            _to_lack(detail)
            for detail in details
            if detail["loc"][0] != "id" or "title" not in lacking
        )


def _to_lack(detail: ErrorDetails) -> Lack:
    field = str(detail["loc"][0])
    kind = detail["type"] if detail["input"] else "none"
    reason = detail["msg"] if detail["input"] != "" else "it is empty"
    return Lack(ASKED_AS.get(field, field), kind, reason)


def _find_gaps(fields: dict[str, Any], taken: Collection[str]) -> Iterator[Lack]:
    for section in FROM:
        if not fields[section]:
            yield Lack(ASKED_AS.get(section, section), "none", f"no {section} are told")
    if fields["title"] and not make_slug(fields["title"]):
        yield Lack("title", "no-word", "no word in it can be part of an id")
    if fields["id"] in taken:
        yield Lack("title", "taken", f"the id '{fields['id']}' is another record's")
