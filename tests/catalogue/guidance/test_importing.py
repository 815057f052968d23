"""Guidance travels between files and database as records do."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlmodel import Session

from catalogue import storage as trial_actions
from catalogue.collection import ImportReport
from catalogue.guidance import storage
from catalogue.guidance.files import format_guidance
from catalogue.guidance.importing import GUIDANCE, import_guidance
from catalogue.guidance.records import Guidance
from catalogue.storage import open_session
from catalogue.vocabulary import Vocabulary
from tests.catalogue.guidance.conftest import MakeGuidance


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _write(folder: Path, *guidance: Guidance) -> None:
    for one in guidance:
        (folder / f"{one.id}.yaml").write_text(format_guidance(one), encoding="utf-8")


def test_exporting_what_was_imported_writes_the_real_files_byte_for_byte(
    session: Session, guidance_folder: Path, tmp_path: Path, vocabulary: Vocabulary
) -> None:
    report = import_guidance(session, guidance_folder, vocabulary)
    session.expunge_all()

    assert (report.problems, len(report.added)) == ([], 4)
    assert GUIDANCE.export(session, tmp_path / "exported") == 4
    assert _contents(tmp_path / "exported") == _contents(guidance_folder)


# With a database behind each example, shrinking one that fails would take minutes.
@settings(
    max_examples=12,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(data=st.data())
def test_importing_any_guidance_twice_changes_nothing_and_exporting_writes_it_back(
    data: st.DataObject,
    any_guidance: st.SearchStrategy[Guidance],
    shared_engine: Engine,
    vocabulary: Vocabulary,
) -> None:
    guidance = data.draw(st.lists(any_guidance, max_size=2, unique_by=lambda one: one.id))

    with TemporaryDirectory() as name, open_session(shared_engine) as session:
        given_files, exported = Path(name, "given"), Path(name, "exported")
        given_files.mkdir()
        _write(given_files, *guidance)
        first = import_guidance(session, given_files, vocabulary)
        revision = storage.get_guidance_revision(session)
        second = import_guidance(session, given_files, vocabulary)
        GUIDANCE.export(session, exported)

        ids = sorted(one.id for one in guidance)
        assert (sorted(first.added), first.problems) == (ids, [])
        assert second == ImportReport(unchanged=ids)
        assert storage.get_guidance_revision(session) == revision
        assert _contents(exported) == _contents(given_files)


def test_an_import_tells_what_was_added_changed_left_and_removed(
    session: Session, tmp_path: Path, make_guidance: MakeGuidance, vocabulary: Vocabulary
) -> None:
    _write(tmp_path, *map(make_guidance, ("a", "b", "c")))
    import_guidance(session, tmp_path, vocabulary)
    (tmp_path / "a.yaml").unlink()
    _write(tmp_path, make_guidance("b", title="Nyt"), make_guidance("d"))

    report = import_guidance(session, tmp_path, vocabulary)

    assert report == ImportReport(added=["d"], changed=["b"], unchanged=["c"], removed=["a"])
    assert [one.id for one in storage.list_guidance(session)] == ["c", "d", "b"]
    assert storage.list_guidance(session)[-1].title == "Nyt"


def test_a_refused_file_is_told_while_the_others_load_and_what_is_stored_stays(
    session: Session, tmp_path: Path, make_guidance: MakeGuidance, vocabulary: Vocabulary
) -> None:
    _write(tmp_path, make_guidance("a"), make_guidance("b"))
    import_guidance(session, tmp_path, vocabulary)
    (tmp_path / "a.yaml").write_text("id: a", "utf-8")
    _write(tmp_path, make_guidance("b", title="Nyt"))

    report = import_guidance(session, tmp_path, vocabulary)

    assert {problem.file for problem in report.problems} == {"a.yaml"}
    assert (report.changed, report.removed) == (["b"], [])
    assert make_guidance("a") in storage.list_guidance(session)


def test_a_catalogue_may_be_without_guidance(
    session: Session, tmp_path: Path, vocabulary: Vocabulary
) -> None:
    assert import_guidance(session, tmp_path / "none", vocabulary) == ImportReport()


def test_changed_guidance_has_a_revision_of_its_own_and_leaves_that_of_the_trial_actions(
    session: Session, guidance_folder: Path, tmp_path: Path, vocabulary: Vocabulary
) -> None:
    folder = shutil.copytree(guidance_folder, tmp_path / "guidance")
    import_guidance(session, folder, vocabulary)
    before = storage.get_guidance_revision(session), trial_actions.get_revision(session)
    next(folder.iterdir()).unlink()

    import_guidance(session, folder, vocabulary)

    after = storage.get_guidance_revision(session), trial_actions.get_revision(session)
    assert (before[0] != after[0], before[1] == after[1]) == (True, True)
