"""Entries → a new index generation, built aside, checked, then switched to.

Volumes whose entries have not changed are taken over from the generation that serves.
"""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.columns import read_columns, write_columns
from index.documents import Entry
from index.errors import IndexProblem
from index.generations import (
    COLUMNS,
    OWNER_ONLY,
    Manifest,
    current_generation,
    new_generation,
    read_manifest,
    switch,
    verify,
    write_manifest,
)
from index.language import Language
from index.merging import merge
from index.revisions import make_revision
from index.volumes import Volume, VolumeColumns, bind, write_volume

# What a damaged generation may raise while it is read.
UNREADABLE = (OSError, ValueError, TypeError, KeyError, EOFError, IndexProblem)

Told = Callable[[int, int], None]


@dataclass(frozen=True)
class Predecessor:
    """The generation that serves while another is built."""

    folder: Path
    manifest: Manifest


def build_index(
    folder: Path,
    entries: Iterable[Entry],
    *,
    language: Language,
    catalogue_revision: str,
    tell: Told = lambda done, total: None,
) -> str:
    """Build and switch to a new generation in ``folder``; return its revision.

    ``tell`` hears how many volumes of how many are done.
    """
    revision = make_revision(catalogue_revision, language)
    volumes = bind(entries, language)
    predecessor = _find_predecessor(folder)
    with new_generation(folder, revision) as generation:
        known: dict[str, str] = {}
        for number, volume in enumerate(volumes):
            known |= _place_volume(generation, volume, predecessor, language)
            tell(number + 1, len(volumes))
        _write_columns(generation, volumes, language)
        told = {"revision": revision, "catalogue_revision": catalogue_revision}
        write_manifest(generation, told, known)
    switch(folder, generation)
    return revision


def _find_predecessor(folder: Path) -> Predecessor | None:
    name = current_generation(folder)
    try:
        return Predecessor(folder / name, read_manifest(folder / name)) if name else None
    except UNREADABLE:
        return None


def _place_volume(
    generation: Path, volume: Volume, predecessor: Predecessor | None, language: Language
) -> Mapping[str, str]:
    """Put a volume in its place, and return the checksums of what was there before."""
    if predecessor:
        try:
            return _take_over(generation, volume.name, predecessor)
        except UNREADABLE:
            for path in (generation / volume.name).glob("*"):
                path.unlink()
    (generation / volume.name).mkdir(mode=OWNER_ONLY, exist_ok=True)
    write_volume(generation / volume.name, volume.entries, language)
    return {}


def _take_over(generation: Path, name: str, predecessor: Predecessor) -> Mapping[str, str]:
    """Link the files of a volume that has not changed, or raise what is in the way."""
    verify(predecessor.folder, f"{name}/{COLUMNS}", predecessor.manifest)
    known = {
        path: sum_
        for path, sum_ in predecessor.manifest["files"].items()
        if path.startswith(f"{name}/")
    }
    (generation / name).mkdir(mode=OWNER_ONLY)
    for path in known:
        os.link(predecessor.folder / path, generation / path)
    return known


def _write_columns(generation: Path, volumes: Sequence[Volume], language: Language) -> None:
    read = [read_columns(VolumeColumns, generation / volume.name / COLUMNS) for volume in volumes]
    write_columns(generation / COLUMNS, merge(read, language))
