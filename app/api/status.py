"""What the service holds, and which revisions."""

from fastapi import APIRouter
from fastapi.responses import Response
from typing_extensions import TypedDict

from app import VERSION
from app.api.responding import respond
from app.dependencies import GuidanceDep, NothingAsked, RevisionDep, SessionDep, SnapshotDep
from catalogue import storage
from index.counting import count_terms

router = APIRouter(prefix="/status", tags=["Status"])


class StatusOut(TypedDict):
    """What the service holds; a revision is equal exactly when the content is."""

    trial_actions: int
    municipalities: int
    guidance: int
    catalogue_revision: str
    guidance_revision: str
    index_revision: str
    version: str


@router.get("", response_model=StatusOut, dependencies=[NothingAsked])
def read_status(
    session: SessionDep, snapshot: SnapshotDep, guidance: GuidanceDep, revision: RevisionDep
) -> Response:
    """Read what the service holds."""
    answer: StatusOut = {
        "trial_actions": len(storage.list_digests(session)),
        "municipalities": sum(map(bool, count_terms(snapshot, "municipality").values())),
        "guidance": len(guidance.list_all()),
        "catalogue_revision": revision,
        "guidance_revision": guidance.revision,
        "index_revision": snapshot.revision,
        "version": VERSION,
    }
    return respond(answer)
