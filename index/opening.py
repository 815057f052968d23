"""An index generation on disk → a snapshot in memory, checked against its manifest first.

Whoosh's files are closed again once read, so a newer generation may take their place.
"""

import json
import pickle
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from whoosh import index as whoosh_index
from whoosh.matching.mcore import Matcher
from whoosh.reading import IndexReader

from index.documents import Document, Facts
from index.errors import IndexDamaged, IndexMissing, IndexProblem
from index.indexing import MANIFEST, checksum, current_generation, seal
from index.language import Language
from index.snapshot import Postings, Snapshot

# Whoosh has an error of its own for a folder that loses its files while it is being read.
UNREADABLE = (
    *(OSError, ValueError, TypeError, KeyError, EOFError),
    *(pickle.UnpicklingError, whoosh_index.IndexError),
)


def open_index(folder: Path, language: Language) -> Snapshot:
    """Return the index that serves; raise ``IndexMissing`` or ``IndexDamaged``."""
    while True:
        generation = current_generation(folder)
        try:
            return _open(folder, generation, language)
        except IndexProblem:
            # A newer generation may have taken the place of the one that was being read.
            if current_generation(folder) == generation:
                raise


def _open(folder: Path, generation: str | None, language: Language) -> Snapshot:
    if generation is None or not (folder / generation).is_dir():
        raise IndexMissing(f"no index in the folder '{folder.name}'")
    try:
        manifest = _verify(folder / generation)
        whole = whoosh_index.open_dir(str(folder / generation))
        reader: IndexReader = whole.reader()  # type: ignore[no-untyped-call]
        with reader:
            return _read(reader, generation, manifest, language)
    except UNREADABLE as error:
        raise IndexDamaged(f"the index '{generation}' cannot be read") from error


def _verify(generation: Path) -> dict[str, object]:
    manifest: dict[str, object] = json.loads((generation / MANIFEST).read_text("utf-8"))
    sealed = manifest.pop("seal")
    actual = {p.name: checksum(p) for p in generation.iterdir() if p.name != MANIFEST}
    if (sealed, actual) != (seal(manifest), manifest["files"]):
        raise IndexDamaged(f"the index '{generation.name}' is not what was built")
    return manifest


def _read(
    reader: IndexReader, generation: str, manifest: dict[str, object], language: Language
) -> Snapshot:
    documents: list[Document] = []
    facts: list[Facts] = []
    for stored in reader.all_stored_fields():
        documents.append(Document(**stored["document"]))
        if "facts" in stored:
            facts.append(Facts(**stored["facts"]))
    postings = dict(_read_postings(reader))
    return Snapshot(
        generation=generation,
        revision=str(manifest["revision"]),
        catalogue_revision=str(manifest["catalogue_revision"]),
        documents=tuple(documents),
        facts=tuple(facts),
        postings=postings,
        language=language,
    )


def _read_postings(reader: IndexReader) -> Iterator[tuple[str, Postings]]:
    for field in ("words", "units"):
        for word in reader.field_terms(field):
            found = list(_walk(reader.postings(field, word)))
            documents = np.array([number for number, _ in found], dtype=np.int32)
            counts = np.array([count for _, count in found], dtype=np.float64)
            yield word, Postings(documents, counts)


def _walk(matcher: Matcher) -> Iterator[tuple[int, float]]:
    while matcher.is_active():
        yield matcher.id(), matcher.weight()
        matcher.next()
