"""Making database and index match the record files: what every command that serves does first.

Both can be made from the record files at any time. A damaged index is built again; a damaged SQLite
file is moved aside and made anew; what cannot be put right is refused in one line.
"""

import fcntl
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import typer
from sqlalchemy.engine import make_url
from sqlmodel import Session

from app.settings import Settings
from catalogue import storage
from catalogue.errors import DatabaseUnusable, PlaceUnusable
from catalogue.files import format_record
from catalogue.importing import ImportReport, import_records
from catalogue.records import TrialAction
from catalogue.vocabulary import Vocabulary, load_vocabulary
from index.documents import to_entry
from index.errors import IndexProblem
from index.indexing import build_index, make_revision
from index.language import Language, load_language
from index.opening import open_index
from scripts.progress import telling_progress


@dataclass(frozen=True)
class Preparation:
    """What was imported, and whether the index had to be built."""

    report: ImportReport
    records: int
    built: bool


@dataclass(frozen=True)
class Imported:
    """What the database holds after an import."""

    report: ImportReport
    records: list[TrialAction]
    revision: str


def prepare(settings: Settings, *, rebuild: bool = False) -> Preparation:
    """Import the record files and build the index where it is not of these records."""
    try:
        with _alone(settings.index.parent / "preparing.lock"):
            return _prepare(settings, rebuild=rebuild)
    except OSError as error:
        place = error.filename or settings.index
        raise PlaceUnusable(f"{place}: {error.strerror or error}") from error


def _prepare(settings: Settings, *, rebuild: bool) -> Preparation:
    vocabulary = load_vocabulary(settings.vocabulary)
    language = load_language(settings.vocabulary, vocabulary)
    imported = _import_anew_if_damaged(settings, vocabulary)
    revision = make_revision(imported.revision, language)
    stale = rebuild or _index_revision(settings, language) != revision
    if stale:
        entries = [to_entry(record, language) for record in imported.records]
        with telling_progress("index") as tell:
            build_index(
                settings.index,
                entries,
                language=language,
                catalogue_revision=imported.revision,
                tell=tell,
            )
    return Preparation(imported.report, len(imported.records), stale)


def _import_anew_if_damaged(settings: Settings, vocabulary: Vocabulary) -> Imported:
    try:
        return _import(settings, vocabulary)
    except DatabaseUnusable as error:
        if not error.is_damaged:
            raise
        kept = _set_aside(Path(make_url(settings.database).database or ""))
        told = f"the database is damaged and made anew; the old one is kept as {kept} ({error})"
        typer.echo(told, err=True)
    return _import(settings, vocabulary)


def _set_aside(database: Path) -> Path:
    names = (database.with_name(f"{database.name}.{number}.broken") for number in count(1))
    kept = next(name for name in names if not name.exists())
    # The journals first: one that stayed would be taken for the new file's.
    for ending in ("-wal", "-shm", "-journal", ""):
        if (part := Path(f"{database}{ending}")).exists():
            part.rename(f"{kept}{ending}")
    return kept


def _import(settings: Settings, vocabulary: Vocabulary) -> Imported:
    engine = storage.open_database(settings.database)
    try:
        with storage.open_session(engine) as session:
            report = import_records(session, settings.records, vocabulary)
            session.commit()
            return Imported(report, _list_verified(session), storage.get_revision(session))
    finally:
        engine.dispose()


def _list_verified(session: Session) -> list[TrialAction]:
    try:
        records = storage.list_records(session)
    except (ValueError, KeyError) as error:
        raise DatabaseUnusable("a record cannot be read", is_damaged=True) from error
    digests = {
        record.id: hashlib.sha256(format_record(record).encode()).hexdigest() for record in records
    }
    if digests != storage.list_digests(session):
        raise DatabaseUnusable("a record is not what was stored", is_damaged=True)
    return records


def _index_revision(settings: Settings, language: Language) -> str | None:
    try:
        return open_index(settings.index, language).revision
    except IndexProblem:
        return None


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Wait until no other process prepares the same data."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            typer.echo("waiting for another command that prepares the same data", err=True)
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
