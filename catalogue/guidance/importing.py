"""Guidance files → database and back again, as record files are."""

from pathlib import Path

from sqlmodel import Session

from catalogue.collection import Collection, ImportReport
from catalogue.guidance import storage
from catalogue.guidance.files import format_guidance, read_guidance
from catalogue.vocabulary import Vocabulary

GUIDANCE = Collection(
    read=read_guidance,
    format=format_guidance,
    list_all=storage.list_guidance,
    list_digests=storage.list_digests,
    put=storage.put_guidance,
    remove=storage.remove_guidance,
)


def import_guidance(session: Session, folder: Path, vocabulary: Vocabulary) -> ImportReport:
    """Make the database hold exactly the guidance of ``folder``; return what changed."""
    return GUIDANCE.store(session, *GUIDANCE.read_folder(folder, vocabulary))
