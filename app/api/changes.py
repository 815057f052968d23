"""What has been added, changed and removed since a revision of the catalogue."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlmodel import Session
from typing_extensions import TypedDict

from app.addresses import api_address, page_address
from app.api.asking import asks
from app.api.record_answers import LinksOut
from app.api.responding import respond
from app.dependencies import ChangeParametersDep, RevisionDep, SessionDep
from app.parameters import ChangeParameters
from catalogue import storage
from catalogue.changes import Change, ChangeKind, sum_up

router = APIRouter(prefix="/changes", tags=["Export"])


class ChangeOut(TypedDict):
    """A trial action that is not as it was; ``links`` is null where it has been removed."""

    id: str
    change: ChangeKind
    links: LinksOut | None


class ChangesOut(TypedDict):
    """What has happened since a revision.

    Where ``since_known`` is false, the service knows nothing of that revision: every trial action
    is listed as added, and what is not listed is no longer there.
    """

    since: str
    since_known: bool
    revision: str
    total: int
    items: list[ChangeOut]


@router.get("", response_model=ChangesOut, openapi_extra=asks(ChangeParameters))
def list_changes(
    request: Request, parameters: ChangeParametersDep, session: SessionDep, revision: RevisionDep
) -> Response:
    """List what has been added, changed and removed since a revision."""
    # A catalogue can come back to a revision by another way.
    request.state.tag = f'{request.state.tag[:-1]}-{storage.get_last_change(session)}"'
    return respond(summarize(parameters.since, session, revision))


def summarize(since: str, session: Session, revision: str) -> ChangesOut:
    """Return what has happened since a revision, or everything where nothing is known of it."""
    changes = [] if since == revision else storage.find_changes(session, since)
    is_known = changes is not None
    if changes is None:
        changes = [Change(id_, ChangeKind.ADDED) for id_ in storage.list_digests(session)]
    items = [_to_change(change) for change in sum_up(changes)]
    return {
        "since": since,
        "since_known": is_known,
        "revision": revision,
        "total": len(items),
        "items": items,
    }


def _to_change(change: Change) -> ChangeOut:
    id_ = change.trial_action
    is_there = change.kind is not ChangeKind.REMOVED
    links: LinksOut = {"self": api_address(id_), "html": page_address(id_)}
    return {"id": id_, "change": change.kind, "links": links if is_there else None}
