"""The page of a shortlist, which lives in its own address."""

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.addresses import COMPARISON, MEETING, PLANNER, SHORTLIST, TRIAL_ACTIONS, list_address
from app.dependencies import RecordsDep, ShortlistPageDep, VocabularyDep
from app.origin import find_origin
from app.pages.comparison import LARGEST
from app.pages.rendering import render
from app.pages.selection import select
from app.shortlist import MOST, Shortlist, read_carried
from catalogue.records import TrialAction

SUBJECT = "Prøvehandlinger, vi kan lade os inspirere af"
MESSAGE = "Her er en samling af prøvehandlinger fra andre skoler:\n\n{}\n"

router = APIRouter()


@dataclass(frozen=True)
class Entry:
    """A trial action in the shortlist, with the addresses of the list changed at its place."""

    record: TrialAction
    without: str
    earlier: str | None
    later: str | None


@router.get(SHORTLIST)
def show_shortlist(
    request: Request, records: RecordsDep, vocabulary: VocabularyDep, asked: ShortlistPageDep
) -> HTMLResponse:
    """Show the shortlist, and what can be made of it."""
    carried = read_carried(request.scope["query_string"])
    selection = select(records, asked.id or carried, MOST)
    ids = selection.ids
    whole = f"{find_origin(request)}{list_address(SHORTLIST, ids)}"
    return render(
        request,
        "shortlist.html",
        HTTPStatus.NOT_FOUND if selection.unknown and not ids else HTTPStatus.OK,
        data=list_address(TRIAL_ACTIONS, ids) if ids else None,
        shortlist=Shortlist(ids, SHORTLIST),
        vocabulary=vocabulary,
        selection=selection,
        most=MOST,
        largest=LARGEST,
        entries=[_enter(record, ids) for record in selection.records],
        comparison=list_address(COMPARISON, ids),
        word=list_address(f"{MEETING}.docx", ids),
        spreadsheet=list_address(f"{MEETING}.csv", ids),
        paper=list_address(MEETING, ids),
        planner=list_address(PLANNER, ids),
        whole=whole,
        mail=f"mailto:?subject={quote(SUBJECT)}&body={quote(MESSAGE.format(whole), safe='')}",
    )


def _enter(record: TrialAction, ids: tuple[str, ...]) -> Entry:
    place = ids.index(record.id)
    left = [id_ for id_ in ids if id_ != record.id]
    return Entry(
        record,
        without=list_address(SHORTLIST, left),
        earlier=_put(record.id, left, place - 1) if place else None,
        later=_put(record.id, left, place + 1) if place < len(left) else None,
    )


def _put(id_: str, others: list[str], place: int) -> str:
    return list_address(SHORTLIST, [*others[:place], id_, *others[place:]])
