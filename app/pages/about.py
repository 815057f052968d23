"""The page about the catalogue: its source, its method, and what it lacks."""

from collections.abc import Sequence

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.addresses import ROOT
from app.dependencies import GuidanceDep, SessionDep, VocabularyDep
from app.pages.gaps import find_gaps
from app.pages.rendering import render
from app.pages.ways import PARTNERS
from catalogue import storage
from catalogue.records import TrialAction

router = APIRouter()


@router.get("/om")
def show_about(
    request: Request, session: SessionDep, vocabulary: VocabularyDep, guidance: GuidanceDep
) -> HTMLResponse:
    """Show where the catalogue comes from and what is missing in it."""
    records = storage.list_records(session)
    return render(
        request,
        "about.html",
        data=f"{ROOT}/status",
        vocabulary=vocabulary,
        records=records,
        sources=[vocabulary.get("source", id_) for id_ in _list_sources(records)],
        guidance=guidance.list_all(),
        municipalities=len({record.municipality for record in records}),
        partners=PARTNERS,
        gaps=find_gaps(records),
    )


def _list_sources(records: Sequence[TrialAction]) -> list[str]:
    return list(dict.fromkeys(record.source.id for record in records))
