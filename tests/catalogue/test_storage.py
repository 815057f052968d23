"""What is put into the database comes out again, whole, in order, or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, func, text
from sqlmodel import Session, SQLModel, select

from catalogue import storage
from catalogue.errors import DatabaseUnusable
from catalogue.records import TrialAction
from catalogue.storage import open_database, open_session
from catalogue.tables import BlockRow, SchoolRow, StakeholderRow, TermRow, TrialActionRow

MakeRecord = Callable[..., TrialAction]

# With a database behind each example, shrinking one that fails would take minutes.
LAW = settings(
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)

TABLES: list[type[SQLModel]] = [TrialActionRow, SchoolRow, TermRow, BlockRow, StakeholderRow]


def _count_rows(session: Session) -> list[int]:
    return [session.exec(select(func.count()).select_from(table)).one() for table in TABLES]


@settings(LAW, max_examples=30)
@given(data=st.data())
def test_a_record_that_was_put_is_got_back_equal(
    data: st.DataObject, valid_records: st.SearchStrategy[TrialAction], shared_engine: Engine
) -> None:
    record = data.draw(valid_records)

    with open_session(shared_engine) as session:
        storage.put_record(session, record, "digest")
        # Ask the database, not what the session remembers.
        session.expunge_all()

        assert storage.find_records(session, [record.id])[0] == record


@settings(LAW, max_examples=12)
@given(data=st.data())
def test_putting_another_record_under_the_same_id_leaves_nothing_of_the_first(
    data: st.DataObject, valid_records: st.SearchStrategy[TrialAction], shared_engine: Engine
) -> None:
    first, second = data.draw(valid_records), data.draw(valid_records)
    second = _renamed(second, first.id)

    with open_session(shared_engine) as session:
        storage.put_record(session, second, "digest")
        rows = _count_rows(session)
        storage.put_record(session, first, "digest")
        storage.put_record(session, second, "digest")

        assert storage.find_records(session, [first.id])[0] == second
        assert _count_rows(session) == rows


def _renamed(record: TrialAction, record_id: str) -> TrialAction:
    text = record.model_dump_json().replace(f'"{record.id}#', f'"{record_id}#')
    renamed = TrialAction.model_validate_json(text.replace(f'"{record.id}"', f'"{record_id}"', 1))
    assert renamed.id == record_id
    return renamed


def test_a_changed_record_is_seen_by_the_session_that_read_the_old_one(
    session: Session, make_record: MakeRecord
) -> None:
    storage.put_record(session, make_record(), "old")
    storage.find_records(session, ["odder-trivsel"])[0]

    storage.put_record(session, make_record(title="Ny titel", schools=[]), "new")

    assert storage.find_records(session, ["odder-trivsel"])[0].title == "Ny titel"
    assert storage.find_records(session, ["odder-trivsel"])[0].schools == ()
    assert storage.list_digests(session) == {"odder-trivsel": "new"}


@pytest.mark.parametrize(
    "odd", ["", "%", "' OR 1=1 --", "odder-trivsel#problem-1", "ODDER-TRIVSEL"]
)
def test_an_odd_id_is_only_an_unknown_one(
    odd: str, session: Session, make_record: MakeRecord
) -> None:
    storage.put_record(session, make_record(), "digest")

    assert storage.find_records(session, [odd]) == []


def test_a_removed_record_leaves_nothing_behind(session: Session, make_record: MakeRecord) -> None:
    storage.put_record(session, make_record(), "digest")
    assert all(_count_rows(session))

    storage.remove_record(session, "odder-trivsel")

    assert _count_rows(session) == [0, 0, 0, 0, 0]
    assert storage.find_records(session, ["odder-trivsel"]) == []


def test_removing_one_record_leaves_the_others(session: Session, make_record: MakeRecord) -> None:
    kept = make_record("odder-andet")
    storage.put_record(session, make_record(), "digest")
    storage.put_record(session, kept, "digest")

    storage.remove_record(session, "odder-trivsel")
    storage.remove_record(session, "skive")

    assert storage.list_records(session) == [kept]


def test_records_are_found_in_the_order_asked_for_without_the_unknown(
    session: Session, make_record: MakeRecord
) -> None:
    for name in ("odder-a", "odder-b", "odder-c"):
        storage.put_record(session, make_record(name), "digest")

    found = storage.find_records(session, ["odder-c", "skive", "odder-a"])

    assert [record.id for record in found] == ["odder-c", "odder-a"]


def test_asking_for_no_records_finds_none(session: Session) -> None:
    assert storage.find_records(session, []) == []


def test_more_ids_than_a_statement_takes_may_be_asked_for(
    session: Session, make_record: MakeRecord
) -> None:
    records = [make_record("odder-a"), make_record("odder-b")]
    for record in records:
        storage.put_record(session, record, "digest")
    others = [f"skive-{number}" for number in range(260_000)]

    assert storage.find_records(session, ["odder-a", *others, "odder-b"]) == records


def test_records_are_listed_in_the_order_of_their_source(
    session: Session, make_record: MakeRecord
) -> None:
    source = make_record().source.id
    for name, first in (("odder-a", 900), ("odder-b", 10), ("odder-c", 200)):
        lines = {"id": source, "lines": [first, first + 5]}
        record = make_record(name, source=lines, problem=[], experiences=[])
        storage.put_record(session, record, "digest")

    assert [r.id for r in storage.list_records(session)] == ["odder-b", "odder-c", "odder-a"]


def test_the_revision_tells_whether_the_catalogue_is_the_same(
    session: Session, make_record: MakeRecord
) -> None:
    empty = storage.get_revision(session)
    storage.put_record(session, make_record("odder-a"), "1")
    storage.put_record(session, make_record("odder-b"), "2")
    both = storage.get_revision(session)

    storage.put_record(session, make_record("odder-b"), "3")
    changed = storage.get_revision(session)
    storage.remove_record(session, "odder-a")
    storage.put_record(session, make_record("odder-b"), "2")
    storage.put_record(session, make_record("odder-a"), "1")

    assert len({empty, both, changed}) == 3
    assert storage.get_revision(session) == both


def test_what_is_not_committed_is_gone(engine: Engine, make_record: MakeRecord) -> None:
    with open_session(engine) as session:
        storage.put_record(session, make_record("odder-a"), "digest")
        session.commit()
        storage.put_record(session, make_record("odder-b"), "digest")

    with open_session(engine) as session:
        assert list(storage.list_digests(session)) == ["odder-a"]


def test_readers_go_on_while_another_writes(engine: Engine, make_record: MakeRecord) -> None:
    with open_session(engine) as writer, open_session(engine) as reader:
        reader.execute(text("BEGIN"))
        assert storage.list_records(reader) == []

        storage.put_record(writer, make_record(), "digest")
        writer.commit()

        assert storage.list_records(reader) == []
        reader.rollback()
        assert storage.list_records(reader) == [make_record()]


def test_the_database_keeps_its_records_when_it_is_opened_again(
    tmp_path: Path, make_record: MakeRecord
) -> None:
    url = f"sqlite:///{tmp_path / 'a' / 'folder' / 'of its own' / 'catalogue.db'}"
    first = open_database(url)
    with open_session(first) as session:
        storage.put_record(session, make_record(), "digest")
        session.commit()
    first.dispose()

    again = open_database(url)

    with open_session(again) as session:
        assert storage.list_records(session) == [make_record()]
    again.dispose()


def test_a_row_that_belongs_to_no_record_is_refused(engine: Engine) -> None:
    orphan = SchoolRow(trial_action="skive", position=0, id="skole", name="Skole")

    with (
        pytest.raises(DatabaseUnusable, match="FOREIGN KEY"),
        open_session(engine) as session,
    ):
        session.add(orphan)
        session.flush()


def test_a_file_that_is_not_sqlite_makes_the_database_unusable(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.db"
    path.write_text("Dette er et brev, ikke en database.\n" * 100)

    with pytest.raises(DatabaseUnusable, match=r"catalogue\.db: file is not a database"):
        open_database(f"sqlite:///{path}")

    assert path.read_text().startswith("Dette er et brev")


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnusable, match="unable to open database file"):
        open_database(f"sqlite:///{tmp_path}")


def test_a_database_below_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text("Kære alle")

    with pytest.raises(DatabaseUnusable, match=r"brev\.txt"):
        open_database(f"sqlite:///{tmp_path / 'brev.txt' / 'catalogue.db'}")


@pytest.mark.parametrize("url", ["", "catalogue.db", "floppy:///catalogue.db"])
def test_an_address_that_names_no_database_makes_it_unusable(url: str) -> None:
    with pytest.raises(DatabaseUnusable):
        open_database(url)


def test_a_password_in_the_address_is_never_told() -> None:
    with pytest.raises(DatabaseUnusable) as raised:
        open_database("floppy://me:hemmelig@host/catalogue")

    assert "hemmelig" not in str(raised.value)


def test_a_database_that_is_damaged_while_open_becomes_unusable(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE block_stakeholder"))
        connection.execute(text("DROP TABLE block"))

    with (
        pytest.raises(DatabaseUnusable, match="no such table: block"),
        open_session(engine) as session,
    ):
        storage.remove_record(session, "odder-trivsel")
