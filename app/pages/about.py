"""The page about the catalogue: its source, its method, and what it lacks."""

from collections.abc import Sequence

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.addresses import ROOT
from app.dependencies import GuidanceDep, RecordsDep, VocabularyDep
from app.pages.gaps import find_gaps
from app.pages.rendering import render
from catalogue.records import TrialAction

# What KL's partnership published; so many municipalities took part, says its title page.
PARTNERSHIP = "en-skole-der-kan-mere-for-flere"
PARTNERS = 21

router = APIRouter()


@router.get("/om")
def show_about(
    request: Request, records: RecordsDep, vocabulary: VocabularyDep, guidance: GuidanceDep
) -> HTMLResponse:
    """Show where the catalogue comes from and what is missing in it."""
    every = records.list_all()
    return render(
        request,
        "about.html",
        data=f"{ROOT}/status",
        vocabulary=vocabulary,
        records=every,
        sources=[vocabulary.get("source", id_) for id_ in _list_sources(every)],
        guidance=guidance.list_all(),
        municipalities=len({one.municipality for one in every if one.source.id == PARTNERSHIP}),
        partners=PARTNERS,
        gaps=find_gaps(every),
    )


def _list_sources(records: Sequence[TrialAction]) -> list[str]:
    return list(dict.fromkeys(record.source.id for record in records))
