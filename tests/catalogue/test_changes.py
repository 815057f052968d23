"""What the changes of several imports come to, and what an import notes of them."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from catalogue import storage
from catalogue.changes import Change, ChangeKind, sum_up
from catalogue.files import format_record
from catalogue.importing import import_records
from catalogue.records import TrialAction
from catalogue.vocabulary import Vocabulary

MakeRecord = Callable[..., TrialAction]
ADDED, CHANGED, REMOVED = ChangeKind

COME_TO = {
    "added": ([ADDED], ADDED),
    "added, then changed": ([ADDED, CHANGED], ADDED),
    "added, then removed": ([ADDED, REMOVED], None),
    "changed twice": ([CHANGED, CHANGED], CHANGED),
    "changed, then removed": ([CHANGED, REMOVED], REMOVED),
    "removed, then added again": ([REMOVED, ADDED], CHANGED),
    "removed, added and removed": ([REMOVED, ADDED, REMOVED], REMOVED),
}


@pytest.mark.parametrize(("kinds", "sum_"), COME_TO.values(), ids=COME_TO)
def test_changes_come_to_the_difference_they_have_made(
    kinds: list[ChangeKind], sum_: ChangeKind | None
) -> None:
    changes = sum_up(Change("odder-trivsel", kind) for kind in kinds)

    assert [change.kind for change in changes] == ([sum_] if sum_ else [])


@given(states=st.lists(st.dictionaries(st.sampled_from("abc"), st.integers(0, 2)), min_size=2))
def test_whoever_follows_the_changes_knows_what_is_there(states: list[dict[str, int]]) -> None:
    changes: list[Change] = []
    for old, new in pairwise(states):
        changes += [Change(key, REMOVED) for key in old.keys() - new.keys()]
        changes += [Change(key, ADDED) for key in new.keys() - old.keys()]
        changes += [Change(key, CHANGED) for key in old if new.get(key, old[key]) != old[key]]
    told = {change.trial_action: change.kind for change in sum_up(changes)}

    first, last = states[0], states[-1]
    assert {key for key, kind in told.items() if kind is ADDED} == last.keys() - first.keys()
    assert {key for key, kind in told.items() if kind is REMOVED} == first.keys() - last.keys()
    assert {key for key in first.keys() & last.keys() if first[key] != last[key]} <= told.keys()


def _write(folder: Path, *records: TrialAction) -> None:
    for path in folder.glob("*.yaml"):
        path.unlink()
    for record in records:
        (folder / f"{record.id}.yaml").write_text(format_record(record), "utf-8")


def test_an_import_notes_what_it_changed_and_the_same_import_again_nothing(
    session: Session, tmp_path: Path, vocabulary: Vocabulary, make_record: MakeRecord
) -> None:
    folder = tmp_path / "records"
    folder.mkdir()
    _write(folder, make_record(), make_record("odder-andet"))
    import_records(session, folder, vocabulary)
    first = storage.get_revision(session)
    _write(folder, make_record(title="Ny titel"))
    import_records(session, folder, vocabulary)
    noted = storage.get_last_change(session)
    import_records(session, folder, vocabulary)

    assert storage.get_last_change(session) == noted == 4
    assert storage.find_changes(session, first) == [
        Change("odder-trivsel", CHANGED),
        Change("odder-andet", REMOVED),
    ]
    assert storage.find_changes(session, storage.get_revision(session)) == []
    assert storage.find_changes(session, "unknown") is None


def test_the_oldest_changes_are_forgotten(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "MOST_CHANGES", 2)
    for number in range(4):
        storage.add_changes(session, [Change(f"odder-{number}", ADDED)], f"revision-{number}")

    assert storage.find_changes(session, "revision-1") is None
    assert storage.find_changes(session, "revision-2") == [Change("odder-3", ADDED)]
