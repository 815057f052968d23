"""The front page: one search field, and the ways in."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.dependencies import SnapshotDep, VocabularyDep
from app.pages.rendering import render
from app.pages.ways import PARTNERS, list_ways

EXAMPLES = ("mange elever har fravær", "co-teaching", "overgang fra dagtilbud til skole", "PPR")

router = APIRouter()


@router.get("/")
def show_home(request: Request, snapshot: SnapshotDep, vocabulary: VocabularyDep) -> HTMLResponse:
    """Show the front page."""
    return render(
        request,
        "home.html",
        total=len(snapshot.facts),
        partners=PARTNERS,
        examples=EXAMPLES,
        themes=list_ways(snapshot, vocabulary, "theme"),
        municipalities=list_ways(snapshot, vocabulary, "municipality"),
        stakeholders=list_ways(snapshot, vocabulary, "stakeholder"),
    )
