"""A damaged database or index is put right or told in one line; nothing is answered wrong."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from index.generations import MANIFEST, POINTER, current_generation
from scripts.preparing import prepare
from tests.commanding import command
from tests.scripts.importing import assert_refused, assert_whole, run
from tests.serving import places_of
from tests.small import settings_in

MADE_ANEW = (
    "1 guidance texts: 1 added, 0 changed, 0 removed\n"
    "3 trial actions: 3 added, 0 changed, 0 removed; index"
)


def database_of(folder: Path) -> Path:
    return folder / "build" / "catalogue.sqlite"


def replace_by_letter(database: Path) -> None:
    database.write_text("Dette er et brev.\n" * 1_000)


def cut(database: Path) -> None:
    with database.open("r+b") as file:
        file.truncate(database.stat().st_size // 2)


def scribble(database: Path) -> None:
    content = database.read_bytes()
    database.write_bytes(content[:5_000] + os.urandom(len(content) - 5_000))


def run_statement(statement: str, database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(statement)
        connection.commit()


DAMAGES = {
    "no SQLite": replace_by_letter,
    "truncated": cut,
    "overwritten": scribble,
    "a column missing": partial(run_statement, "ALTER TABLE block DROP COLUMN text"),
    "other text": partial(run_statement, "UPDATE block SET text = 'andet' WHERE position = 0"),
    "no UTF-8": partial(run_statement, "UPDATE block SET text = CAST(x'ff' AS TEXT)"),
    "no JSON": partial(run_statement, "UPDATE trial_action SET notes = '{'"),
    "other guidance": partial(run_statement, "UPDATE guidance_block SET text = 'andet'"),
    "a section of guidance missing": partial(run_statement, "DELETE FROM guidance_section"),
    "no audience": partial(run_statement, "UPDATE guidance SET audience = '[]'"),
    "unknown section": partial(run_statement, "UPDATE block SET section = 'intet'"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_database_is_kept_aside_and_made_anew(
    own: Path, damage: Callable[[Path], None]
) -> None:
    damage(database_of(own))
    spoilt = database_of(own).read_bytes()

    told = command(places_of(settings_in(own)), "import-records")

    assert (told.returncode, told.stdout[: len(MADE_ANEW)]) == (0, MADE_ANEW)
    assert len(told.stderr.splitlines()) == 1
    assert "the database is damaged and made anew" in told.stderr
    assert database_of(own).with_name("catalogue.sqlite.1.broken").read_bytes() == spoilt
    assert_whole(own)


def test_a_second_damaged_database_does_not_take_the_place_of_the_first(own: Path) -> None:
    for text in ("one", "two"):
        database_of(own).write_text(text)
        prepare(settings_in(own))

    kept = sorted(database_of(own).parent.glob("*.broken"))
    assert [path.read_text() for path in kept] == ["one", "two"]


def test_a_deleted_database_is_made_anew(own: Path) -> None:
    database_of(own).unlink()

    assert run(own)[1].startswith(MADE_ANEW)
    assert_whole(own)


def test_a_database_that_another_keeps_locked_is_refused_and_left_alone(own: Path) -> None:
    min((own / "records").iterdir()).unlink()
    with closing(sqlite3.connect(database_of(own), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        result = run(own)

    assert_refused(result)
    assert "database is locked" in result[2]
    assert not list(database_of(own).parent.glob("*.broken"))


@pytest.mark.parametrize(
    "url", ["", "catalogue", "postgresql://h:port/x", "mysql://h/x", "sqlite:////proc/no/x"]
)
def test_an_address_of_no_usable_database_is_refused_in_one_line(own: Path, url: str) -> None:
    told = command(places_of(settings_in(own)) | {"CATALOGUE_DATABASE": url}, "import-records")

    assert_refused((told.returncode, told.stdout, told.stderr))


def files_of(index: Path) -> list[Path]:
    generation = index / str(current_generation(index))
    return sorted(path for path in generation.rglob("*") if path.is_file())


def write(content: str, name: str, index: Path) -> None:
    (index / name).write_text(content)


def forge(index: Path) -> None:
    path = index / str(current_generation(index)) / MANIFEST
    path.write_text(path.read_text().replace('"catalogue_revision": "', '"catalogue_revision": "0'))


def empty(index: Path) -> None:
    for path in files_of(index):
        path.write_bytes(b"")


def corrupt(index: Path) -> None:
    for path in files_of(index):
        path.write_bytes(os.urandom(1_000))


INDEX_DAMAGES: dict[str, Callable[[Path], None]] = {
    "deleted": shutil.rmtree,
    "emptied": empty,
    "corrupted": corrupt,
    "manifest forged": forge,
    "pointer to nothing": partial(write, "0123456789ab-01234567", POINTER),
    "pointer out of the folder": partial(write, "..", POINTER),
    "pointer too long": partial(write, "a" * 5_000, POINTER),
    "pointer empty": partial(write, "", POINTER),
}


@pytest.mark.parametrize("name", ["index", "guidance-index"])
@pytest.mark.parametrize("damage", INDEX_DAMAGES.values(), ids=INDEX_DAMAGES)
def test_a_damaged_index_is_built_again(
    own: Path, damage: Callable[[Path], None], name: str
) -> None:
    damage(own / "build" / name)

    preparation = prepare(settings_in(own))

    assert preparation.built
    assert_whole(own)
