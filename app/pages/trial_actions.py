"""The page of one trial action, every block at its permanent address."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from app.addresses import MEETING, PLANNER, api_address, list_address
from app.dependencies import HoldingsDep, RecordsDep
from app.holdings import Holdings
from app.origin import find_origin
from app.pages.blocks import group_by_stakeholders
from app.pages.linked_data import describe_record
from app.pages.rendering import render
from app.shortlist import extend, read_carried
from index.errors import IndexProblem
from index.relating import find_related
from index.results import Related

MOST_RELATED = 3

router = APIRouter()


@router.get("/proevehandlinger")
def list_trial_actions(request: Request) -> RedirectResponse:
    """Send a reader who shortened the address of a trial action to all of them."""
    return RedirectResponse(extend("/soeg", read_carried(request.scope["query_string"])), 308)


@router.get("/proevehandlinger/{trial_action_id}")
def show_trial_action(
    request: Request, records: RecordsDep, holdings: HoldingsDep, trial_action_id: str
) -> HTMLResponse:
    """Show one trial action whole, with those that are like it."""
    vocabulary = holdings.vocabulary
    record = records.get(trial_action_id)
    shared = {one.id: one for one in list_related(holdings, record.id)}
    related = records.find(list(shared))
    carried = read_carried(request.scope["query_string"])
    return render(
        request,
        "trial_action.html",
        data=api_address(record.id),
        linked=describe_record(record, vocabulary, find_origin(request)),
        vocabulary=vocabulary,
        record=record,
        municipality=vocabulary.get("municipality", record.municipality),
        source=vocabulary.get("source", record.source.id),
        sections=vocabulary.all("section"),
        experiences=group_by_stakeholders(record.experiences, vocabulary),
        word=extend(list_address(f"{MEETING}.docx", [record.id]), carried),
        spreadsheet=extend(list_address(f"{MEETING}.csv", [record.id]), carried),
        paper=extend(list_address(MEETING, [record.id]), carried),
        planner=extend(list_address(PLANNER, [record.id]), carried),
        related=[(other, shared[other.id]) for other in related],
    )


def list_related(holdings: Holdings, trial_action_id: str) -> list[Related]:
    """Return the few that are most like a trial action."""
    # A link to a trial action works also while the index is not there yet, or is older than it.
    try:
        snapshot = holdings.index.get()
    except IndexProblem:
        return []
    known = trial_action_id in snapshot.numbers
    return find_related(snapshot, trial_action_id, MOST_RELATED) if known else []
