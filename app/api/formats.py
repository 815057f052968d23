"""Trial actions → a file of one of the formats, piece by piece."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import orjson

from app.api.record_answers import TrialActionOut
from app.api.sheets import BLOCK_HEADER, HEADER, format_block_rows, format_row
from app.spreadsheets import CSV

Batches = Iterable[list[TrialActionOut]]


@dataclass(frozen=True)
class FileFormat:
    """How the file of a format is called, and written."""

    media_type: str
    file: str
    write: Callable[[Batches], Iterator[bytes]]


def _write_json(batches: Batches) -> Iterator[bytes]:
    total = 0
    yield b'{"items":['
    for actions in batches:
        rows = b",".join(map(orjson.dumps, actions))
        yield b"," + rows if total and actions else rows
        total += len(actions)
    yield b'],"total":%d}' % total


def _write_ndjson(batches: Batches) -> Iterator[bytes]:
    for actions in batches:
        yield b"".join(orjson.dumps(action) + b"\n" for action in actions)


def _write_csv(batches: Batches) -> Iterator[bytes]:
    yield HEADER
    for actions in batches:
        yield b"".join(map(format_row, actions))


def _write_blocks(batches: Batches) -> Iterator[bytes]:
    yield BLOCK_HEADER
    for actions in batches:
        yield b"".join(map(format_block_rows, actions))


FORMATS = {
    "json": FileFormat("application/json", "proevehandlinger.json", _write_json),
    "ndjson": FileFormat("application/x-ndjson", "proevehandlinger.ndjson", _write_ndjson),
    "csv": FileFormat(CSV, "proevehandlinger.csv", _write_csv),
    "csv-blocks": FileFormat(CSV, "proevehandlinger-blocks.csv", _write_blocks),
}
