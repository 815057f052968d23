"""The page of everything learned, by theme."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.addresses import PASSAGES
from app.dependencies import RecordsDep, VocabularyDep
from app.pages.blocks import group_by_learnings
from app.pages.rendering import render

router = APIRouter()


@router.get("/laeringer")
def show_learnings(
    request: Request, records: RecordsDep, vocabulary: VocabularyDep
) -> HTMLResponse:
    """Show what was learned, copies once, under what the trial action is most about."""
    every = records.list_all()
    groups = group_by_learnings(every)
    return render(
        request,
        "learnings.html",
        data=f"{PASSAGES}?section=learnings&page_size=100",
        vocabulary=vocabulary,
        total=sum(len(record.learnings) for record in every),
        without=[record for record in every if not record.learnings],
        themes=[
            (
                theme,
                [group for group in groups if group[0].themes[0] == theme.id],
                sum(
                    theme.id in record.themes
                    for group in groups
                    if group[0].themes[0] != theme.id
                    for record in group
                ),
            )
            for theme in vocabulary.all("theme")
        ],
    )
