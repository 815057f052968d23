"""The files are the truth: an import makes the database equal to them, an export restores them."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlmodel import Session

from catalogue import storage
from catalogue.errors import DatabaseUnusable, Problem
from catalogue.files import format_record
from catalogue.importing import (
    TRIAL_ACTIONS,
    ImportReport,
    export_records,
    find_form_problems,
    import_records,
    read_records,
)
from catalogue.records import TrialAction
from catalogue.storage import open_session
from catalogue.vocabulary import Vocabulary

MakeRecord = Callable[..., TrialAction]

# With a database behind each example, shrinking one that fails would take minutes.
LAW = settings(
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)

# What a person can do to a good file, and the answer: line, reason, is it said what is allowed.
BREAKAGES: dict[str, tuple[bytes, bytes, int, str, bool]] = {
    "missing-field": (b"title: Trivsel for alle\n", b"", 1, "title: Field required", False),
    "unknown-theme": (b"[trivsel-og", b"[ro, trivsel-og", 10, "themes.0: unknown theme 'ro'", True),
    "bad-block-id": (b"id: problem-1", b"id: goals-1", 17, "must be 'problem-' and a num", False),
    "wrong-lines": (b"lines: [2, 2]", b"lines: [2, 21]", 19, "lines outside the record's", False),
    "doubled-key": (b"levels:", b"title: Igen\nlevels:", 12, "field 'title' stands twice", False),
    "another-id": (b"id: odder-b", b"id: odder-x", 1, "id 'odder-x' is not the file's name", True),
    "doubled-id": (
        b"id: odder-b",
        b"id: odder-a",
        1,
        "duplicate id 'odder-a': odder-a",
        False,
    ),
}
SPOILINGS = {
    "another title": "UPDATE trial_action SET title = 'Andet' WHERE id = 'odder-b'",
    "another text": "UPDATE block SET text = 'Andet' WHERE trial_action = 'odder-b'",
    "a theme missing": "DELETE FROM trial_action_term WHERE trial_action = 'odder-b'",
}
NO_RECORDS: dict[str, tuple[bytes, str]] = {
    "not-yaml": (b"title: a: b", "not YAML"),
    "not-utf-8": ("title: Sorø".encode("latin-1"), "cannot be read as UTF-8"),
    "control-character": (b"title: a\x01b", "not YAML"),
    "empty": (b"", "a record is a YAML mapping"),
    "list": (b"- a", "a record is a YAML mapping"),
    "scalar": (b"a", "a record is a YAML mapping"),
}


def _write(folder: Path, *records: TrialAction) -> None:
    for record in records:
        (folder / f"{record.id}.yaml").write_text(format_record(record), encoding="utf-8")


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path, make_record: MakeRecord) -> Path:
    """A folder of three good files: odder-a, odder-b and odder-c."""
    folder = tmp_path / "records"
    folder.mkdir()
    _write(folder, *(make_record(name) for name in ("odder-a", "odder-b", "odder-c")))
    return folder


def test_exporting_the_imported_catalogue_writes_the_real_files_byte_for_byte(
    session: Session, records_folder: Path, tmp_path: Path, vocabulary: Vocabulary
) -> None:
    report = import_records(session, records_folder, vocabulary)
    session.expunge_all()
    count = export_records(session, tmp_path / "exported")

    assert report.problems == []
    assert len(report.added) == count >= 24
    assert _contents(tmp_path / "exported") == _contents(records_folder)


@settings(LAW, max_examples=12)
@given(data=st.data())
def test_importing_any_records_twice_changes_nothing_and_exporting_writes_them_back(
    data: st.DataObject,
    valid_records: st.SearchStrategy[TrialAction],
    shared_engine: Engine,
    vocabulary: Vocabulary,
) -> None:
    records = data.draw(st.lists(valid_records, min_size=1, max_size=2, unique_by=lambda r: r.id))

    with TemporaryDirectory() as name, open_session(shared_engine) as session:
        given_files, exported = Path(name, "given"), Path(name, "exported")
        given_files.mkdir()
        _write(given_files, *records)
        first = import_records(session, given_files, vocabulary)
        revision = storage.get_revision(session)
        second = import_records(session, given_files, vocabulary)
        export_records(session, exported)

        ids = sorted(record.id for record in records)
        assert (sorted(first.added), first.problems) == (ids, [])
        assert (sorted(second.unchanged), second.added, second.changed) == (ids, [], [])
        assert storage.get_revision(session) == revision
        assert _contents(exported) == _contents(given_files)


def test_a_second_import_of_the_real_records_changes_nothing(
    session: Session, records_folder: Path, vocabulary: Vocabulary
) -> None:
    first = import_records(session, records_folder, vocabulary)
    records, revision = storage.list_records(session), storage.get_revision(session)

    second = import_records(session, records_folder, vocabulary)

    assert second == ImportReport(unchanged=first.added)
    assert storage.list_records(session) == records
    assert storage.get_revision(session) == revision


def test_an_import_and_its_proof_write_no_file(
    session: Session, folder: Path, vocabulary: Vocabulary
) -> None:
    def write(record: TrialAction) -> str:
        pytest.fail(f"{record.id} is written, which takes longer than all the rest")

    collection = replace(TRIAL_ACTIONS, format=write)
    for _ in ("added", "unchanged"):
        report = collection.store(session, *collection.read_folder(folder, vocabulary))
        records = collection.list_verified(session, report)

        assert [record.id for record in records] == ["odder-a", "odder-b", "odder-c"]


@pytest.mark.parametrize("statement", SPOILINGS.values(), ids=SPOILINGS)
@pytest.mark.parametrize("is_refused", [False, True], ids=["read", "refused"])
def test_a_record_that_is_not_what_was_stored_is_found_whether_its_file_is_read_or_not(
    statement: str, is_refused: bool, session: Session, folder: Path, vocabulary: Vocabulary
) -> None:
    import_records(session, folder, vocabulary)
    session.connection().exec_driver_sql(statement)
    if is_refused:
        (folder / "odder-b.yaml").write_text("ikke YAML: [")
    report = import_records(session, folder, vocabulary)

    with pytest.raises(DatabaseUnusable) as raised:
        TRIAL_ACTIONS.list_verified(session, report)
    assert raised.value.is_damaged


def test_an_import_tells_what_was_added_changed_left_and_removed(
    session: Session, folder: Path, make_record: MakeRecord, vocabulary: Vocabulary
) -> None:
    import_records(session, folder, vocabulary)
    (folder / "odder-a.yaml").unlink()
    _write(folder, make_record("odder-b", title="Ny titel"), make_record("odder-d"))

    report = import_records(session, folder, vocabulary)

    assert report == ImportReport(
        added=["odder-d"], changed=["odder-b"], unchanged=["odder-c"], removed=["odder-a"]
    )
    assert list(storage.list_digests(session)) == ["odder-b", "odder-c", "odder-d"]
    assert storage.find_records(session, ["odder-b"])[0].title == "Ny titel"


@pytest.mark.parametrize("breakage", BREAKAGES.values(), ids=BREAKAGES.keys())
def test_a_refused_file_is_told_while_the_others_load_and_what_is_stored_stays(
    breakage: tuple[bytes, bytes, int, str, bool],
    session: Session,
    folder: Path,
    make_record: MakeRecord,
    vocabulary: Vocabulary,
) -> None:
    sound, broken, line, reason, allows = breakage
    import_records(session, folder, vocabulary)
    path = folder / "odder-b.yaml"
    assert path.read_bytes().count(sound) == 1
    path.write_bytes(path.read_bytes().replace(sound, broken))
    _write(folder, make_record("odder-c", title="Ny titel"), make_record("odder-d"))

    report = import_records(session, folder, vocabulary)

    (problem,) = report.problems
    assert (problem.file, problem.line) == ("odder-b.yaml", line)
    assert reason in problem.reason
    assert bool(problem.allowed) == allows
    assert (report.added, report.changed, report.removed) == (["odder-d"], ["odder-c"], [])
    assert storage.find_records(session, ["odder-b"])[0] == make_record("odder-b")


@pytest.mark.parametrize(("content", "reason"), NO_RECORDS.values(), ids=NO_RECORDS.keys())
def test_a_file_that_holds_no_record_is_told_while_the_others_load(
    content: bytes, reason: str, session: Session, folder: Path, vocabulary: Vocabulary
) -> None:
    (folder / "odder-b.yaml").write_bytes(content)

    report = import_records(session, folder, vocabulary)

    (problem,) = report.problems
    assert (problem.file, problem.line) == ("odder-b.yaml", 1)
    assert reason in problem.reason
    assert report.added == ["odder-a", "odder-c"]


def test_nothing_is_removed_while_any_file_is_refused(
    session: Session, folder: Path, vocabulary: Vocabulary
) -> None:
    import_records(session, folder, vocabulary)
    (folder / "odder-a.yaml").unlink()
    sound = (folder / "odder-b.yaml").read_bytes()
    (folder / "odder-b.yaml").write_bytes(b"title: [")

    refused = import_records(session, folder, vocabulary)

    assert refused.removed == []
    assert list(storage.list_digests(session)) == ["odder-a", "odder-b", "odder-c"]

    (folder / "odder-b.yaml").write_bytes(sound)
    mended = import_records(session, folder, vocabulary)

    assert mended.removed == ["odder-a"]
    assert list(storage.list_digests(session)) == ["odder-b", "odder-c"]


@pytest.mark.parametrize("exists", [True, False], ids=["empty", "missing"])
def test_a_folder_without_records_is_a_problem_and_empties_nothing(
    exists: bool, session: Session, folder: Path, vocabulary: Vocabulary
) -> None:
    import_records(session, folder, vocabulary)
    shutil.rmtree(folder)
    if exists:
        folder.mkdir()

    report = import_records(session, folder, vocabulary)

    assert report.problems == [Problem("records", 1, "the folder holds no record file (*.yaml)")]
    assert len(storage.list_digests(session)) == 3


def test_files_that_are_no_records_are_left_alone(folder: Path, vocabulary: Vocabulary) -> None:
    (folder / "README.md").write_text("Læs mig")

    records, problems = read_records(folder, vocabulary)

    assert [record.id for record in records] == ["odder-a", "odder-b", "odder-c"]
    assert problems == []


def test_a_folder_named_like_a_record_is_a_problem(folder: Path, vocabulary: Vocabulary) -> None:
    (folder / "odder-d.yaml").mkdir()

    records, problems = read_records(folder, vocabulary)

    assert len(records) == 3
    assert [problem.file for problem in problems] == ["odder-d.yaml"]


def test_importing_commits_nothing(engine: Engine, folder: Path, vocabulary: Vocabulary) -> None:
    with open_session(engine) as session:
        import_records(session, folder, vocabulary)

    with open_session(engine) as session:
        assert storage.list_digests(session) == {}


def test_exporting_an_empty_database_writes_nothing(session: Session, tmp_path: Path) -> None:
    assert export_records(session, tmp_path / "exported") == 0
    assert _contents(tmp_path / "exported") == {}


def test_the_real_files_are_all_in_canonical_form(
    records_folder: Path, vocabulary: Vocabulary
) -> None:
    assert list(find_form_problems(records_folder, vocabulary)) == []


FORMS = {
    "list-over-several-lines": (b"levels: [indskoling]", b"levels:\n- indskoling", 12),
    "quotes-without-need": (b"municipality: odder", b'municipality: "odder"', 6),
    "a-comment": (b"municipality:", b"# Husk\nmunicipality:", 6),
    "space-at-the-end-of-a-line": (b"municipality: odder", b"municipality: odder ", 6),
    "windows-line-ends": (b"\n", b"\r\n", 1),
    "byte-order-mark": (b"id: odder-b", b"\xef\xbb\xbfid: odder-b", 1),
}


@pytest.mark.parametrize(("canonical", "other", "line"), FORMS.values(), ids=FORMS.keys())
def test_a_valid_file_in_another_form_is_found_at_the_first_line_that_differs(
    canonical: bytes, other: bytes, line: int, folder: Path, vocabulary: Vocabulary
) -> None:
    path = folder / "odder-b.yaml"
    path.write_bytes(path.read_bytes().replace(canonical, other))

    problems = list(find_form_problems(folder, vocabulary))

    reason = "not in canonical form; 'format-records' writes it"
    assert problems == [Problem("odder-b.yaml", line, reason)]
    assert read_records(folder, vocabulary)[1] == []


@pytest.mark.parametrize("change", ["missing", "doubled"])
def test_the_end_of_the_file_belongs_to_its_form(
    change: str, folder: Path, vocabulary: Vocabulary
) -> None:
    path = folder / "odder-b.yaml"
    content = path.read_bytes()
    path.write_bytes(content[:-1] if change == "missing" else content + b"\n")

    (problem,) = find_form_problems(folder, vocabulary)

    rows = content.count(b"\n")
    assert problem.line == (rows if change == "missing" else rows + 1)


def test_the_form_of_a_refused_file_is_not_judged(folder: Path, vocabulary: Vocabulary) -> None:
    (folder / "odder-b.yaml").write_bytes(b"title: [")

    assert list(find_form_problems(folder, vocabulary)) == []
