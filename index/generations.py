"""Generations: folders of one built index each, and the pointer to the one that serves.

A generation holds the columns that a search reads, the parts that they were made of (volumes and
cards), and ``manifest.json`` with a checksum of each file. The file ``current`` names the
generation that serves; it is replaced in one step, so a reader sees the old index or the new one,
whole. Nobody but the owner may enter the folder.
"""

import hashlib
import json
import os
import re
import shutil
import uuid
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from index.errors import IndexDamaged, IndexMissing

MANIFEST = "manifest.json"
POINTER = "current"
COLUMNS = "columns.bin"
OWNER_ONLY = 0o700
# Whatever else stands in the folder is not ours to remove.
GENERATION = re.compile(r"[0-9a-f]{12}-[0-9a-f]{8}")
UNFINISHED_POINTER = re.compile(rf"{POINTER}\.[0-9a-f]{{8}}")
CHUNK = 1 << 20

Manifest = Mapping[str, Any]


def current_generation(folder: Path) -> str | None:
    """Return the name of the generation that serves, or None where there is none."""
    try:
        name = (folder / POINTER).read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return name if GENERATION.fullmatch(name) else None


def built_at(folder: Path) -> datetime:
    """Return when the generation that serves took its place, or raise ``IndexMissing``."""
    try:
        return datetime.fromtimestamp((folder / POINTER).stat().st_mtime, tz=UTC)
    except OSError as error:
        raise IndexMissing(f"no index in the folder '{folder.name}'") from error


@contextmanager
def new_generation(folder: Path, revision: str) -> Iterator[Path]:
    """Give a fresh generation to fill; what fails leaves nothing of it."""
    folder.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    folder.chmod(OWNER_ONLY)
    # What a killed build left would fill the disk, were the next one killed too.
    _remove_others(folder, current_generation(folder))
    generation = folder / f"{revision}-{uuid.uuid4().hex[:8]}"
    generation.mkdir(mode=OWNER_ONLY)
    try:
        yield generation
    except BaseException:
        shutil.rmtree(generation, ignore_errors=True)
        raise


def switch(folder: Path, generation: Path) -> None:
    """Let a finished generation serve from now on, and remove all others."""
    _write_whole(folder / POINTER, generation.name)
    _remove_others(folder, generation.name)


def list_files(generation: Path) -> list[Path]:
    """Return the files of a generation but its manifest."""
    files = (path for path in generation.rglob("*") if path.is_file())
    return sorted(path for path in files if path != generation / MANIFEST)


def write_manifest(generation: Path, told: Manifest, known: Mapping[str, str]) -> None:
    """Seal a generation; ``known`` are the checksums of files that are older than it."""
    files = list_files(generation)
    checksums = {}
    for path in files:
        name = path.relative_to(generation).as_posix()
        checksums[name] = known.get(name) or checksum(path)
        if name not in known:
            _flush(path)
    for place in {path.parent for path in files}:
        _flush(place)
    manifest = {**told, "files": checksums}
    _write_whole(generation / MANIFEST, json.dumps(manifest | {"seal": seal(manifest)}, indent=1))


def read_manifest(generation: Path) -> Manifest:
    """Return what a generation says of itself, or raise ``IndexDamaged`` where files differ.

    The columns are read to be sure of them; of the parts, which only the next build reads, the
    presence is enough here.
    """
    manifest: dict[str, Any] = json.loads((generation / MANIFEST).read_text("utf-8"))
    if not isinstance(manifest, dict):
        raise IndexDamaged(f"the index '{generation.name}' has no manifest")
    sealed = manifest.pop("seal")
    names = {path.relative_to(generation).as_posix() for path in list_files(generation)}
    if sealed != seal(manifest) or names != set(manifest["files"]):
        raise IndexDamaged(f"the index '{generation.name}' is not what was built")
    verify(generation, COLUMNS, manifest)
    return manifest


def verify(generation: Path, name: str, manifest: Manifest) -> None:
    """Raise ``IndexDamaged`` where a file is not the one that was built."""
    if checksum(generation / name) != manifest["files"][name]:
        raise IndexDamaged(f"the index '{generation.name}' is not what was built")


def seal(manifest: Manifest) -> str:
    """Return the SHA-256 of what a manifest says, in hexadecimal."""
    return hashlib.sha256(json.dumps(manifest, sort_keys=True).encode()).hexdigest()


def checksum(path: Path) -> str:
    """Return length and CRC-32 of a file, which tell damage at eight times SHA-256's speed."""
    sum_ = size = 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            sum_ = zlib.crc32(chunk, sum_)
            size += len(chunk)
    return f"{size}-{sum_:08x}"


def _write_whole(path: Path, text: str) -> None:
    temporary = path.with_name(f"{path.name}.{uuid.uuid4().hex[:8]}")
    temporary.write_text(text, encoding="utf-8")
    _flush(temporary)
    temporary.replace(path)
    _flush(path.parent)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove_others(folder: Path, kept: str | None) -> None:
    for path in folder.iterdir():
        if GENERATION.fullmatch(path.name) and path.name != kept:
            shutil.rmtree(path, ignore_errors=True)
        elif UNFINISHED_POINTER.fullmatch(path.name):
            path.unlink(missing_ok=True)
