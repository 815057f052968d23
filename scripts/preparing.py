"""Making database and index match the record files: what every command that serves does first.

Both can be made from the record files at any time. A damaged index is built again; a damaged SQLite
file is moved aside and made anew; what cannot be put right is refused in one line.
"""

import fcntl
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import typer
from sqlalchemy.engine import make_url

from app.settings import Settings
from catalogue import storage
from catalogue.collection import ImportReport
from catalogue.errors import DatabaseUnusable, PlaceUnusable, Problem
from catalogue.guidance.importing import GUIDANCE, import_guidance
from catalogue.guidance.records import Guidance
from catalogue.guidance.storage import get_guidance_revision
from catalogue.importing import TRIAL_ACTIONS, import_records
from catalogue.records import TrialAction
from catalogue.vocabulary import Vocabulary, load_vocabulary
from index.documents import Entry, to_entry
from index.errors import IndexProblem
from index.guidance import to_guidance_entry
from index.indexing import build_index
from index.language import Language, load_language
from index.opening import open_index
from index.revisions import make_revision
from index.tables import keep_tables
from scripts.progress import telling_progress

OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True)
class Preparation:
    """What was imported, and whether the index had to be built."""

    report: ImportReport
    guidance_report: ImportReport
    records: int
    guidance: int
    built: bool

    @property
    def problems(self) -> list[Problem]:
        """What was refused, in either collection."""
        return [*self.report.problems, *self.guidance_report.problems]


@dataclass(frozen=True)
class Imported:
    """What the database holds after an import."""

    report: ImportReport
    guidance_report: ImportReport
    records: list[TrialAction]
    guidance: list[Guidance]
    revision: str
    guidance_revision: str


def prepare(settings: Settings, *, rebuild: bool = False) -> Preparation:
    """Import the record files and build each index where it is not of these records."""
    # Database and index are made for the service's user alone.
    before = os.umask(OTHERS)
    try:
        with _alone(settings.index.parent / "preparing.lock"):
            return _prepare(settings, rebuild=rebuild)
    except OSError as error:
        place = error.filename or settings.index
        raise PlaceUnusable(f"{place}: {error.strerror or error}") from error
    finally:
        os.umask(before)


def _prepare(settings: Settings, *, rebuild: bool) -> Preparation:
    vocabulary = load_vocabulary(settings.vocabulary)
    keep_tables(settings.vocabulary, settings.kept_language)
    language = load_language(settings.vocabulary, vocabulary, settings.kept_language)
    imported = _import_anew_if_damaged(settings, vocabulary)
    # Made only where an index is built.
    folders: dict[Path, tuple[str, Iterable[Entry]]] = {
        settings.index: (
            imported.revision,
            (to_entry(record, language) for record in imported.records),
        ),
        settings.guidance_index: (
            imported.guidance_revision,
            map(to_guidance_entry, imported.guidance),
        ),
    }
    built = [
        _build_if_stale(folder, entries, language=language, revision=revision, rebuild=rebuild)
        for folder, (revision, entries) in folders.items()
    ]
    return Preparation(
        imported.report,
        imported.guidance_report,
        records=len(imported.records),
        guidance=len(imported.guidance),
        built=any(built),
    )


def _build_if_stale(
    folder: Path, entries: Iterable[Entry], *, language: Language, revision: str, rebuild: bool
) -> bool:
    """Build the index anew where it is not of this revision; return whether it was."""
    if not rebuild and _index_revision(folder, language) == make_revision(revision, language):
        return False
    with telling_progress("index") as tell:
        build_index(folder, entries, language=language, catalogue_revision=revision, tell=tell)
    return True


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
            guidance_report = import_guidance(session, settings.guidance, vocabulary)
            session.commit()
            return Imported(
                report,
                guidance_report,
                records=TRIAL_ACTIONS.list_verified(session, report),
                guidance=GUIDANCE.list_verified(session, guidance_report),
                revision=storage.get_revision(session),
                guidance_revision=get_guidance_revision(session),
            )
    finally:
        engine.dispose()


def _index_revision(folder: Path, language: Language) -> str | None:
    # What others can write into could have been made by them, checksums and all.
    if folder.exists() and folder.stat().st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        return None
    try:
        return open_index(folder, language).revision
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
