"""The planner's page: the form as far as it is filled in, with all that was wrong."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import Request
from fastapi.responses import HTMLResponse
from sqlmodel import Session

from app.addresses import PLANNER
from app.holdings import Holdings
from app.pages.planning.beside import stand_beside
from app.pages.planning.form import MORE, Filled
from app.pages.rendering import render
from app.shortlist import Shortlist, extend, read_carried
from catalogue import storage
from catalogue.guidance.storage import find_blocks
from catalogue.plan_files import ENDING, format_plan
from catalogue.plan_lines import group_lines
from catalogue.planning import list_advice
from catalogue.plans import MOST_INSPIRATIONS, MOST_ROWS, TERM_FIELDS, Plan
from catalogue.vocabulary import Term, Vocabulary


@dataclass(frozen=True)
class Desk:
    """What answering a form takes."""

    request: Request
    session: Session
    holdings: Holdings


@dataclass(frozen=True)
class Slip:
    """Something to put right, at a field of the form."""

    field: str
    text: str


@dataclass(frozen=True)
class Said:
    """What the page says above the form; ``is_draft`` where it is a draft that lacks something."""

    slips: Sequence[Slip] = ()
    notice: str = ""
    is_draft: bool = False


NOTHING = Said()
# Kept by the reader's own browser alone, which else would forget what was typed when its reader
# follows a link and comes back.
THEIR_OWN = "private, no-cache"


def show_form(
    desk: Desk, filled: Filled, said: Said = NOTHING, *, status: int = 200
) -> HTMLResponse:
    """Return the page with the form, and at its top what is to be put right."""
    plan = filled.plan
    steps, vocabulary = desk.holdings.steps, desk.holdings.vocabulary
    inspirations = storage.find_records(desk.session, plan.inspired_by)
    guidance = find_blocks(desk.session, list_advice(steps))
    wrong: dict[str, list[str]] = defaultdict(list)
    for slip in said.slips:
        wrong[slip.field].append(slip.text)
    page = render(
        desk.request,
        "planning.html",
        status,
        shortlist=_find_shortlist(desk, plan),
        action=_address_form(desk),
        vocabulary=vocabulary,
        steps=steps,
        plan=plan,
        rows=filled.rows,
        choices={field: _list_choices(plan, field, vocabulary) for field in TERM_FIELDS},
        unclear=filled.unclear,
        inspirations=inspirations,
        beside=stand_beside(steps, inspirations, guidance, vocabulary=vocabulary),
        problems=said.slips,
        wrong=wrong,
        notice=said.notice,
        is_draft=said.is_draft,
        more=MORE,
        ending=ENDING,
        most_rows=MOST_ROWS,
        most_inspirations=MOST_INSPIRATIONS,
    )
    page.headers["Cache-Control"] = THEIR_OWN
    return page


def _find_shortlist(desk: Desk, plan: Plan) -> Shortlist:
    """Return the reader's own shortlist, or else what the plan is inspired by."""
    carried = read_carried(desk.request.scope["query_string"])
    return Shortlist(carried or plan.inspired_by, PLANNER)


def _address_form(desk: Desk) -> str:
    return extend(PLANNER, read_carried(desk.request.scope["query_string"]))


def _list_choices(plan: Plan, field: str, vocabulary: Vocabulary) -> list[Term]:
    # What is chosen comes first and in its order: the most important first.
    chosen = [vocabulary.get(TERM_FIELDS[field], id_) for id_ in getattr(plan, field)]
    return [*chosen, *(term for term in vocabulary.all(TERM_FIELDS[field]) if term not in chosen)]


def show_plan(desk: Desk, filled: Filled) -> HTMLResponse:
    """Return the page with the plan as a document, to read and to print."""
    plan = filled.plan
    page = render(
        desk.request,
        "plan.html",
        shortlist=_find_shortlist(desk, plan),
        action=_address_form(desk),
        vocabulary=desk.holdings.vocabulary,
        steps=desk.holdings.steps,
        plan=plan,
        inspirations=storage.find_records(desk.session, plan.inspired_by),
        group_lines=group_lines,
        whole=format_plan(plan).decode(),
    )
    page.headers["Cache-Control"] = THEIR_OWN
    return page
