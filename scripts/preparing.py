"""Making database and index match the record files: what every command that serves does first."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.settings import Settings
from catalogue import storage
from catalogue.importing import ImportReport, import_records
from catalogue.vocabulary import load_vocabulary
from index.errors import IndexProblem
from index.indexing import build_index, make_revision
from index.language import Language, load_language
from index.opening import open_index


@dataclass(frozen=True)
class Preparation:
    """What was imported, and whether the index had to be built."""

    report: ImportReport
    records: int
    built: bool


def prepare(settings: Settings, *, rebuild: bool = False) -> Preparation:
    """Import the record files and build the index where it is not of these records."""
    with _alone(settings.index.parent / "preparing.lock"):
        vocabulary = load_vocabulary(settings.vocabulary)
        language = load_language(settings.vocabulary, vocabulary)
        engine = storage.open_database(settings.database)
        with storage.open_session(engine) as session:
            report = import_records(session, settings.records, vocabulary)
            session.commit()
            records = storage.list_records(session)
            revision = storage.get_revision(session)
        engine.dispose()
        stale = rebuild or _index_revision(settings, language) != make_revision(revision, language)
        if stale:
            build_index(settings.index, records, language=language, catalogue_revision=revision)
    return Preparation(report, len(records), stale)


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
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
