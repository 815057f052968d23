"""A kind of record: how its files are read and written, and where the database keeps it.

The files are the truth. A file that is refused leaves whatever the database holds of it, and the
others still load; a record whose file is gone is removed only when every file could be read.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from sqlmodel import Session

from catalogue.changes import Change, ChangeKind
from catalogue.errors import DatabaseUnusable, InvalidFile, Problem
from catalogue.vocabulary import Vocabulary


class Record(Protocol):
    """Whatever has an id and can be written down."""

    @property
    def id(self) -> str:
        """The permanent id, which is also the name of the file."""

    def model_dump_json(self, *, exclude_defaults: bool) -> str:
        """Return all that the record says, as JSON."""


R = TypeVar("R", bound=Record)


@dataclass
class ImportReport:
    """What an import changed, by record id, and what it refused."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    # What the files say, by record id.
    read: dict[str, Record] = field(default_factory=dict, repr=False, compare=False)

    def changes(self) -> list[Change]:
        """Return what happened to each record that is no longer as it was."""
        happened = {
            ChangeKind.ADDED: self.added,
            ChangeKind.CHANGED: self.changed,
            ChangeKind.REMOVED: self.removed,
        }
        return [Change(record_id, kind) for kind, ids in happened.items() for record_id in ids]


@dataclass(frozen=True)
class Collection(Generic[R]):
    """What differs between the kinds of record."""

    read: Callable[[Path, Vocabulary], R]
    format: Callable[[R], str]
    list_all: Callable[[Session], list[R]]
    list_digests: Callable[[Session], dict[str, str]]
    put: Callable[[Session, R, str], None]
    remove: Callable[[Session, str], None]

    def read_folder(self, folder: Path, vocabulary: Vocabulary) -> tuple[list[R], list[Problem]]:
        """Return the records of every valid file of ``folder``, and the problems of the others."""
        records: list[R] = []
        problems: list[Problem] = []
        for path in record_paths(folder):
            try:
                records.append(self.read(path, vocabulary))
            except InvalidFile as error:
                problems += error.problems
        return records, problems

    def digest(self, record: R) -> str:
        """Return the digest of the record: equal exactly when all that its file says is."""
        return hashlib.sha256(record.model_dump_json(exclude_defaults=True).encode()).hexdigest()

    def store(self, session: Session, records: list[R], problems: list[Problem]) -> ImportReport:
        """Make the database hold exactly the records, but for refused files; tell what changed."""
        report = ImportReport(problems=problems, read={record.id: record for record in records})
        stored = self.list_digests(session)
        for record in records:
            digest = self.digest(record)
            if stored.get(record.id) == digest:
                report.unchanged.append(record.id)
                continue
            (report.changed if record.id in stored else report.added).append(record.id)
            self.put(session, record, digest)
        if not problems:
            report.removed = sorted(stored.keys() - report.read.keys())
            for record_id in report.removed:
                self.remove(session, record_id)
        return report

    def list_verified(self, session: Session, imported: ImportReport) -> list[R]:
        """Return every record, each what was stored, or raise ``DatabaseUnusable``."""
        try:
            records = self.list_all(session)
        except (ValueError, KeyError) as error:
            raise DatabaseUnusable("a record cannot be read", is_damaged=True) from error
        stored = self.list_digests(session)
        # An import has held each digest against what the file says.
        others = [record for record in records if imported.read.get(record.id) != record]
        if {record.id for record in records} != stored.keys() or any(
            self.digest(record) != stored[record.id] for record in others
        ):
            raise DatabaseUnusable("a record is not what was stored", is_damaged=True)
        return records

    def export(self, session: Session, folder: Path) -> int:
        """Write the file of every record into ``folder``; return how many."""
        folder.mkdir(parents=True, exist_ok=True)
        return self._write(self.list_all(session), folder)

    def rewrite(self, folder: Path, vocabulary: Vocabulary) -> tuple[int, list[Problem]]:
        """Write every valid file in canonical form; return how many, and the others' problems."""
        records, problems = self.read_folder(folder, vocabulary)
        return self._write(records, folder), problems

    def _write(self, records: list[R], folder: Path) -> int:
        for record in records:
            (folder / f"{record.id}.yaml").write_bytes(self.format(record).encode())
        return len(records)

    def find_form_problems(self, folder: Path, vocabulary: Vocabulary) -> Iterator[Problem]:
        """Yield a problem for each valid file that is not in canonical form."""
        for path in record_paths(folder):
            try:
                text = self.format(self.read(path, vocabulary))
            except InvalidFile:
                continue
            # Bytes, since reading text hides how lines end.
            canonical, actual = text.encode().splitlines(True), path.read_bytes().splitlines(True)
            if actual != canonical:
                pairs = zip(actual, canonical, strict=False)
                same = next((n for n, (a, b) in enumerate(pairs) if a != b), len(canonical))
                reason = "not in canonical form; 'format-records' writes it"
                yield Problem(path.name, min(same, len(actual)) + 1, reason)


def record_paths(folder: Path) -> list[Path]:
    """Return the paths of the record files, in name order."""
    return sorted(folder.glob("*.yaml"))
