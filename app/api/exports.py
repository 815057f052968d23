"""The whole catalogue, or what a search leaves of it, as a file."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import orjson
from fastapi import APIRouter
from fastapi.responses import StreamingResponse
from sqlalchemy import Engine
from typing_extensions import TypedDict

from app.api.asking import asks
from app.api.record_answers import TrialActionOut
from app.api.shapes import to_trial_action
from app.api.sheets import HEADER, format_row
from app.dependencies import ExportParametersDep, HoldingsDep, SnapshotDep
from app.parameters import ExportParameters, to_request
from catalogue import storage
from catalogue.records import TrialAction
from catalogue.vocabulary import Vocabulary
from index.searching import search

# So many records are in memory at a time, and are sent in one piece.
BATCH = 100
MEDIA_TYPES = {
    "json": "application/json",
    "ndjson": "application/x-ndjson",
    "csv": "text/csv; charset=utf-8",
}
# Formats that are read line by line, which a schema cannot describe.
LINES = (MEDIA_TYPES["ndjson"], MEDIA_TYPES["csv"])

router = APIRouter(prefix="/export", tags=["Export"])


class ExportOut(TypedDict):
    """Trial actions, whole."""

    total: int
    items: list[TrialActionOut]


@router.get(
    "",
    response_model=ExportOut,
    responses={200: {"content": {line: {"schema": {"type": "string"}} for line in LINES}}},
    openapi_extra=asks(ExportParameters),
)
def export_trial_actions(
    parameters: ExportParametersDep,
    snapshot: SnapshotDep,
    holdings: HoldingsDep,
) -> StreamingResponse:
    """Take the whole catalogue along, or what a search leaves of it."""
    everything = replace(to_request(parameters), page_size=max(1, len(snapshot.facts)))
    ids = [hit.id for hit in search(snapshot, everything).hits]
    batches = _read(holdings.engine, ids)
    write = {"json": _write_json, "ndjson": _write_ndjson, "csv": _write_csv}[parameters.format]
    return StreamingResponse(
        write(batches, holdings.vocabulary),
        media_type=MEDIA_TYPES[parameters.format],
        headers={
            "Content-Disposition": f'attachment; filename="proevehandlinger.{parameters.format}"'
        },
    )


def _read(engine: Engine, ids: list[str]) -> Iterator[list[TrialAction]]:
    for start in range(0, len(ids), BATCH):
        # No session is held while a batch is sent, however slowly it is read.
        with storage.open_session(engine) as session:
            records = storage.find_records(session, ids[start : start + BATCH])
        yield records


def _write_json(batches: Iterable[list[TrialAction]], vocabulary: Vocabulary) -> Iterator[bytes]:
    total = 0
    yield b'{"items":['
    for records in batches:
        rows = b",".join(orjson.dumps(to_trial_action(one, vocabulary)) for one in records)
        yield b"," + rows if total and records else rows
        total += len(records)
    yield b'],"total":%d}' % total


def _write_ndjson(batches: Iterable[list[TrialAction]], vocabulary: Vocabulary) -> Iterator[bytes]:
    for records in batches:
        rows = [orjson.dumps(to_trial_action(one, vocabulary)) for one in records]
        yield b"".join(row + b"\n" for row in rows)


def _write_csv(batches: Iterable[list[TrialAction]], vocabulary: Vocabulary) -> Iterator[bytes]:
    yield HEADER
    for records in batches:
        yield b"".join(format_row(to_trial_action(one, vocabulary)) for one in records)
