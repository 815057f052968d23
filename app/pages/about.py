"""The page about the catalogue: its source, its method, and what it lacks."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.addresses import ROOT
from app.dependencies import SessionDep, VocabularyDep
from app.pages.gaps import find_gaps
from app.pages.rendering import render
from app.pages.ways import PARTNERS
from catalogue import storage

router = APIRouter()


@router.get("/om")
def show_about(request: Request, session: SessionDep, vocabulary: VocabularyDep) -> HTMLResponse:
    """Show where the catalogue comes from and what is missing in it."""
    records = storage.list_records(session)
    return render(
        request,
        "about.html",
        data=f"{ROOT}/status",
        vocabulary=vocabulary,
        records=records,
        municipalities=len({record.municipality for record in records}),
        partners=PARTNERS,
        gaps=find_gaps(records),
    )
