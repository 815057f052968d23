"""Parts of a generation are taken over whole, or made anew."""

from pathlib import Path

import pytest

from index.generations import COLUMNS, checksum
from index.parts import Part, Predecessor, place


def write(folder: Path) -> None:
    (folder / COLUMNS).write_text("made anew")


@pytest.fixture
def predecessor(tmp_path: Path) -> Predecessor:
    """A generation with one part of two files."""
    folder = tmp_path / "before"
    (folder / "part").mkdir(parents=True)
    for name in (COLUMNS, "other"):
        (folder / "part" / name).write_text("as it was")
    files = {f"part/{name}": checksum(folder / "part" / name) for name in (COLUMNS, "other")}
    return Predecessor(folder, {"files": files})


@pytest.fixture
def generation(tmp_path: Path) -> Path:
    folder = tmp_path / "now"
    folder.mkdir()
    return folder


def read(generation: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in (generation / "part").iterdir()}


def test_a_part_of_the_same_name_is_taken_over_with_its_checksums(
    generation: Path, predecessor: Predecessor
) -> None:
    known = place(Part("part", write), generation, predecessor)

    assert known == predecessor.manifest["files"]
    assert read(generation) == {COLUMNS: "as it was", "other": "as it was"}


def test_without_a_predecessor_a_part_is_made(generation: Path) -> None:
    assert place(Part("part", write), generation, None) == {}
    assert read(generation) == {COLUMNS: "made anew"}


@pytest.mark.parametrize("damaged", [COLUMNS, "other"])
def test_of_a_part_that_cannot_be_taken_over_whole_nothing_is_left(
    generation: Path, predecessor: Predecessor, damaged: str
) -> None:
    path = predecessor.folder / "part" / damaged
    if damaged == COLUMNS:
        path.write_text("as it is")
    else:
        path.unlink()

    known = place(Part("part", write), generation, predecessor)

    assert (known, read(generation)) == ({}, {COLUMNS: "made anew"})
