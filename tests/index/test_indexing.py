"""Building a generation aside and switching to it."""

import pickle
import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from catalogue.records import TrialAction
from index.documents import to_entry
from index.errors import IndexDamaged, IndexMissing
from index.generations import MANIFEST, POINTER, built_at, current_generation
from index.indexing import build_index
from index.language import Language
from index.opening import open_index
from index.snapshot import Snapshot


def build(folder: Path, records: list[TrialAction], language: Language, revision: str = "a") -> str:
    entries = [to_entry(record, language) for record in records]
    return build_index(folder, entries, language=language, catalogue_revision=revision)


def test_a_built_index_holds_every_block_of_every_record(
    snapshot: Snapshot, records: list[TrialAction]
) -> None:
    blocks = {block.id for record in records for _, block in record.blocks()}

    assert {document.block for document in snapshot.documents} - {None} == blocks


def test_no_index_is_said_to_be_missing(tmp_path: Path, language: Language) -> None:
    with pytest.raises(IndexMissing):
        open_index(tmp_path, language)


def test_an_index_tells_when_it_was_built(
    tmp_path: Path, records: list[TrialAction], language: Language
) -> None:
    build(tmp_path, records[:1], language)

    assert abs(datetime.now(UTC) - built_at(tmp_path)) < timedelta(minutes=5)
    with pytest.raises(IndexMissing):
        built_at(tmp_path / "nowhere")


def test_building_again_switches_to_a_new_generation_and_removes_the_old(
    tmp_path: Path, records: list[TrialAction], language: Language
) -> None:
    build(tmp_path, records[:2], language)
    first = current_generation(tmp_path)

    build(tmp_path, records[:3], language, revision="b")

    assert current_generation(tmp_path) != first
    assert len(open_index(tmp_path, language).facts) == 3
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == [
        current_generation(tmp_path)
    ]


def test_an_opened_index_answers_on_after_its_files_are_gone(
    tmp_path: Path, records: list[TrialAction], language: Language
) -> None:
    build(tmp_path, records[:2], language)
    snapshot = open_index(tmp_path, language)

    build(tmp_path, records[:3], language, revision="b")

    assert len(snapshot.facts) == 2
    assert len(snapshot.actions_of(np.arange(len(snapshot.terms)))) == 2


def test_a_failed_build_leaves_the_old_index_in_place(
    tmp_path: Path, records: list[TrialAction], language: Language
) -> None:
    build(tmp_path, records[:2], language)
    broken = records[0].model_copy(update={"themes": ("no-such-theme",)})

    with pytest.raises(Exception, match="no-such-theme"):
        build(tmp_path, [records[1], broken], language, revision="b")

    assert len(open_index(tmp_path, language).facts) == 2
    assert len([path for path in tmp_path.iterdir() if path.is_dir()]) == 1


def _files(folder: Path) -> list[Path]:
    generation = folder / str(current_generation(folder))
    files = [path for path in generation.iterdir() if path.is_file() and path.name != MANIFEST]
    return sorted(files, key=lambda path: path.stat().st_size, reverse=True)


@pytest.mark.parametrize(
    "damage", ["truncated", "changed", "removed", "added", "no manifest", "null"]
)
def test_an_index_that_is_not_what_was_built_is_refused(
    tmp_path: Path, records: list[TrialAction], language: Language, damage: str
) -> None:
    build(tmp_path, records[:2], language)
    file = _files(tmp_path)[0]

    match damage:
        case "truncated":
            file.write_bytes(file.read_bytes()[:-7])
        case "changed":
            file.write_bytes(file.read_bytes()[::-1])
        case "removed":
            file.unlink()
        case "added":
            (file.parent / "more.seg").write_bytes(pickle.dumps("more"))
        case "null":
            (file.parent / MANIFEST).write_text("null")
        case _:
            (file.parent / MANIFEST).unlink()

    with pytest.raises(IndexDamaged):
        open_index(tmp_path, language)


def test_an_index_of_another_language_is_none(
    tmp_path: Path, records: list[TrialAction], language: Language
) -> None:
    build(tmp_path, records[:1], language)

    with pytest.raises(IndexMissing, match="another language"):
        open_index(tmp_path, replace(language, revision="another"))


def test_a_pointer_out_of_the_folder_is_not_followed(tmp_path: Path, language: Language) -> None:
    (tmp_path / POINTER).write_text("../elsewhere")

    with pytest.raises(IndexMissing):
        open_index(tmp_path, language)


def test_only_the_owner_may_enter_the_index(
    tmp_path: Path, records: list[TrialAction], language: Language
) -> None:
    folder = tmp_path / "index"

    build(folder, records[:1], language)

    for path in (folder, folder / str(current_generation(folder))):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700


def test_the_same_records_in_the_same_language_give_the_same_revision(
    tmp_path: Path, records: list[TrialAction], language: Language
) -> None:
    first = build(tmp_path, records[:1], language)

    assert build(tmp_path, records[:1], language) == first
    assert build(tmp_path, records[:1], language, revision="b") != first
