"""The front page: one search field, and the ways in."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.addresses import ROOT
from app.dependencies import SnapshotDep, VocabularyDep
from app.origin import find_origin
from app.pages.danish import count_noun
from app.pages.linked_data import describe_site
from app.pages.rendering import render
from app.pages.ways import list_voices, list_ways
from index.counting import count_passages

EXAMPLES = ("mange elever har fravær", "co-teaching", "overgang fra dagtilbud til skole", "PPR")

SUMMARY = "{total} fra {municipalities}: hvad de gjorde, hvad der skete, og hvad de lærte."

router = APIRouter()


@router.get("/")
def show_home(request: Request, snapshot: SnapshotDep, vocabulary: VocabularyDep) -> HTMLResponse:
    """Show the front page."""
    municipalities = list_ways(snapshot, vocabulary, "municipality")
    summary = SUMMARY.format(
        total=count_noun(len(snapshot.facts), "prøvehandling", "prøvehandlinger"),
        municipalities=count_noun(len(municipalities), "kommune", "kommuner"),
    )
    return render(
        request,
        "home.html",
        data=f"{ROOT}/status",
        linked=describe_site(summary, find_origin(request)),
        summary=summary,
        examples=EXAMPLES,
        themes=list_ways(snapshot, vocabulary, "theme"),
        municipalities=municipalities,
        stakeholders=list_voices(snapshot, vocabulary),
        learnings=count_passages(snapshot, "section")["learnings"],
    )
