"""The catalogue's own words, each with its number of trial actions."""

from typing import Annotated

from fastapi import APIRouter
from fastapi.responses import Response
from pydantic import Field
from typing_extensions import TypedDict

from app.addresses import TRIAL_ACTIONS, to_url
from app.api.record_answers import Url
from app.api.responding import respond
from app.dependencies import NothingAsked, SnapshotDep, VocabularyDep
from app.parameters import SearchParameters
from catalogue.vocabulary import Term, Vocabulary
from index.counting import count_terms
from index.snapshot import Snapshot

# The pages that show a term; the others have the search page, narrowed to it.
PAGES = {"municipality": "/kommuner/{id}", "theme": "/temaer/{id}"}
SEARCH_PAGE = "/soeg"

router = APIRouter(tags=["Vocabularies"], dependencies=[NothingAsked])


class TermLinksOut(TypedDict):
    """Where the trial actions of a term stand in the API, and on a page for people."""

    trial_actions: Url
    html: Url


class TermOut(TypedDict):
    """A term, and how many trial actions have it."""

    id: str
    label: str
    definition: str
    count: int
    links: TermLinksOut


class MunicipalityOut(TermOut):
    """A municipality; ``code`` is the official one, four digits."""

    name: str
    code: Annotated[str, Field(pattern=r"^\d{4}$")]
    region: str


class VocabularyOut(TypedDict):
    """A vocabulary, whole, in its own order."""

    items: list[TermOut]
    total: int


class MunicipalitiesOut(TypedDict):
    """The municipalities that have a trial action."""

    items: list[MunicipalityOut]
    total: int


@router.get("/municipalities", response_model=MunicipalitiesOut)
def list_municipalities(snapshot: SnapshotDep, vocabulary: VocabularyDep) -> Response:
    """List the municipalities."""
    items: list[MunicipalityOut] = [
        {
            **_to_term("municipality", term, count),
            "name": term.label,
            "code": term.code or "",
            "region": term.region or "",
        }
        for term, count in _count("municipality", snapshot, vocabulary)
    ]
    answer: MunicipalitiesOut = {"items": items, "total": len(items)}
    return respond(answer)


@router.get("/themes", response_model=VocabularyOut)
def list_themes(snapshot: SnapshotDep, vocabulary: VocabularyDep) -> Response:
    """List the themes, the catalogue's own subjects."""
    return _list("theme", snapshot, vocabulary)


@router.get("/focus-areas", response_model=VocabularyOut)
def list_focus_areas(snapshot: SnapshotDep, vocabulary: VocabularyDep) -> Response:
    """List the four focus areas of KL's partnership."""
    return _list("focus_area", snapshot, vocabulary)


@router.get("/stakeholders", response_model=VocabularyOut)
def list_stakeholders(snapshot: SnapshotDep, vocabulary: VocabularyDep) -> Response:
    """List the groups whose experiences are told."""
    return _list("stakeholder", snapshot, vocabulary)


@router.get("/levels", response_model=VocabularyOut)
def list_levels(snapshot: SnapshotDep, vocabulary: VocabularyDep) -> Response:
    """List the ages that trial actions are for."""
    return _list("level", snapshot, vocabulary)


def _list(name: str, snapshot: Snapshot, vocabulary: Vocabulary) -> Response:
    items = [_to_term(name, term, count) for term, count in _count(name, snapshot, vocabulary)]
    answer: VocabularyOut = {"items": items, "total": len(items)}
    return respond(answer)


def _count(name: str, snapshot: Snapshot, vocabulary: Vocabulary) -> list[tuple[Term, int]]:
    counts = count_terms(snapshot, name)
    return [(term, counts.get(term.id, 0)) for term in vocabulary.all(name)]


def _to_term(name: str, term: Term, count: int) -> TermOut:
    narrowed = SearchParameters().model_copy(update={name: (term.id,)})
    page = PAGES[name].format(id=term.id) if name in PAGES else to_url(SEARCH_PAGE, narrowed)
    return {
        "id": term.id,
        "label": term.label,
        "definition": term.definition,
        "count": count,
        "links": {"trial_actions": to_url(TRIAL_ACTIONS, narrowed), "html": page},
    }
