"""What the catalogue knows of a trial action, and the rules that keep it honest.

A record is checked once, when it is made, and never changes afterwards. Ids of vocabulary terms are
checked against the vocabulary that the maker hands over as validation context.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from catalogue.vocabulary import Vocabulary

Section = Literal["problem", "goals", "actions", "experiences", "outlook", "learnings"]
SECTIONS: tuple[Section, ...] = (
    "problem",
    "goals",
    "actions",
    "experiences",
    "outlook",
    "learnings",
)
Kind = Literal["experienced", "expected", "strength", "challenge", "not-evaluated"]

MOST_THEMES = 5
# No source is that long; a larger number is a slip, and past some size no database holds it.
MOST_LINES = 1_000_000

_NUMBER = re.compile("[1-9][0-9]*")


def _as_one_line(text: str) -> str:
    if text != " ".join(text.split()) or not text:
        raise PydanticCustomError("text", "text must be one line without doubled or outer spaces")
    if text != unicodedata.normalize("NFC", text):
        raise PydanticCustomError("text", "text must be in Unicode normal form C")
    return text


def in_vocabulary(name: str) -> AfterValidator:
    """Return the rule that an id is a term of the vocabulary."""

    def check(term_id: str, info: ValidationInfo) -> str:
        vocabulary = info.context
        if isinstance(vocabulary, Vocabulary):
            allowed = vocabulary.ids(name)
            if term_id not in allowed:
                raise PydanticCustomError(
                    "unknown_term",
                    "unknown {name} '{term_id}'",
                    {"name": name, "term_id": term_id, "allowed": allowed},
                )
        return term_id

    return AfterValidator(check)


# Not ``min_length``: that also counts the unknown terms as missing, and one slip is told twice.
def at_least_one(ids: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse an empty list of ids."""
    if not ids:
        raise PydanticCustomError("none", "at least one is needed")
    return ids


def without_repeats(ids: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse an id that stands twice."""
    if len(set(ids)) < len(ids):
        raise PydanticCustomError("repeat", "a term stands twice")
    return ids


def _in_order(lines: tuple[int, int]) -> tuple[int, int]:
    if not 1 <= lines[0] <= lines[1]:
        raise PydanticCustomError("lines", "lines are [first, last], counted from 1")
    return lines


Text = Annotated[str, AfterValidator(_as_one_line)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
LineNumber = Annotated[int, Field(le=MOST_LINES)]
Lines = Annotated[tuple[LineNumber, LineNumber], AfterValidator(_in_order)]
MunicipalityId = Annotated[str, in_vocabulary("municipality")]
ThemeIds = Annotated[
    tuple[Annotated[str, in_vocabulary("theme")], ...],
    Field(max_length=MOST_THEMES),
    AfterValidator(at_least_one),
    AfterValidator(without_repeats),
]
FocusAreaIds = Annotated[
    tuple[Annotated[str, in_vocabulary("focus_area")], ...],
    AfterValidator(at_least_one),
    AfterValidator(without_repeats),
]
LevelIds = Annotated[
    tuple[Annotated[str, in_vocabulary("level")], ...], AfterValidator(without_repeats)
]
StakeholderIds = Annotated[
    tuple[Annotated[str, in_vocabulary("stakeholder")], ...], AfterValidator(without_repeats)
]


class Fact(BaseModel):
    """A checked, unchangeable piece of a record; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class School(Fact):
    """A school on the municipality line of the source."""

    id: Slug
    name: Text


class Block(Fact):
    """One paragraph or bullet, with its permanent id and its lines in the source."""

    id: str
    type: Literal["paragraph", "item"]
    lines: Lines
    text: Text


class Experience(Block):
    """A block that tells what changed, for whom, and how surely."""

    stakeholders: StakeholderIds
    kind: Annotated[Kind, in_vocabulary("kind")]


class Place(Fact):
    """Where in a source a record stands."""

    id: Annotated[str, in_vocabulary("source")]
    lines: Lines


class TrialAction(Fact):
    """One municipality's or school's trial: the record of the catalogue."""

    id: Slug
    title: Text
    headline: Text
    summary: Text
    municipality: MunicipalityId
    schools: tuple[School, ...]
    themes: ThemeIds
    focus_areas: FocusAreaIds
    levels: LevelIds
    source: Place
    problem: tuple[Block, ...]
    goals: tuple[Block, ...]
    actions: tuple[Block, ...]
    experiences: tuple[Experience, ...]
    outlook: tuple[Block, ...]
    learnings: tuple[Block, ...]
    notes: tuple[Text, ...]

    def blocks(self) -> Iterator[tuple[Section, Block]]:
        """Yield every block with its section, section by section."""
        for section in SECTIONS:
            for block in getattr(self, section):
                yield section, block

    @model_validator(mode="after")
    def _blocks_belong(self) -> Self:
        wrong = list(self._wrong_blocks())
        if wrong:
            raise ValidationError.from_exception_data(type(self).__name__, wrong)
        return self

    def _wrong_blocks(self) -> Iterator[InitErrorDetails]:
        for section in SECTIONS:
            blocks: tuple[Block, ...] = getattr(self, section)
            yield from find_wrong_blocks(
                blocks, (section,), prefix=f"{self.id}#{section}-", lines=self.source.lines
            )


def find_wrong_blocks(
    blocks: Iterable[Block], at: tuple[str | int, ...], *, prefix: str, lines: tuple[int, int]
) -> Iterator[InitErrorDetails]:
    """Yield a fault for each block whose id or lines are not its record's."""
    seen: set[str] = set()
    for position, block in enumerate(blocks):
        here = (*at, position)
        before, found, number = block.id.partition(prefix)
        if before or not found or not _NUMBER.fullmatch(number):
            yield _wrong(block, (*here, "id"), f"must be '{prefix.partition('#')[2]}' and a number")
        if block.id in seen:
            yield _wrong(block, (*here, "id"), "stands twice")
        if not lines[0] <= block.lines[0] <= block.lines[1] <= lines[1]:
            reason = f"has lines outside the record's {lines[0]}-{lines[1]}"
            yield _wrong(block, (*here, "lines"), reason)
        seen.add(block.id)


def _wrong(block: Block, at: tuple[str | int, ...], reason: str) -> InitErrorDetails:
    told = {"block": block.id.partition("#")[2], "reason": reason}
    error = PydanticCustomError("block", "block '{block}' {reason}", told)
    return InitErrorDetails(type=error, loc=at, input=block.id)
