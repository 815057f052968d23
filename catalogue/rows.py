"""A record → the rows that keep it, and a block's row → the block."""

from collections.abc import Iterator, Sequence

from catalogue.records import Block, Experience, TrialAction
from catalogue.tables import BlockRow, SchoolRow, StakeholderRow, TermRow, TrialActionRow

TERM_FIELDS = {"theme": "themes", "focus_area": "focus_areas", "level": "levels"}


def to_row(record: TrialAction, digest: str) -> TrialActionRow:
    """Return the row of the record without its lists."""
    return TrialActionRow(
        id=record.id,
        title=record.title,
        headline=record.headline,
        summary=record.summary,
        municipality=record.municipality,
        source=record.source.id,
        first_line=record.source.lines[0],
        last_line=record.source.lines[1],
        notes=list(record.notes),
        digest=digest,
    )


def to_term_rows(record: TrialAction) -> Iterator[TermRow]:
    """Yield a row for each theme, focus area and level."""
    for vocabulary, field in TERM_FIELDS.items():
        for position, term in enumerate(getattr(record, field)):
            yield TermRow(
                trial_action=record.id, vocabulary=vocabulary, position=position, term=term
            )


def to_school_rows(record: TrialAction) -> Iterator[SchoolRow]:
    """Yield a row for each school."""
    for position, school in enumerate(record.schools):
        yield SchoolRow(trial_action=record.id, position=position, id=school.id, name=school.name)


def to_block_rows(record: TrialAction) -> Iterator[BlockRow]:
    """Yield a row for each block."""
    for position, (section, block) in enumerate(record.blocks()):
        yield BlockRow(
            id=block.id,
            trial_action=record.id,
            section=section,
            position=position,
            type=block.type,
            text=block.text,
            first_line=block.lines[0],
            last_line=block.lines[1],
            kind=block.kind if isinstance(block, Experience) else None,
        )


def to_stakeholder_rows(record: TrialAction) -> Iterator[StakeholderRow]:
    """Yield a row for each group whose experience a block tells."""
    for block in record.experiences:
        for position, stakeholder in enumerate(block.stakeholders):
            yield StakeholderRow(block=block.id, position=position, stakeholder=stakeholder)


def to_block(row: BlockRow, stakeholders: Sequence[str]) -> Block:
    """Return the block, which is an experience where the row has a kind."""
    fields = {
        "id": row.id,
        "type": row.type,
        "text": row.text,
        "lines": (row.first_line, row.last_line),
    }
    if row.kind is None:
        return Block.model_validate(fields)
    return Experience.model_validate({**fields, "stakeholders": stakeholders, "kind": row.kind})
