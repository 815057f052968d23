"""Whether the service lives, whether it can answer, and its figures."""

from http import HTTPStatus

import orjson
from fastapi import APIRouter, Request
from fastapi.exceptions import HTTPException
from fastapi.responses import PlainTextResponse, Response
from typing_extensions import TypedDict

from app.current_index import CurrentIndex
from app.dependencies import HoldingsDep, NothingAsked
from app.holdings import Holdings
from app.operations.metrics import MEDIA_TYPE, Metrics
from catalogue.errors import DatabaseUnusable
from catalogue.guidance.storage import get_guidance_revision
from catalogue.storage import get_revision, open_session
from index.errors import IndexDamaged, IndexProblem

# What is true now; the next asker wants to know it anew.
NOW = {"Cache-Control": "no-store"}

router = APIRouter(include_in_schema=False, dependencies=[NothingAsked])


class Readiness(TypedDict):
    """Whether the service can answer, and what each part of it says."""

    ready: bool
    database: str
    index: str
    index_on_disk: str
    guidance_index: str
    guidance_index_on_disk: str
    revisions: str


@router.get("/healthz")
async def is_alive() -> PlainTextResponse:
    """Say that the process answers at all."""
    return PlainTextResponse("alive\n", headers=NOW)


@router.get("/readyz")
def is_ready(holdings: HoldingsDep) -> Response:
    """Say whether database and indexes can be asked and are of one catalogue."""
    readiness = check(holdings)
    status = HTTPStatus.OK if readiness["ready"] else HTTPStatus.SERVICE_UNAVAILABLE
    return Response(
        orjson.dumps(readiness, option=orjson.OPT_APPEND_NEWLINE),
        status,
        media_type="application/json",
        headers=NOW,
    )


@router.get("/metrics")
def read_metrics(request: Request) -> Response:
    """Give the figures of this process."""
    metrics: Metrics | None = request.app.state.metrics
    if metrics is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return Response(metrics.write(), media_type=MEDIA_TYPE, headers=NOW)


def check(holdings: Holdings) -> Readiness:
    """Return what database and indexes say."""
    revision, guidance_revision = _ask_database(holdings)
    index, has_records = _ask_index(holdings.index, revision)
    guidance_index, has_guidance = _ask_index(holdings.guidance_index, guidance_revision)
    agree = has_records and has_guidance
    return {
        "ready": agree,
        "database": "unusable" if revision is None else "answers",
        "index": index,
        "index_on_disk": holdings.index.compare_with_disk(),
        "guidance_index": guidance_index,
        "guidance_index_on_disk": holdings.guidance_index.compare_with_disk(),
        "revisions": "agree" if agree else "differ",
    }


def _ask_index(index: CurrentIndex, revision: str | None) -> tuple[str, bool]:
    """Return what an index says, and whether it is of this revision."""
    try:
        return "serves", index.get().catalogue_revision == revision
    except IndexDamaged:
        return "damaged", False
    except IndexProblem:
        return "missing", False


def _ask_database(holdings: Holdings) -> tuple[str | None, str | None]:
    try:
        with open_session(holdings.engine) as session:
            return get_revision(session), get_guidance_revision(session)
    except DatabaseUnusable:
        return None, None
