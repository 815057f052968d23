"""Keeping and finding guidance in the database; every query of guidance is here.

A collection of hand-made texts: all of it is read at once, and nothing here commits.
"""

import hashlib
from collections import defaultdict
from collections.abc import Sequence

from sqlmodel import Session, col, delete, select

from catalogue.guidance.records import Guidance, PlacedBlock
from catalogue.guidance.rows import to_block_rows, to_guidance, to_row, to_section_rows
from catalogue.tables import GuidanceBlockRow, GuidanceRow, GuidanceSectionRow


def put_guidance(session: Session, guidance: Guidance, digest: str) -> None:
    """Store the guidance in place of whatever stood under its id."""
    remove_guidance(session, guidance.id)
    session.add(to_row(guidance, digest))
    session.flush()
    session.add_all([*to_section_rows(guidance), *to_block_rows(guidance)])
    session.flush()


def remove_guidance(session: Session, guidance_id: str) -> None:
    """Remove a piece of guidance with all its parts; nothing happens where there is none."""
    for table in (GuidanceBlockRow, GuidanceSectionRow):
        session.exec(delete(table).where(col(table.guidance) == guidance_id))
    session.exec(delete(GuidanceRow).where(col(GuidanceRow.id) == guidance_id))


def list_guidance(session: Session) -> list[Guidance]:
    """Return every piece of guidance, by title."""
    sections: dict[str, list[GuidanceSectionRow]] = defaultdict(list)
    for section in session.exec(
        select(GuidanceSectionRow).order_by(col(GuidanceSectionRow.position))
    ):
        sections[section.guidance].append(section)
    blocks: dict[str, list[GuidanceBlockRow]] = defaultdict(list)
    for block in session.exec(select(GuidanceBlockRow).order_by(col(GuidanceBlockRow.position))):
        blocks[block.guidance].append(block)
    rows = session.exec(select(GuidanceRow).order_by(col(GuidanceRow.title), col(GuidanceRow.id)))
    return [to_guidance(row, sections[row.id], blocks[row.id]) for row in rows]


def find_blocks(session: Session, ids: Sequence[str]) -> list[PlacedBlock]:
    """Return the blocks that exist among ``ids``, in the order asked for, each with its place."""
    found = {
        block.id: PlacedBlock(guidance, section, block)
        for guidance in list_guidance(session)
        for section, block in guidance.blocks()
    }
    return [found[id_] for id_ in ids if id_ in found]


def list_digests(session: Session) -> dict[str, str]:
    """Return the digest of each piece of guidance, by its id."""
    rows = session.exec(select(GuidanceRow.id, GuidanceRow.digest).order_by(col(GuidanceRow.id)))
    return dict(rows.all())


def get_guidance_revision(session: Session) -> str:
    """Return the revision of the guidance: equal exactly when all of it is equal."""
    content = "\n".join(f"{key} {digest}" for key, digest in list_digests(session).items())
    return hashlib.sha256(content.encode()).hexdigest()[:12]
