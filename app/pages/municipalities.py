"""The pages of the municipalities: all of them by region, and one with what it has tried."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.addresses import ROOT, TRIAL_ACTIONS
from app.dependencies import RecordsDep, SnapshotDep, VocabularyDep
from app.pages.rendering import render
from app.pages.ways import Counted, list_ways

router = APIRouter(prefix="/kommuner")


@router.get("")
def list_municipalities(
    request: Request, snapshot: SnapshotDep, vocabulary: VocabularyDep
) -> HTMLResponse:
    """Show every municipality that has a trial action, region by region."""
    counted = list_ways(snapshot, vocabulary, "municipality")
    regions: dict[str, list[Counted]] = {}
    for municipality, count in counted:
        regions.setdefault(municipality.region or "", []).append((municipality, count))
    return render(
        request,
        "municipalities.html",
        data=f"{ROOT}/municipalities",
        total=len(counted),
        regions=sorted(regions.items()),
    )


@router.get("/{municipality_id}")
def show_municipality(
    request: Request, records: RecordsDep, vocabulary: VocabularyDep, municipality_id: str
) -> HTMLResponse:
    """Show what one municipality has tried."""
    municipality = vocabulary.get("municipality", municipality_id)
    found = [record for record in records.list_all() if record.municipality == municipality.id]
    themes = dict.fromkeys(theme for record in found for theme in record.themes)
    return render(
        request,
        "municipality.html",
        data=f"{TRIAL_ACTIONS}?municipality={municipality.id}",
        vocabulary=vocabulary,
        municipality=municipality,
        records=found,
        themes=[vocabulary.get("theme", theme) for theme in themes],
    )
