"""``draft-record``: from the file of a plan to a record that the catalogue takes in and finds."""

import shutil
from pathlib import Path

import pytest

from app.settings import DATA, Settings
from catalogue.plan_files import format_plan
from catalogue.plans import Plan
from catalogue.vocabulary import load_vocabulary
from index.language import load_language
from index.opening import open_index
from index.results import Request
from index.searching import search
from scripts.preparing import prepare
from tests.commanding import Told, command
from tests.whole_plan import WHOLE

ID = "odder-naervaer-aaskolen"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A catalogue of one's own, with the vocabulary and no records."""
    folder = tmp_path / "data"
    shutil.copytree(DATA / "vocabulary", folder / "vocabulary")
    shutil.copytree(DATA / "guidance", folder / "guidance")
    (folder / "records").mkdir()
    return folder


def run(data: Path, *typed: object) -> Told:
    return command({"CATALOGUE_DATA": str(data)}, *typed)


def save(plan: Plan, folder: Path) -> Path:
    path = folder / "plan.proevehandling.json"
    path.write_bytes(format_plan(plan))
    return path


def test_the_draft_of_a_whole_plan_passes_the_check_and_is_found(
    data: Path, tmp_path: Path
) -> None:
    drafted = run(data, "draft-record", save(WHOLE, tmp_path), data / "records")

    assert drafted.returncode == 0, drafted.stderr
    assert drafted.stdout == f"draft written to {data / 'records' / ID}.yaml\n"
    checked = run(data, "check-records", data / "records")
    assert (checked.returncode, checked.stdout) == (0, "1 records read, 0 problems\n")
    assert find(data, "morgenvækkerne") == [ID]


def find(data: Path, question: str) -> list[str]:
    settings = Settings(
        data=data, database=f"sqlite:///{data / 'c.sqlite'}", index=data / "build" / "index"
    )
    assert not prepare(settings).report.problems
    language = load_language(settings.vocabulary, load_vocabulary(settings.vocabulary))
    snapshot = open_index(settings.index, language)
    return [hit.id for hit in search(snapshot, Request(q=question)).hits]


def test_without_a_folder_the_draft_is_printed(data: Path, tmp_path: Path) -> None:
    drafted = run(data, "draft-record", save(WHOLE, tmp_path))

    assert drafted.returncode == 0
    assert drafted.stdout.startswith(f"id: {ID}\ntitle: Nærvær på Åskolen\n")


def test_what_is_lacking_is_listed_and_the_exit_is_honest(data: Path, tmp_path: Path) -> None:
    drafted = run(data, "draft-record", save(Plan(title="Nærvær"), tmp_path), tmp_path / "out")

    assert drafted.returncode == 1
    assert "themes: at least one is needed" in drafted.stderr
    assert "municipality: it is empty" in drafted.stderr
    assert (tmp_path / "out" / "naervaer.yaml").exists()


def test_a_record_that_is_there_is_never_written_over(data: Path, tmp_path: Path) -> None:
    plan = save(WHOLE, tmp_path)
    run(data, "draft-record", plan, data / "records")
    path = data / "records" / f"{ID}.yaml"
    path.write_text("rettet af en redaktør", "utf-8")

    again = run(data, "draft-record", plan, data / "records")

    assert again.returncode == 1
    assert f"the id '{ID}' is another record's" in again.stderr
    assert path.read_text("utf-8") == "rettet af en redaktør"


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"hat", "error: not JSON in UTF-8"), (b"{}", "error: the format is not"), (None, "error: ")],
    ids=["broken", "foreign", "missing"],
)
def test_what_is_no_plan_is_refused_in_one_line(
    data: Path, tmp_path: Path, content: bytes | None, told: str
) -> None:
    path = tmp_path / "plan.json"
    if content is not None:
        path.write_bytes(content)

    refused = run(data, "draft-record", path)

    assert refused.returncode == 1
    assert refused.stderr.startswith(told)
    assert len(refused.stderr.splitlines()) == 1
