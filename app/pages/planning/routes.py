"""The addresses of the planner: the form, and what it gives."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from app.addresses import PLANNER
from app.dependencies import HoldingsDep, RecordsDep, SessionDep, ShortlistPageDep
from app.forms import FormDep
from app.pages.planning.answering import answer_form
from app.pages.planning.form import fill
from app.pages.planning.settling import tell_ids, tell_unknown
from app.pages.planning.showing import Desk, Said, show_form
from app.pages.selection import select
from app.shortlist import read_carried
from catalogue.plans import MOST_INSPIRATIONS, Plan

router = APIRouter()


@router.get(PLANNER)
def show_planner(
    request: Request,
    session: SessionDep,
    holdings: HoldingsDep,
    records: RecordsDep,
    parameters: ShortlistPageDep,
) -> HTMLResponse:
    """Show an empty plan, with the trial actions that it is to be inspired by."""
    desk = Desk(request, session, holdings)
    carried = read_carried(request.scope["query_string"])
    selection = select(records, parameters.id or carried, MOST_INSPIRATIONS)
    surplus = [record.id for record in selection.beyond]
    has_others = bool(selection.records)
    slips = [
        *(tell_unknown(id_, has_others=has_others) for id_ in selection.unknown),
        *tell_ids(surplus),
    ]
    return show_form(desk, fill(Plan(inspired_by=selection.ids), holdings.steps), Said(slips))


@router.post(PLANNER)
def use_planner(
    request: Request, session: SessionDep, holdings: HoldingsDep, form: FormDep
) -> Response:
    """Give what was asked for; what was written is kept by nobody."""
    response = answer_form(Desk(request, session, holdings), form)
    response.headers.setdefault("Cache-Control", "no-store")
    return response
