"""An index generation on disk → a snapshot in memory, checked against its manifest first.

Nothing is unpickled. A large generation is mapped, and lives as long as anybody reads it.
"""

from pathlib import Path

from index.columns import read_columns
from index.errors import IndexDamaged, IndexMissing, IndexProblem
from index.generations import COLUMNS, current_generation, read_manifest
from index.language import Language
from index.merging import IndexColumns
from index.revisions import make_revision
from index.snapshot import Snapshot

UNREADABLE = (OSError, ValueError, TypeError, KeyError, EOFError)


def open_index(folder: Path, language: Language) -> Snapshot:
    """Return the index that serves; raise ``IndexMissing`` or ``IndexDamaged``.

    One that was made in another language, or by other code, is none.
    """
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
        manifest = read_manifest(folder / generation)
        catalogue_revision = str(manifest["catalogue_revision"])
        revision = make_revision(catalogue_revision, language)
        if revision != manifest["revision"]:
            raise IndexMissing(f"the index in '{folder.name}' is of another language")
        columns = read_columns(IndexColumns, folder / generation / COLUMNS)
        return Snapshot(
            generation=generation,
            revision=revision,
            catalogue_revision=catalogue_revision,
            columns=columns,
            language=language,
        )
    except UNREADABLE as error:
        raise IndexDamaged(f"the index '{generation}' cannot be read") from error
