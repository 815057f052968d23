"""Keeping and finding records in the database; every query of the catalogue is here.

Nothing here commits: the front door that opened the session does, once.
"""

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session, SQLModel, col, create_engine, delete, func, select

from catalogue.changes import Change, ChangeKind
from catalogue.errors import DatabaseUnusable
from catalogue.records import SECTIONS, Block, Place, School, TrialAction
from catalogue.rows import (
    TERM_FIELDS,
    to_block,
    to_block_rows,
    to_row,
    to_school_rows,
    to_stakeholder_rows,
    to_term_rows,
)
from catalogue.tables import (
    BlockRow,
    ChangeRow,
    SchoolRow,
    StakeholderRow,
    TermRow,
    TrialActionRow,
)

# SQLite allows some 32,000 parameters in a statement; this stays well below.
BATCH = 5_000
# What the file holds is at fault, not its place or another process.
DAMAGE = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
# Who has not asked for so long is told everything.
MOST_CHANGES = 10_000
Part = TypeVar("Part", SchoolRow, TermRow, BlockRow)


def open_database(url: str) -> Engine:
    """Return the database at ``url`` with its tables made, or raise ``DatabaseUnusable``."""
    try:
        engine = _create_engine(make_url(url))
    except (ArgumentError, ImportError, OSError, ValueError) as error:
        # The address is none, its driver is not installed, or its folder cannot be made.
        raise DatabaseUnusable(f"the database cannot be used: {error}") from error
    try:
        SQLModel.metadata.create_all(engine)
    except DatabaseError as error:
        engine.dispose()
        raise _refuse(error, f"{engine.url.database}: ") from error
    return engine


