"""Trial actions → one zip that can be understood, checked and cited years later."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import orjson

from app.api.formats import FORMATS, Batches
from app.api.guidance_answers import GuidanceOut
from app.api.record_answers import TrialActionOut
from app.api.rights import DANISH_STATEMENT, LICENCE, STATEMENT, state_rights
from app.api.schema import describe_trial_action
from catalogue.vocabulary import Vocabulary

MEDIA_TYPE = "application/zip"
FILE = "proevehandlinger.zip"
CHECKSUMS = "SHA256SUMS"
# Equal content is to be equal bytes: no file says when it was packed.
THE_BEGINNING_OF_ZIP = (1980, 1, 1, 0, 0, 0)
READ_BY_ALL = 0o644 << 16
README = """\
Prøvehandlinger: trial actions that Danish municipalities have tried in their schools.

Revision {} of the catalogue; {} trial actions.

proevehandlinger.json, .ndjson, .csv   one trial action each
proevehandlinger-blocks.csv            one paragraph or bullet each
vejledning.json                        the guidance, all of it
trial-action.schema.json               the JSON Schema of a trial action
sources.json, sources/                 the sources, and their texts as received
LICENCE.txt                            whose the texts are
SHA256SUMS                             check with: sha256sum --check SHA256SUMS
"""


@dataclass(frozen=True)
class Surroundings:
    """What is packed beside the trial actions."""

    revision: str
    vocabulary: Vocabulary
    sources: Path
    guidance: list[GuidanceOut]


def pack(batches: Batches, surroundings: Surroundings) -> bytes:
    """Return the zip of the trial actions."""
    actions = [action for batch in batches for action in batch]
    files = dict(sorted(_list_files(actions, surroundings)))
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in {**files, CHECKSUMS: _sum_up(files)}.items():
            entry = ZipInfo(name, THE_BEGINNING_OF_ZIP)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = READ_BY_ALL
            archive.writestr(entry, content)
    return packed.getvalue()


def _sum_up(files: Mapping[str, bytes]) -> bytes:
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    return "".join(f"{checksum}  {name}\n" for name, checksum in sums.items()).encode()


def _list_files(
    actions: list[TrialActionOut], surroundings: Surroundings
) -> Iterator[tuple[str, bytes]]:
    yield "README.txt", README.format(surroundings.revision, len(actions)).encode()
    yield "LICENCE.txt", _state_licence(surroundings.vocabulary).encode()
    yield "trial-action.schema.json", _dump(describe_trial_action())
    for file_format in FORMATS.values():
        yield file_format.file, b"".join(file_format.write([actions]))
    yield "vejledning.json", _dump({"items": surroundings.guidance})
    used = {packed["source"]["id"] for packed in (*actions, *surroundings.guidance)}
    sources = [one for one in surroundings.vocabulary.all("source") if one.id in used]
    fields = {"id", "label", "publisher", "published", "url", "definition"}
    yield "sources.json", _dump([source.model_dump(include=fields) for source in sources])
    for source in sources:
        text = surroundings.sources / f"{source.id}.txt"
        # A catalogue may be served without the texts that it was read from.
        if text.exists():
            yield f"sources/{source.id}.txt", text.read_bytes()


def _state_licence(vocabulary: Vocabulary) -> str:
    statements = (state_rights(one, vocabulary) for one in (STATEMENT, DANISH_STATEMENT))
    return "\n\n".join([*statements, LICENCE.read_text("utf-8")])


def _dump(content: object) -> bytes:
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
