"""Guidance ↔ the rows that keep it."""

from collections.abc import Iterable, Iterator

from catalogue.guidance.records import Guidance
from catalogue.tables import GuidanceBlockRow, GuidanceRow, GuidanceSectionRow


def to_row(guidance: Guidance, digest: str) -> GuidanceRow:
    """Return the row of the guidance without its sections."""
    return GuidanceRow(
        **guidance.model_dump(include={"id", "title", "summary", "kind", "dated"}),
        audience=list(guidance.audience),
        source=guidance.source.id,
        first_line=guidance.source.lines[0],
        last_line=guidance.source.lines[1],
        notes=list(guidance.notes),
        digest=digest,
    )


def to_section_rows(guidance: Guidance) -> Iterator[GuidanceSectionRow]:
    """Yield a row for each section."""
    for position, section in enumerate(guidance.sections):
        yield GuidanceSectionRow(
            guidance=guidance.id,
            position=position,
            id=section.id,
            title=section.title,
            first_line=section.lines[0],
            last_line=section.lines[1],
        )


def to_block_rows(guidance: Guidance) -> Iterator[GuidanceBlockRow]:
    """Yield a row for each block."""
    for position, (section, block) in enumerate(guidance.blocks()):
        yield GuidanceBlockRow(
            id=block.id,
            guidance=guidance.id,
            section=section.id,
            position=position,
            type=block.type,
            text=block.text,
            first_line=block.lines[0],
            last_line=block.lines[1],
        )


def to_guidance(
    row: GuidanceRow,
    sections: Iterable[GuidanceSectionRow],
    blocks: Iterable[GuidanceBlockRow],
) -> Guidance:
    """Return the guidance that the rows keep, each part in its order."""
    by_section: dict[str, list[dict[str, object]]] = {}
    for block in blocks:
        fields = block.model_dump(include={"id", "type", "text"})
        lines = (block.first_line, block.last_line)
        by_section.setdefault(block.section, []).append({**fields, "lines": lines})
    parts = [
        {
            "id": section.id,
            "title": section.title,
            "lines": (section.first_line, section.last_line),
            "blocks": by_section.get(section.id, []),
        }
        for section in sections
    ]
    fields = row.model_dump(exclude={"source", "first_line", "last_line", "digest"})
    place = {"id": row.source, "lines": (row.first_line, row.last_line)}
    return Guidance.model_validate({**fields, "source": place, "sections": parts})
