"""Record files → database and back again.

The files are the truth. A file that is refused leaves whatever the database holds of it, and the
others still load; a record whose file is gone is removed only when every file could be read. What
changed is noted with the revision that it led to.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlmodel import Session

from catalogue import storage
from catalogue.changes import Change, ChangeKind
from catalogue.errors import InvalidFile, Problem
from catalogue.files import format_record, read_record
from catalogue.records import TrialAction
from catalogue.vocabulary import Vocabulary


@dataclass
class ImportReport:
    """What an import changed, by record id, and what it refused."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def changes(self) -> list[Change]:
        """Return what happened to each record that is no longer as it was."""
        happened = {
            ChangeKind.ADDED: self.added,
            ChangeKind.CHANGED: self.changed,
            ChangeKind.REMOVED: self.removed,
        }
        return [Change(record_id, kind) for kind, ids in happened.items() for record_id in ids]


def import_records(session: Session, folder: Path, vocabulary: Vocabulary) -> ImportReport:
    """Make the database hold exactly the records of ``folder``; return what changed."""
    records, problems = read_records(folder, vocabulary)
    report = ImportReport(problems=problems)
    stored = storage.list_digests(session)
    for record in records:
        digest = hashlib.sha256(format_record(record).encode()).hexdigest()
        if stored.get(record.id) == digest:
            report.unchanged.append(record.id)
            continue
        (report.changed if record.id in stored else report.added).append(record.id)
        storage.put_record(session, record, digest)
    if not problems:
        report.removed = sorted(stored.keys() - {record.id for record in records})
        for record_id in report.removed:
            storage.remove_record(session, record_id)
    if report.changes():
        storage.add_changes(session, report.changes(), storage.get_revision(session))
    return report


def read_records(folder: Path, vocabulary: Vocabulary) -> tuple[list[TrialAction], list[Problem]]:
    """Return the records of every valid file of ``folder``, and the problems of the others."""
    records: list[TrialAction] = []
    problems: list[Problem] = []
    for path in record_paths(folder):
        try:
            records.append(read_record(path, vocabulary))
        except InvalidFile as error:
            problems += error.problems
    if not records and not problems:
        problems.append(Problem(str(folder.name), 1, "the folder holds no record file (*.yaml)"))
    return records, problems


def record_paths(folder: Path) -> list[Path]:
    """Return the paths of the record files, in name order."""
    return sorted(folder.glob("*.yaml"))


def export_records(session: Session, folder: Path) -> int:
    """Write the file of every record into ``folder``; return how many."""
    folder.mkdir(parents=True, exist_ok=True)
    records = storage.list_records(session)
    for record in records:
        (folder / f"{record.id}.yaml").write_bytes(format_record(record).encode())
    return len(records)


def find_form_problems(folder: Path, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield a problem for each valid record file that is not in canonical form."""
    for path in record_paths(folder):
        try:
            canonical = format_record(read_record(path, vocabulary)).encode().splitlines(True)
        except InvalidFile:
            continue
        # Bytes, since reading text hides how lines end.
        actual = path.read_bytes().splitlines(True)
        if actual != canonical:
            pairs = zip(actual, canonical, strict=False)
            same = next((n for n, (a, b) in enumerate(pairs) if a != b), len(canonical))
            reason = "not in canonical form; 'format-records' writes it"
            yield Problem(path.name, min(same, len(actual)) + 1, reason)
