"""Where the meeting sheet is had: as a page to print, as Word, and as a spreadsheet."""

from http import HTTPStatus

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from app.addresses import MEETING, SHORTLIST, TRIAL_ACTIONS, list_address
from app.attachments import WORD, send_file
from app.dependencies import RecordsDep, ShortlistPageDep, VocabularyDep
from app.origin import find_origin
from app.pages.meeting.sheet import (
    AGREED_LINES,
    ANSWER_LINES,
    HERE_LABEL,
    ActionSheet,
    lay_out,
    name_document,
)
from app.pages.meeting.spreadsheet import write_rows
from app.pages.rendering import find_shortlist, render
from app.pages.selection import Selection, select
from app.shortlist import MOST
from app.spreadsheets import CSV
from catalogue.vocabulary import Vocabulary

FILE = "moedeark"

router = APIRouter(prefix=MEETING)


@router.get("")
def show_meeting_sheet(
    request: Request, records: RecordsDep, vocabulary: VocabularyDep, asked: ShortlistPageDep
) -> HTMLResponse:
    """Show the sheet as it is printed."""
    return _show(request, select(records, asked.id, MOST), vocabulary)


@router.get(".docx")
def write_word(
    request: Request, records: RecordsDep, vocabulary: VocabularyDep, asked: ShortlistPageDep
) -> Response:
    """Give the sheet as a Word document."""
    # What makes it takes long to import, and no start should wait for it.
    from app.pages.meeting.word import write_document  # noqa: PLC0415

    selection = select(records, asked.id, MOST)
    if not selection.records:
        return _show(request, selection, vocabulary)
    sheets = _lay_out_all(request, selection, vocabulary)
    address = f"{find_origin(request)}{list_address(SHORTLIST, selection.ids)}"
    return send_file(write_document(sheets, selection, address), WORD, f"{FILE}.docx")


@router.get(".csv")
def write_spreadsheet(
    request: Request, records: RecordsDep, vocabulary: VocabularyDep, asked: ShortlistPageDep
) -> Response:
    """Give the sheet as a spreadsheet."""
    selection = select(records, asked.id, MOST)
    if not selection.records:
        return _show(request, selection, vocabulary)
    rows = write_rows(_lay_out_all(request, selection, vocabulary))
    return send_file(rows, CSV, f"{FILE}.csv")


def _show(request: Request, selection: Selection, vocabulary: Vocabulary) -> HTMLResponse:
    """Return the page, which says so where there is nothing for a sheet."""
    sheets = _lay_out_all(request, selection, vocabulary)
    return render(
        request,
        "meeting_sheet.html",
        HTTPStatus.OK if sheets else HTTPStatus.NOT_FOUND,
        data=list_address(TRIAL_ACTIONS, selection.ids) if sheets else None,
        shortlist=find_shortlist(request, shown=selection.ids),
        selection=selection,
        most=MOST,
        sheets=sheets,
        name=name_document(sheets),
        here=HERE_LABEL,
        answer_lines=ANSWER_LINES,
        agreed_lines=AGREED_LINES,
        word=list_address(f"{MEETING}.docx", selection.ids),
        spreadsheet=list_address(f"{MEETING}.csv", selection.ids),
        whole=f"{find_origin(request)}{list_address(SHORTLIST, selection.ids)}",
    )


def _lay_out_all(
    request: Request, selection: Selection, vocabulary: Vocabulary
) -> list[ActionSheet]:
    origin = find_origin(request)
    return [lay_out(record, vocabulary, origin) for record in selection.records]