def _refuse(error: DatabaseError, place: str = "") -> DatabaseUnusable:
    # A text that is not UTF-8 comes without a code; the low byte of a code is the kind of error.
    code = getattr(error.orig, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    is_damaged = isinstance(error.orig, sqlite3.DatabaseError) and code in DAMAGE
    return DatabaseUnusable(f"{place}{error.orig}", is_damaged=is_damaged)


def _create_engine(address: URL) -> Engine:
    if address.get_backend_name() != "sqlite":
        return create_engine(address)
    if address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(address)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "checkout", _refuse_replaced)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _: object) -> None:
    # Readers go on while an import writes, and two writers wait for each other.
    for pragma in ("journal_mode = WAL", "busy_timeout = 10000", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _refuse_replaced(connection: sqlite3.Connection, known: ConnectionPoolEntry, _: object) -> None:
    # A file that another process made anew is opened anew; until it has, the old one answers.
    path = connection.execute("PRAGMA database_list").fetchone()[2]
    file = Path(path).stat().st_ino if path and Path(path).exists() else None
    if known.info.setdefault("file", file) != file and file is not None:
        raise DisconnectionError


@contextmanager
def open_session(engine: Engine) -> Iterator[Session]:
    """Give a session that is rolled back unless committed; raise ``DatabaseUnusable``."""
    try:
        with Session(engine) as session:
            yield session
    except DatabaseError as error:
        raise _refuse(error) from error


def put_record(session: Session, record: TrialAction, digest: str) -> None:
    """Store the record in place of whatever stood under its id."""
    remove_record(session, record.id)
    session.add(to_row(record, digest))
    session.flush()
    session.add_all([*to_term_rows(record), *to_school_rows(record), *to_block_rows(record)])
    session.flush()
    session.add_all(to_stakeholder_rows(record))
    session.flush()


def remove_record(session: Session, record_id: str) -> None:
    """Remove a record with all its parts; nothing happens where there is none."""
    blocks = select(BlockRow.id).where(BlockRow.trial_action == record_id)
    session.exec(delete(StakeholderRow).where(col(StakeholderRow.block).in_(blocks)))
    for table in (BlockRow, SchoolRow, TermRow):
        session.exec(delete(table).where(col(table.trial_action) == record_id))
    session.exec(delete(TrialActionRow).where(col(TrialActionRow.id) == record_id))


def find_records(session: Session, ids: Sequence[str]) -> list[TrialAction]:
    """Return the records that exist among ``ids``, in the order asked for."""
    found: dict[str, TrialAction] = {}
    for start in range(0, len(ids), BATCH):
        rows = session.exec(
            select(TrialActionRow).where(col(TrialActionRow.id).in_(ids[start : start + BATCH]))
        ).all()
        found |= {record.id: record for record in _assemble(session, rows)}
    return [found[record_id] for record_id in ids if record_id in found]


def list_records(session: Session) -> list[TrialAction]:
    """Return every record, source by source in the source's order."""
    return find_records(session, list_ids(session))


def list_ids(session: Session) -> Sequence[str]:
    """Return the id of every record, source by source in the source's order."""
    return session.exec(
        select(TrialActionRow.id).order_by(
            col(TrialActionRow.source), col(TrialActionRow.first_line), col(TrialActionRow.id)
        )
    ).all()


def list_digests(session: Session) -> dict[str, str]:
    """Return the digest of each record, by its id."""
    rows = session.exec(
        select(TrialActionRow.id, TrialActionRow.digest).order_by(col(TrialActionRow.id))
    )
    return dict(rows.all())


def get_revision(session: Session) -> str:
    """Return the revision of the trial actions: equal exactly when all of them are equal."""
    content = "\n".join(f"{key} {digest}" for key, digest in list_digests(session).items())
    return hashlib.sha256(content.encode()).hexdigest()[:12]


def add_changes(session: Session, changes: Iterable[Change], revision: str) -> None:
    """Note what has led to a revision; the oldest changes beyond ``MOST_CHANGES`` are forgotten."""
    session.add_all(
        ChangeRow(revision=revision, trial_action=change.trial_action, kind=change.kind)
        for change in changes
    )
    session.flush()
    oldest = get_last_change(session) - MOST_CHANGES
    session.exec(delete(ChangeRow).where(col(ChangeRow.number) <= oldest))


def get_last_change(session: Session) -> int:
    """Return the number of the newest change, 0 where there is none."""
    return session.exec(select(func.max(ChangeRow.number))).one() or 0


def find_changes(session: Session, since: str) -> list[Change] | None:
    """Return all changes after a revision, the oldest first; none where it is not known."""
    last = select(func.max(ChangeRow.number)).where(col(ChangeRow.revision) == since)
    number = session.exec(last).one()
    if number is None:
        return None
    rows = session.exec(
        select(ChangeRow).where(col(ChangeRow.number) > number).order_by(col(ChangeRow.number))
    )
    return [Change(row.trial_action, ChangeKind(row.kind)) for row in rows]


def _assemble(session: Session, rows: Sequence[TrialActionRow]) -> Iterator[TrialAction]:
    ids = [row.id for row in rows]
    schools = _rows_by_record(session, SchoolRow, ids)
    terms = _rows_by_record(session, TermRow, ids)
    blocks = _rows_by_record(session, BlockRow, ids)
    stakeholders = _stakeholders_by_block(session, ids)
    for row in rows:
        sections: dict[str, list[Block]] = {section: [] for section in SECTIONS}
        for block in blocks[row.id]:
            sections[block.section].append(to_block(block, stakeholders[block.id]))
        lists = {
            field: [term.term for term in terms[row.id] if term.vocabulary == vocabulary]
            for vocabulary, field in TERM_FIELDS.items()
        }
        yield TrialAction.model_validate(
            {
                **row.model_dump(include={"id", "title", "headline", "summary", "municipality"}),
                "notes": row.notes,
                "schools": [School(id=school.id, name=school.name) for school in schools[row.id]],
                "source": Place(id=row.source, lines=(row.first_line, row.last_line)),
                **lists,
                **sections,
            }
        )


def _rows_by_record(
    session: Session, table: type[Part], ids: Sequence[str]
) -> dict[str, list[Part]]:
    grouped: dict[str, list[Part]] = defaultdict(list)
    query = select(table).where(col(table.trial_action).in_(ids)).order_by(col(table.position))
    for row in session.exec(query):
        grouped[row.trial_action].append(row)
    return grouped


def _stakeholders_by_block(session: Session, ids: Iterable[str]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = defaultdict(list)
    query = (
        select(StakeholderRow)
        .join(BlockRow, col(StakeholderRow.block) == col(BlockRow.id))
        .where(col(BlockRow.trial_action).in_(ids))
        .order_by(col(StakeholderRow.position))
    )
    for row in session.exec(query):
        grouped[row.block].append(row.stakeholder)
    return grouped
