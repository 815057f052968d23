"""Record files → database and back again; what changed is noted with the revision it led to."""

from collections.abc import Iterator
from pathlib import Path

from sqlmodel import Session

from catalogue import storage
from catalogue.collection import Collection, ImportReport, record_paths
from catalogue.errors import Problem
from catalogue.files import format_record, read_record
from catalogue.records import TrialAction
from catalogue.vocabulary import Vocabulary

__all__ = [
    "TRIAL_ACTIONS",
    "ImportReport",
    "export_records",
    "find_form_problems",
    "import_records",
    "read_records",
    "record_paths",
]

TRIAL_ACTIONS = Collection(
    read=read_record,
    format=format_record,
    list_all=storage.list_records,
    list_digests=storage.list_digests,
    put=storage.put_record,
    remove=storage.remove_record,
)


def import_records(session: Session, folder: Path, vocabulary: Vocabulary) -> ImportReport:
    """Make the database hold exactly the records of ``folder``; return what changed."""
    report = TRIAL_ACTIONS.store(session, *read_records(folder, vocabulary))
    if report.changes():
        storage.add_changes(session, report.changes(), storage.get_revision(session))
    return report


def read_records(folder: Path, vocabulary: Vocabulary) -> tuple[list[TrialAction], list[Problem]]:
    """Return the records of every valid file of ``folder``, and the problems of the others."""
    records, problems = TRIAL_ACTIONS.read_folder(folder, vocabulary)
    if not records and not problems:
        problems.append(Problem(str(folder.name), 1, "the folder holds no record file (*.yaml)"))
    return records, problems


def export_records(session: Session, folder: Path) -> int:
    """Write the file of every record into ``folder``; return how many."""
    return TRIAL_ACTIONS.export(session, folder)


def find_form_problems(folder: Path, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield a problem for each valid record file that is not in canonical form."""
    return TRIAL_ACTIONS.find_form_problems(folder, vocabulary)
