"""The whole catalogue, or what a search leaves of it, as a file."""

from collections.abc import Iterator

from fastapi import APIRouter
from fastapi.responses import Response, StreamingResponse
from typing_extensions import TypedDict

from app.api import archive
from app.api.asking import asks
from app.api.formats import FORMATS
from app.api.guidance_shapes import to_guidance
from app.api.record_answers import TrialActionOut
from app.api.shapes import to_trial_action
from app.attachments import attach, send_file
from app.dependencies import (
    ExportParametersDep,
    GuidanceDep,
    HoldingsDep,
    RecordsDep,
    SnapshotDep,
)
from app.parameters import ExportParameters, to_request
from app.records import Records
from catalogue.vocabulary import Vocabulary
from index.searching import find_ids

# So many records are in memory at a time, and are sent in one piece.
BATCH = 100
# Formats that a schema cannot describe.
OTHERS = ("application/x-ndjson", "text/csv", archive.MEDIA_TYPE)

router = APIRouter(prefix="/export", tags=["Export"])


class ExportOut(TypedDict):
    """Trial actions, whole."""

    total: int
    items: list[TrialActionOut]


@router.get(
    "",
    response_model=ExportOut,
    responses={200: {"content": {other: {"schema": {"type": "string"}} for other in OTHERS}}},
    openapi_extra=asks(ExportParameters),
)
def export_trial_actions(
    parameters: ExportParametersDep,
    snapshot: SnapshotDep,
    records: RecordsDep,
    holdings: HoldingsDep,
    guidance: GuidanceDep,
) -> Response:
    """Take the whole catalogue along, or what a search leaves of it."""
    batches = _read(find_ids(snapshot, to_request(parameters)), records, holdings.vocabulary)
    if parameters.format == "zip":
        beside = archive.Surroundings(
            records.revision,
            holdings.vocabulary,
            holdings.sources,
            guidance=[to_guidance(text, holdings.vocabulary) for text in guidance.list_all()],
        )
        return send_file(archive.pack(batches, beside), archive.MEDIA_TYPE, archive.FILE)
    wanted = FORMATS[parameters.format]
    return StreamingResponse(
        wanted.write(batches), headers=attach(wanted.file), media_type=wanted.media_type
    )


def _read(
    ids: list[str], records: Records, vocabulary: Vocabulary
) -> Iterator[list[TrialActionOut]]:
    for start in range(0, len(ids), BATCH):
        found = records.find(ids[start : start + BATCH])
        yield [to_trial_action(record, vocabulary) for record in found]
