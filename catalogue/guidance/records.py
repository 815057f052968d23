"""What the catalogue knows of a piece of guidance: a received text, section by section."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Self

from pydantic import AfterValidator, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from catalogue.records import (
    Block,
    Fact,
    Lines,
    Place,
    Slug,
    Text,
    at_least_one,
    find_wrong_blocks,
    in_vocabulary,
    without_repeats,
)

AudienceIds = Annotated[
    tuple[Annotated[str, in_vocabulary("audience")], ...],
    AfterValidator(at_least_one),
    AfterValidator(without_repeats),
]


class GuidanceSection(Fact):
    """A part under a heading of the source's own; ``lines`` are those of the heading."""

    id: Slug
    title: Text
    lines: Lines
    blocks: tuple[Block, ...]


class Guidance(Fact):
    """One text that guides; ``dated`` says what of it belongs to a time that has passed."""

    id: Slug
    title: Text
    summary: Text | None = None
    kind: Annotated[str, in_vocabulary("guidance_kind")]
    audience: AudienceIds
    source: Place
    dated: Text | None = None
    sections: tuple[GuidanceSection, ...]
    notes: tuple[Text, ...]

    def blocks(self) -> Iterator[tuple[GuidanceSection, Block]]:
        """Yield every block with its section, in order."""
        for section in self.sections:
            for block in section.blocks:
                yield section, block

    @model_validator(mode="after")
    def _parts_belong(self) -> Self:
        wrong = [*self._wrong_sections(), *self._wrong_blocks()]
        if wrong:
            raise ValidationError.from_exception_data(type(self).__name__, wrong)
        return self

    def _wrong_sections(self) -> Iterator[InitErrorDetails]:
        seen: set[str] = set()
        for position, section in enumerate(self.sections):
            if section.id in seen:
                error = PydanticCustomError("repeat", "a section's id stands twice")
                at = ("sections", position, "id")
                yield InitErrorDetails(type=error, loc=at, input=section.id)
            seen.add(section.id)

    def _wrong_blocks(self) -> Iterator[InitErrorDetails]:
        for position, section in enumerate(self.sections):
            yield from find_wrong_blocks(
                section.blocks,
                ("sections", position, "blocks"),
                prefix=f"{self.id}#{section.id}-",
                lines=self.source.lines,
            )


@dataclass(frozen=True)
class PlacedBlock:
    """A block with the section and the guidance in which it stands."""

    guidance: Guidance
    section: GuidanceSection
    block: Block
