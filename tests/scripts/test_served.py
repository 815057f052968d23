"""Services as they are started: several at once, of several processes, and in bad company."""

import json
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from time import sleep

import pytest

from app.current_index import PAUSE
from app.settings import DATA, Settings
from scripts.preparing import prepare
from tests.commanding import command
from tests.serving import fetch, free_port, places_of, served, start, wait_for
from tests.small import RECORDS, make_small, settings_in

STATUS = "/api/v1/status"
ALL = "/api/v1/trial-actions?page_size=100"
SEARCH = "/api/v1/trial-actions?q=skole&page_size=100"


@pytest.fixture
def bare(tmp_path: Path) -> Settings:
    """A few records of its own, with no database or index yet."""
    return make_small(tmp_path / "bare")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A few records with their database and index, which no test changes."""
    settings = make_small(tmp_path_factory.mktemp("shared"))
    assert prepare(settings).built
    return settings


@pytest.fixture
def own(shared: Settings, tmp_path: Path) -> Settings:
    """A copy that a test may spoil."""
    return settings_in(Path(shutil.copytree(shared.data, tmp_path / "own")))


@pytest.fixture(scope="module")
def address(shared: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A service of these records, which no test spoils."""
    with served(shared, tmp_path_factory.mktemp("log") / "log") as address:
        yield address


def database_of(settings: Settings) -> Path:
    return Path(settings.database.removeprefix("sqlite:///"))


def test_two_that_start_at_once_on_nothing_both_serve_the_whole_catalogue(
    bare: Settings, tmp_path: Path
) -> None:
    ports = [free_port(), free_port()]
    both = [start(bare, tmp_path / f"log-{port}", port=port) for port in ports]
    try:
        for process, port in zip(both, ports, strict=True):
            address = wait_for(process, port)
            assert fetch(f"{address}{STATUS}").json()["trial_actions"] == RECORDS
            assert fetch(f"{address}/readyz").status_code == 200
            assert fetch(f"{address}{SEARCH}").json()["total"] == RECORDS
    finally:
        for process in both:
            process.terminate()
            process.wait(timeout=30)


def test_a_port_that_is_taken_is_refused_and_the_first_goes_on(
    shared: Settings, address: str, tmp_path: Path
) -> None:
    second = start(shared, tmp_path / "second", port=int(address.rpartition(":")[2]))

    assert second.wait(timeout=240) != 0
    assert "address already in use" in (tmp_path / "second").read_text()
    assert fetch(f"{address}/readyz").status_code == 200


@pytest.mark.long
def test_another_catalogue_reaches_every_process(own: Settings, tmp_path: Path) -> None:
    with served(own, tmp_path / "log", "--workers", "3") as address:
        before = ask_apart(address)
        for path in sorted((DATA / "records").glob("*.yaml"))[RECORDS:10]:
            shutil.copy(path, own.records)
        prepare(own)
        sleep(2 * PAUSE)
        # The first that each process gets makes it look.
        ask_apart(address)
        after = ask_apart(address)

    assert {answer["total"] for answer in before} == {RECORDS}
    assert {answer["total"] for answer in after} == {10}


def ask_apart(address: str) -> list[dict[str, int]]:
    """Ask over as many connections at once as no one process gets all of."""
    with ThreadPoolExecutor(12) as askers:
        return list(askers.map(lambda _: fetch(f"{address}{ALL}").json(), range(60)))


def test_a_service_answers_while_another_keeps_the_database_locked(
    shared: Settings, address: str
) -> None:
    with closing(sqlite3.connect(database_of(shared), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        assert fetch(f"{address}{SEARCH}").json()["total"] == RECORDS
        assert fetch(f"{address}/readyz").json()["database"] == "answers"


def test_a_database_deleted_under_a_service_never_makes_the_catalogue_look_empty(
    own: Settings, tmp_path: Path
) -> None:
    with served(own, tmp_path / "log") as address:
        before = fetch(f"{address}{SEARCH}").json()
        for path in own.index.parent.glob("catalogue.sqlite*"):
            path.unlink()
        with ThreadPoolExecutor(12) as askers:
            answers = list(askers.map(lambda _: fetch(f"{address}{SEARCH}"), range(60)))

        assert {answer.status_code for answer in answers} <= {200, 503}
        assert all(answer.json() == before for answer in answers if answer.status_code == 200)

        prepare(own)
        assert fetch(f"{address}{SEARCH}").json()["items"] == before["items"]


def test_what_is_made_belongs_to_its_owner_alone(shared: Settings, address: str) -> None:
    assert fetch(f"{address}{STATUS}").status_code == 200
    made = [shared.index.parent, *shared.index.parent.rglob("*")]

    open_to_others = [p.name for p in made if p.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)]
    assert open_to_others == []


def test_an_index_that_others_could_have_written_is_not_read(own: Settings) -> None:
    assert not prepare(own).built
    own.index.chmod(0o777)

    assert prepare(own).built
    assert stat.S_IMODE(own.index.stat().st_mode) == 0o700
    assert not prepare(own).built


@pytest.mark.parametrize("place", ["CATALOGUE_INDEX", "CATALOGUE_DATABASE", "CATALOGUE_DATA"])
def test_a_place_below_a_file_is_refused_in_one_line(
    shared: Settings, tmp_path: Path, place: str
) -> None:
    (tmp_path / "file").write_text("not a folder")
    below = f"{tmp_path}/file/below"
    moved = {place: f"sqlite:///{below}" if place == "CATALOGUE_DATABASE" else below}
    result = command(places_of(shared) | moved, "serve", "--port", free_port())

    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("error: ")
    assert len(result.stderr.splitlines()) == 1


def test_the_service_listens_on_this_machine_only_unless_told(address: str) -> None:
    port = int(address.rpartition(":")[2])
    listening = Path("/proc/net/tcp").read_text("ascii").splitlines()[1:]
    fields = [line.split() for line in listening]
    addresses = {
        f[1].split(":")[0] for f in fields if f[3] == "0A" and f[1].endswith(f":{port:04X}")
    }

    assert addresses == {"0100007F"}
    everywhere = Path("/proc/net/tcp6").read_text("ascii")
    assert f":{port:04X} " not in everywhere


def test_the_log_of_a_service_that_is_told_nothing_is_empty(own: Settings, tmp_path: Path) -> None:
    with served(own, tmp_path / "log") as address:
        fetch(f"{address}{SEARCH}")

    assert (tmp_path / "log").read_text() == ""


def test_a_fault_is_a_line_of_json_too(own: Settings, tmp_path: Path) -> None:
    with served(own, tmp_path / "log", CATALOGUE_LOGS="1") as address:
        database_of(own).write_bytes(b"spoilt" * 1_000)
        for path in own.index.parent.glob("catalogue.sqlite-*"):
            path.unlink()
        assert fetch(f"{address}/readyz").status_code == 503

    for line in (tmp_path / "log").read_text("utf-8").splitlines():
        assert json.loads(line)["level"]
