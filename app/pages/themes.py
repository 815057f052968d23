"""The pages of the themes: all of them, and one with what was tried, told and learned."""

from collections.abc import Iterable

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.addresses import ROOT, TRIAL_ACTIONS
from app.dependencies import RecordsDep, SnapshotDep, VocabularyDep
from app.pages.blocks import UNNAMED, group_by_learnings
from app.pages.rendering import render
from app.pages.ways import list_ways
from catalogue.records import Experience, TrialAction
from catalogue.vocabulary import Vocabulary

Told = tuple[TrialAction, Experience]

router = APIRouter(prefix="/temaer")


@router.get("")
def list_themes(request: Request, snapshot: SnapshotDep, vocabulary: VocabularyDep) -> HTMLResponse:
    """Show every theme with what it covers."""
    themes = list_ways(snapshot, vocabulary, "theme")
    return render(request, "themes.html", data=f"{ROOT}/themes", themes=themes)


@router.get("/{theme_id}")
def show_theme(
    request: Request, records: RecordsDep, vocabulary: VocabularyDep, theme_id: str
) -> HTMLResponse:
    """Show the trial actions of one theme, with their experiences and learnings."""
    theme = vocabulary.get("theme", theme_id)
    found = [record for record in records.list_all() if theme.id in record.themes]
    # What an action is about stands first among its themes; those actions come first here.
    found.sort(key=lambda record: record.themes.index(theme.id))
    return render(
        request,
        "theme.html",
        data=f"{TRIAL_ACTIONS}?theme={theme.id}",
        vocabulary=vocabulary,
        theme=theme,
        records=found,
        experiences=_group_by_stakeholder(found, vocabulary),
        learnings=[
            *group_by_learnings(found),
            *([record] for record in found if not record.learnings),
        ],
    )


def _group_by_stakeholder(
    records: Iterable[TrialAction], vocabulary: Vocabulary
) -> list[tuple[str, list[Told]]]:
    """Return the experiences under each stakeholder they tell of, those of nobody named last."""
    groups: dict[str, list[Told]] = {term.label: [] for term in vocabulary.all("stakeholder")}
    groups[UNNAMED] = []
    for record in records:
        for experience in record.experiences:
            for id_ in experience.stakeholders:
                groups[vocabulary.get("stakeholder", id_).label].append((record, experience))
            if not experience.stakeholders:
                groups[UNNAMED].append((record, experience))
    return [(label, told) for label, told in groups.items() if told]
