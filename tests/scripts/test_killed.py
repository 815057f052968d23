"""A command that is killed at any moment leaves nothing that the next one does not put right."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.settings import DATA, Settings
from catalogue import storage
from catalogue.importing import read_records
from catalogue.vocabulary import load_vocabulary
from index.errors import IndexMissing
from index.language import Language, load_language
from index.opening import open_index
from index.results import Request
from index.searching import search
from scripts.preparing import prepare
from tests.serving import ROOT, places_of
from tests.small import make_small

COMMANDS = (["import-records"], ["build-index"], ["serve", "--port", "0"])
# Each command at five moments. By hand: KILLS=150 pytest tests/scripts/test_killed.py
KILLS = int(os.environ.get("KILLS", str(5 * len(COMMANDS))))
# Seconds that the work takes from the moment when it holds the lock.
LONGEST_WORK = 0.4
MOST_RECORDS = 4


@pytest.fixture
def own(tmp_path: Path) -> Settings:
    """A catalogue of its own, with no record yet."""
    return make_small(tmp_path, [])


@pytest.fixture
def language(own: Settings) -> Language:
    return load_language(own.vocabulary, load_vocabulary(own.vocabulary))


def put_other_records(settings: Settings, chance: random.Random) -> None:
    """Let the record files be others than they were."""
    for path in settings.records.iterdir():
        path.unlink()
    files = sorted((DATA / "records").glob("*.yaml"))
    for path in chance.sample(files, chance.randint(1, MOST_RECORDS)):
        shutil.copy(path, settings.records)


def kill(settings: Settings, command: list[str], delay: float) -> None:
    """Start a command and kill it so long after its work began."""
    lock = settings.index.parent / "preparing.lock"
    lock.unlink(missing_ok=True)
    process = subprocess.Popen(
        [sys.executable, "-m", "scripts", *command],
        cwd=ROOT,
        env=os.environ | places_of(settings),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while not lock.exists():
        assert process.poll() is None, "the command ended before it began"
        time.sleep(0.002)
    time.sleep(delay)
    process.kill()
    process.wait()


def assert_whole(settings: Settings, language: Language) -> None:
    """Database and index hold what the record files say, and nothing of a killed build."""
    expected, problems = read_records(settings.records, language.vocabulary)
    engine = storage.open_database(settings.database)
    with storage.open_session(engine) as session:
        stored = storage.list_records(session)
        revision = storage.get_revision(session)
    engine.dispose()
    snapshot = open_index(settings.index, language)
    found = search(snapshot, Request(page_size=100))

    assert not problems
    assert {one.id: one for one in stored} == {one.id: one for one in expected}
    assert snapshot.catalogue_revision == revision
    assert sorted(hit.id for hit in found.hits) == sorted(one.id for one in expected)


def assert_old_or_new(settings: Settings, language: Language, before: set[str]) -> None:
    """What a server would serve right after the kill is one catalogue, whole."""
    records, _ = read_records(settings.records, language.vocabulary)
    try:
        served = {fact.id for fact in open_index(settings.index, language).facts}
    except IndexMissing:
        served = set()
    assert served in (before, {record.id for record in records})


@pytest.mark.long
def test_what_was_killed_anywhere_is_put_right_by_the_next_run(
    own: Settings, language: Language
) -> None:
    chance = random.Random(7)  # noqa: S311 - reproducible, no secret
    before: set[str] = set()
    for number in range(KILLS):
        put_other_records(own, chance)

        kill(own, COMMANDS[number % len(COMMANDS)], chance.uniform(0, LONGEST_WORK))

        assert_old_or_new(own, language, before)
        prepare(own)
        assert_whole(own, language)
        before = {fact.id for fact in open_index(own.index, language).facts}


def test_what_killed_builds_left_is_gone_after_the_next_build(
    own: Settings, language: Language
) -> None:
    put_other_records(own, random.Random(1))  # noqa: S311 - reproducible, no secret
    prepare(own)
    (own.index / "0123456789ab-01234567").mkdir()
    (own.index / "current.01234567").write_text("half")
    (own.index / "notes").mkdir()

    prepare(own, rebuild=True)

    assert_whole(own, language)
    assert len(list(own.index.iterdir())) == len({"generation", "current", "notes"})
