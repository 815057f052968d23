"""What the API returns of a record; ``shapes`` makes these, the documentation shows them."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from catalogue.records import Kind

Url = Annotated[str, Field(json_schema_extra={"format": "uri-reference"})]
Lines = Annotated[
    tuple[int, int], Field(description="First and last line in the source text, counted from 1.")
]


class SchoolOut(TypedDict):
    """A school."""

    id: str
    name: str


class LabelOut(TypedDict):
    """A term of a vocabulary, as a record shows it."""

    id: str
    label: str


class PlaceOut(TypedDict):
    """A municipality; ``code`` is the official one, four digits."""

    id: str
    name: str
    code: Annotated[str, Field(pattern=r"^\d{4}$")]


class LinksOut(TypedDict):
    """Where this stands in the API, and on a page for people."""

    self: Url
    html: Url


class CardOut(TypedDict):
    """A trial action in short."""

    id: Annotated[str, Field(description="Permanent.")]
    title: str
    headline: str
    summary: str
    municipality: PlaceOut
    schools: list[SchoolOut]
    themes: Annotated[list[LabelOut], Field(description="The most important first.")]
    links: LinksOut


class BlockOut(TypedDict):
    """One paragraph or bullet of the source; ``id`` is permanent."""

    id: str
    type: Literal["paragraph", "item"]
    text: str
    lines: Lines


class ExperienceOut(BlockOut):
    """A block that tells what changed, for whom (nobody named: empty), and how surely."""

    stakeholders: list[str]
    kind: Kind


class SourceOut(TypedDict):
    """Where the record is from; what the source does not say of itself is null."""

    id: str
    title: str
    publisher: str | None
    published: str | None
    url: str | None
    lines: Lines


class TrialActionOut(CardOut):
    """A trial action, whole; an empty list is what the source does not describe."""

    focus_areas: list[LabelOut]
    levels: list[str]
    problem: list[BlockOut]
    goals: list[BlockOut]
    actions: list[BlockOut]
    experiences: list[ExperienceOut]
    outlook: list[BlockOut]
    learnings: list[BlockOut]
    notes: Annotated[list[str], Field(description="What a reader should know of the record.")]
    source: SourceOut
