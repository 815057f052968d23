"""The steps of a plan: what is asked in each, and what stands beside it, read from data."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, TypeAdapter

from catalogue.data_files import read_data
from catalogue.plans import Plan
from catalogue.records import Block, Experience, Fact, Kind, Section, TrialAction

TITLE = "title"


def _is_of_a_plan(name: str) -> str:
    if name not in Plan.model_fields:
        raise ValueError(f"a plan has no field '{name}'")
    return name


class Column(Fact):
    """One cell of each row of a table."""

    name: str
    label: str
    hint: str = ""
    type: Literal["line", "prose"]
    # How much room it takes of a page, beside the others.
    share: int


class Field(Fact):
    """One question of a step; its name is that of a plan's field."""

    name: Annotated[str, AfterValidator(_is_of_a_plan)]
    label: str
    hint: str = ""
    type: Literal["line", "prose", "terms", "table", "records"]
    # The terms to choose from, or whose labels are proposed.
    vocabulary: str = ""
    suggest: str = ""
    # What one row of a table is called.
    row: str = ""
    columns: tuple[Column, ...] = ()


class Advice(Fact):
    """Blocks of the guidance that help with a step, and why."""

    reason: str
    blocks: tuple[str, ...]


class Part(Fact):
    """Blocks of a trial action that help with a step, and why; without kinds: of every kind."""

    reason: str
    section: Section
    kinds: tuple[Kind, ...] = ()
    stakeholders: tuple[str, ...] = ()

    def find_blocks(self, record: TrialAction) -> list[Block]:
        """Return the blocks of the record that belong to this part."""
        return [block for block in getattr(record, self.section) if self._holds(block)]

    def _holds(self, block: Block) -> bool:
        if not isinstance(block, Experience):
            return True
        if self.kinds and block.kind not in self.kinds:
            return False
        return not self.stakeholders or not set(self.stakeholders).isdisjoint(block.stakeholders)


class Step(Fact):
    """One step of a plan."""

    id: str
    label: str
    help: str
    fields: tuple[Field, ...]
    advice: tuple[Advice, ...]
    experience: tuple[Part, ...]
    # Asked for a record's sake: a document of the plan leaves no room where nothing is written.
    for_catalogue: bool = False

    def list_documented(self, plan: Plan) -> list[Field]:
        """Return the fields that a document of the plan has here; its title stands at the top."""
        return [
            field
            for field in self.fields
            if field.name != TITLE and (getattr(plan, field.name) or not self.for_catalogue)
        ]

    def is_begun(self, plan: Plan) -> bool:
        """Return whether something has been written or chosen."""
        return any(getattr(plan, field.name) for field in self.fields)


def load_steps(path: Path) -> tuple[Step, ...]:
    """Return the steps of a plan, in order, or raise ``InvalidFile``."""
    return read_data(path, TypeAdapter(tuple[Step, ...]))


def list_fields(steps: Sequence[Step]) -> Iterator[Field]:
    """Yield every field of the steps, in order."""
    for step in steps:
        yield from step.fields


def list_advice(steps: Sequence[Step]) -> list[str]:
    """Return the ids of all blocks of guidance that stand beside a step."""
    return [id_ for step in steps for advice in step.advice for id_ in advice.blocks]
