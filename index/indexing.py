"""Entries → a new index generation, built aside, checked, then switched to.

A generation is a folder: Whoosh's files and ``manifest.json`` with a checksum of each. The file
``current`` names the generation that serves; it is replaced in one step, so a reader sees the old
index or the new one, whole. Nobody but the owner may enter the folder, since Whoosh unpickles what
it reads.
"""

import hashlib
import json
import os
import re
import shutil
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from whoosh import index as whoosh_index
from whoosh.analysis.tokenizers import IDTokenizer
from whoosh.fields import STORED, TEXT, Schema

from index.analysis import keys
from index.documents import Document, Entry
from index.errors import IndexMissing
from index.language import Language
from index.thesaurus import find_units

# Raised when documents or their analysis change, so that an older index is rebuilt.
FORMAT = 2
MANIFEST = "manifest.json"
POINTER = "current"
OWNER_ONLY = 0o700
# Whatever else stands in the folder is not ours to remove.
GENERATION = re.compile(r"[0-9a-f]{12}-[0-9a-f]{8}")
UNFINISHED_POINTER = re.compile(rf"{POINTER}\.[0-9a-f]{{8}}")


def make_schema() -> Schema:
    """Return the fields of a document: two searchable, the rest kept beside them."""
    return Schema(
        words=TEXT(analyzer=IDTokenizer(), phrase=False),
        units=TEXT(analyzer=IDTokenizer(), phrase=False),
        document=STORED(),
        facts=STORED(),
    )


def make_revision(catalogue_revision: str, language: Language) -> str:
    """Return the revision of an index of that catalogue in that language."""
    content = f"{FORMAT} {catalogue_revision} {language.revision}"
    return hashlib.sha256(content.encode()).hexdigest()[:12]


def build_index(
    folder: Path,
    entries: Iterable[Entry],
    *,
    language: Language,
    catalogue_revision: str,
) -> str:
    """Build and switch to a new generation in ``folder``; return its revision."""
    folder.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    folder.chmod(OWNER_ONLY)
    revision = make_revision(catalogue_revision, language)
    # What a killed build left would fill the disk, were the next one killed too.
    _remove_others(folder, current_generation(folder))
    generation = folder / f"{revision}-{uuid.uuid4().hex[:8]}"
    generation.mkdir(mode=OWNER_ONLY)
    try:
        _write_documents(generation, entries, language)
        _write_manifest(generation, revision, catalogue_revision)
    except BaseException:
        shutil.rmtree(generation, ignore_errors=True)
        raise
    _switch(folder, generation.name)
    _remove_others(folder, generation.name)
    return revision


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


def _write_documents(generation: Path, entries: Iterable[Entry], language: Language) -> None:
    # Everything is analysed before Whoosh sees it: a document that fails half way corrupts it.
    rows = [row for entry in entries for row in _to_rows(entry, language)]
    writer = whoosh_index.create_in(str(generation), make_schema()).writer()
    try:
        for row in rows:
            writer.add_document(**row)
    except BaseException:
        writer.cancel()
        raise
    writer.commit()


def _to_rows(entry: Entry, language: Language) -> list[dict[str, object]]:
    rows = [_to_row(document, language) for document in entry.documents]
    rows[0]["facts"] = asdict(entry.facts)
    return rows


def _to_row(document: Document, language: Language) -> dict[str, object]:
    # A subject is found by its concept; its label is only what a reader is shown.
    words = [] if document.concepts else keys(document.text)
    units = find_units([language.lemma(word) for word in words], language.thesaurus)
    terms = [*(term for _, _, term in units), *document.marks()]
    return {"words": words, "units": terms, "document": asdict(document)}


def _write_manifest(generation: Path, revision: str, catalogue_revision: str) -> None:
    manifest = {
        "revision": revision,
        "catalogue_revision": catalogue_revision,
        "files": {path.name: checksum(path) for path in sorted(generation.iterdir())},
    }
    for path in generation.iterdir():
        _flush(path)
    _write_whole(generation / MANIFEST, json.dumps(manifest | {"seal": seal(manifest)}, indent=1))


def seal(manifest: Mapping[str, object]) -> str:
    """Return the SHA-256 of what a manifest says, in hexadecimal."""
    return hashlib.sha256(json.dumps(manifest, sort_keys=True).encode()).hexdigest()


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _switch(folder: Path, name: str) -> None:
    _write_whole(folder / POINTER, name)


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
