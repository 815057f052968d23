"""Records kept in memory, by the revision that they are of."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, event

from app.records import Records
from app.settings import Settings
from catalogue import storage
from catalogue.errors import UnknownTrialAction

ODDER = "odder-bedre-muligheder-for-alle"
SOROE = "soroe-foraeldrepartnerskaber"


@pytest.fixture
def engine(settings: Settings) -> Iterator[Engine]:
    engine = storage.open_database(settings.database)
    yield engine
    engine.dispose()


@pytest.fixture
def questions(engine: Engine) -> list[str]:
    """Every question that the database has been asked."""
    asked: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    return asked


@pytest.fixture
def revision(engine: Engine) -> str:
    with storage.open_session(engine) as session:
        return storage.get_revision(session)


def test_records_come_in_the_order_asked_for_and_unknown_ones_not_at_all(
    engine: Engine, revision: str
) -> None:
    found = Records(engine, revision).find([SOROE, "findes-ikke", ODDER])

    assert [record.id for record in found] == [SOROE, ODDER]


def test_all_records_come_source_by_source_in_its_order(engine: Engine, revision: str) -> None:
    with storage.open_session(engine) as session:
        expected = storage.list_records(session)

    assert Records(engine, revision).list_all() == expected


def test_a_record_is_read_once(engine: Engine, revision: str, questions: list[str]) -> None:
    records = Records(engine, revision)
    first = records.get(ODDER)
    questions.clear()

    assert records.get(ODDER) is first
    assert records.find([ODDER, ODDER]) == [first, first]
    assert questions == []


def test_a_record_of_another_revision_is_not_kept(engine: Engine, questions: list[str]) -> None:
    records = Records(engine, "before the import")
    records.get(ODDER)
    questions.clear()

    records.get(ODDER)
    assert questions


def test_an_unknown_id_is_raised(engine: Engine, revision: str) -> None:
    with pytest.raises(UnknownTrialAction, match="findes-ikke"):
        Records(engine, revision).get("findes-ikke")
