"""Whether the service lives, whether it can answer, and its figures."""

from http import HTTPStatus

import orjson
from fastapi import APIRouter, Request
from fastapi.exceptions import HTTPException
from fastapi.responses import PlainTextResponse, Response
from typing_extensions import TypedDict

from app.dependencies import HoldingsDep, NothingAsked
from app.holdings import Holdings
from app.operations.metrics import MEDIA_TYPE, Metrics
from catalogue.errors import DatabaseUnusable
from catalogue.storage import get_revision, open_session
from index.errors import IndexDamaged, IndexProblem
from index.snapshot import Snapshot

# What is true now; the next asker wants to know it anew.
NOW = {"Cache-Control": "no-store"}

router = APIRouter(include_in_schema=False, dependencies=[NothingAsked])


class Readiness(TypedDict):
    """Whether the service can answer, and what each part of it says."""

    ready: bool
    database: str
    index: str
    index_on_disk: str
    revisions: str


@router.get("/healthz")
async def is_alive() -> PlainTextResponse:
    """Say that the process answers at all."""
    return PlainTextResponse("alive\n", headers=NOW)


@router.get("/readyz")
def is_ready(holdings: HoldingsDep) -> Response:
    """Say whether database and index can be asked and are of one catalogue."""
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
    """Return what database and index say."""
    index, snapshot = _ask_index(holdings)
    revision = _ask_database(holdings)
    agree = snapshot is not None and snapshot.catalogue_revision == revision
    return {
        "ready": agree,
        "database": "unusable" if revision is None else "answers",
        "index": index,
        "index_on_disk": holdings.index.compare_with_disk(),
        "revisions": "agree" if agree else "differ",
    }


def _ask_index(holdings: Holdings) -> tuple[str, Snapshot | None]:
    try:
        return "serves", holdings.index.get()
    except IndexDamaged:
        return "damaged", None
    except IndexProblem:
        return "missing", None


def _ask_database(holdings: Holdings) -> str | None:
    try:
        with open_session(holdings.engine) as session:
            return get_revision(session)
    except DatabaseUnusable:
        return None
