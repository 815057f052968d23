"""The parts of a generation: what has the name of one that serves is taken over from there."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from index.errors import IndexProblem
from index.generations import (
    COLUMNS,
    OWNER_ONLY,
    Manifest,
    current_generation,
    read_manifest,
    verify,
)

# What a damaged generation may raise while it is read.
UNREADABLE = (OSError, ValueError, TypeError, KeyError, EOFError, IndexProblem)


@dataclass(frozen=True)
class Part:
    """A folder of files; ``name`` is equal exactly where all that it is made of is equal."""

    name: str
    write: Callable[[Path], None]


@dataclass(frozen=True)
class Predecessor:
    """The generation that serves while another is built."""

    folder: Path
    manifest: Manifest


def find_predecessor(folder: Path) -> Predecessor | None:
    """Return the generation that serves from ``folder``, if it can be read."""
    name = current_generation(folder)
    try:
        return Predecessor(folder / name, read_manifest(folder / name)) if name else None
    except UNREADABLE:
        return None


def place(part: Part, generation: Path, predecessor: Predecessor | None) -> Mapping[str, str]:
    """Put a part in its place, and return the checksums of what was there before."""
    folder = generation / part.name
    if predecessor:
        try:
            return _take_over(part.name, generation, predecessor)
        except UNREADABLE:
            for path in folder.glob("*"):
                path.unlink()
    folder.mkdir(mode=OWNER_ONLY, exist_ok=True)
    part.write(folder)
    return {}


def _take_over(name: str, generation: Path, predecessor: Predecessor) -> Mapping[str, str]:
    """Link the files of a part that has not changed, or raise what is in the way."""
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
