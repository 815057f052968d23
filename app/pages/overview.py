"""The overview: what has been tried where, and by whom it is told, the empty places included."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.addresses import TRIAL_ACTIONS
from app.dependencies import SnapshotDep, VocabularyDep
from app.pages.rendering import render
from app.pages.ways import Counted, list_ways
from catalogue.vocabulary import Vocabulary
from index.counting import count_pairs
from index.snapshot import Snapshot

router = APIRouter()


@dataclass(frozen=True)
class Table:
    """The themes with each term of another vocabulary; ``counts`` is by theme and term."""

    name: str
    themes: list[Counted]
    columns: list[Counted]
    counts: dict[tuple[str, str], int]

    @property
    def empty(self) -> int:
        """How many places of the table have no trial action."""
        return sum(
            not self.counts[theme.id, column.id]
            for theme, _ in self.themes
            for column, _ in self.columns
        )


@router.get("/overblik")
def show_overview(
    request: Request, snapshot: SnapshotDep, vocabulary: VocabularyDep
) -> HTMLResponse:
    """Show how many trial actions each theme has in each municipality and of each stakeholder."""
    return render(
        request,
        "overview.html",
        data=TRIAL_ACTIONS,
        total=len(snapshot.facts),
        places=_count(snapshot, vocabulary, "municipality"),
        voices=_count(snapshot, vocabulary, "stakeholder"),
    )


def _count(snapshot: Snapshot, vocabulary: Vocabulary, name: str) -> Table:
    themes = list_ways(snapshot, vocabulary, "theme")
    columns = list_ways(snapshot, vocabulary, name)
    return Table(name, themes, columns, count_pairs(snapshot, "theme", name))
