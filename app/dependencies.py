"""What a route may ask for."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, TypeVar

from fastapi import Depends, Request
from sqlmodel import Session

from app.current_index import CurrentIndex
from app.guidance import GuidanceTexts
from app.holdings import Holdings
from app.parameters import (
    AudienceParameters,
    ChangeParameters,
    Choices,
    ComparisonParameters,
    ExportParameters,
    GuidanceParameters,
    Parameters,
    PassageParameters,
    RelatedParameters,
    SearchParameters,
    ShortlistParameters,
    SuggestParameters,
)
from app.query_string import leave_known, read_query_string
from app.records import Records
from catalogue.guidance.storage import get_guidance_revision
from catalogue.storage import get_revision, open_session
from catalogue.vocabulary import Vocabulary
from index.errors import IndexProblem
from index.snapshot import Snapshot

P = TypeVar("P", bound=Parameters)


# What waits for nothing is ``async``, so that it takes no thread; what may read a file is not.
async def get_holdings(request: Request) -> Holdings:
    """Return what the service holds open."""
    holdings: Holdings = request.app.state.holdings
    return holdings


HoldingsDep = Annotated[Holdings, Depends(get_holdings)]


def get_session(holdings: HoldingsDep) -> Iterator[Session]:
    """Give a session for one request; nothing in it is ever committed."""
    with open_session(holdings.engine) as session:
        yield session


@dataclass(frozen=True)
class Moment:
    """What everything was when the request came: both collections' revisions, and their indexes'.

    The revision of an index that cannot be opened is empty.
    """

    catalogue: str
    guidance: str
    indexes: tuple[str, str]


def get_moment(holdings: HoldingsDep) -> Moment:
    """Return the revisions that all had when the request came."""
    # A session of its own: one kept until the route begins would be a connection that waits for a
    # thread, while threads wait for a connection. All at once, since each thread costs a while.
    with open_session(holdings.engine) as session:
        catalogue, guidance = get_revision(session), get_guidance_revision(session)
    indexes = _find_revision(holdings.index), _find_revision(holdings.guidance_index)
    return Moment(catalogue, guidance, indexes)


def _find_revision(index: CurrentIndex) -> str:
    try:
        return index.get().revision
    except IndexProblem:
        return ""


MomentDep = Annotated[Moment, Depends(get_moment)]


async def get_catalogue_revision(moment: MomentDep) -> str:
    """Return the revision that the catalogue had when the request came."""
    return moment.catalogue


async def get_revision_of_guidance(moment: MomentDep) -> str:
    """Return the revision that the guidance had when the request came."""
    return moment.guidance


GuidanceRevisionDep = Annotated[str, Depends(get_revision_of_guidance)]
RevisionDep = Annotated[str, Depends(get_catalogue_revision)]


async def get_records(holdings: HoldingsDep, revision: RevisionDep) -> Records:
    """Return the records as they were when the request came."""
    return holdings.records(revision)


def get_guidance_texts(holdings: HoldingsDep, revision: GuidanceRevisionDep) -> GuidanceTexts:
    """Return the guidance as it was when the request came."""
    return holdings.guidance(revision)


# It reads a few bytes once a second, and a whole index with its language only when there is a newer
# one, or none that can be opened.
async def get_snapshot(holdings: HoldingsDep) -> Snapshot:
    """Return the index that serves, the same one for the whole request."""
    return holdings.index.get()


async def get_vocabulary(holdings: HoldingsDep) -> Vocabulary:
    """Return the catalogue's own words."""
    return holdings.vocabulary


# Given back before the answer is sent: whoever reads it slowly keeps no connection from others.
SessionDep = Annotated[Session, Depends(get_session, scope="function")]
RecordsDep = Annotated[Records, Depends(get_records)]
GuidanceDep = Annotated[GuidanceTexts, Depends(get_guidance_texts)]
SnapshotDep = Annotated[Snapshot, Depends(get_snapshot)]
VocabularyDep = Annotated[Vocabulary, Depends(get_vocabulary)]


def ask(model: type[P]) -> Callable[[Request, Holdings], Awaitable[P]]:
    """Return what reads the parameters of a path out of a request."""

    async def read(request: Request, holdings: HoldingsDep) -> P:
        choices = Choices(holdings.vocabulary, holdings.index)
        return read_query_string(model, request.scope["query_string"], choices)

    return read


def ask_page(model: type[P]) -> Callable[[Request, Holdings], P]:
    """Return what reads the parameters of a page; what others put into its link is let go."""

    def read(request: Request, holdings: HoldingsDep) -> P:
        choices = Choices(holdings.vocabulary, holdings.index)
        query = leave_known(model, request.scope["query_string"])
        return read_query_string(model, query, choices)

    return read


SearchParametersDep = Annotated[SearchParameters, Depends(ask(SearchParameters))]
SearchPageDep = Annotated[SearchParameters, Depends(ask_page(SearchParameters))]
ExperiencesPageDep = Annotated[PassageParameters, Depends(ask_page(PassageParameters))]
ShortlistPageDep = Annotated[ShortlistParameters, Depends(ask_page(ShortlistParameters))]
ComparisonPageDep = Annotated[ComparisonParameters, Depends(ask_page(ComparisonParameters))]
ExportParametersDep = Annotated[ExportParameters, Depends(ask(ExportParameters))]
ChangeParametersDep = Annotated[ChangeParameters, Depends(ask(ChangeParameters))]
GuidanceParametersDep = Annotated[GuidanceParameters, Depends(ask(GuidanceParameters))]
AudiencePageDep = Annotated[AudienceParameters, Depends(ask_page(AudienceParameters))]
PassageParametersDep = Annotated[PassageParameters, Depends(ask(PassageParameters))]
SuggestParametersDep = Annotated[SuggestParameters, Depends(ask(SuggestParameters))]
RelatedParametersDep = Annotated[RelatedParameters, Depends(ask(RelatedParameters))]
NothingAsked = Depends(ask(Parameters))
