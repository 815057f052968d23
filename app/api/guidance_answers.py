"""What the API returns of guidance; ``guidance`` makes these, the documentation shows them."""

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from app.api.record_answers import BlockOut, LabelOut, Lines, LinksOut, SourceOut
from app.api.search_answers import PageOut, ReasonOut, Snippet


class GuidanceCardOut(TypedDict):
    """A piece of guidance in short; a summary that the text has not is null."""

    id: Annotated[str, Field(description="Permanent.")]
    title: str
    summary: str | None
    kind: LabelOut
    audience: list[LabelOut]
    dated: Annotated[
        str | None, Field(description="What of it belongs to a time that has passed, if any.")
    ]
    source: SourceOut
    links: LinksOut


class GuidanceSectionOut(TypedDict):
    """A part under a heading of the source's own; ``lines`` are those of the heading."""

    id: str
    title: str
    lines: Lines
    blocks: list[BlockOut]


class GuidanceOut(GuidanceCardOut):
    """A piece of guidance, whole."""

    sections: list[GuidanceSectionOut]
    notes: Annotated[list[str], Field(description="What a reader should know of the record.")]


class GuidanceMatchOut(TypedDict):
    """Where guidance matched; ``block`` is null for a heading, title or summary.

    ``section`` is the id of a section, or title or summary, and then has no ``heading``.
    """

    section: str
    heading: str | None
    block: str | None
    snippet: Snippet
    because: list[ReasonOut]
    links: LinksOut


class GuidanceHitOut(GuidanceCardOut):
    """A piece of guidance found; without a question it has no score and matches nowhere."""

    score: float
    matches: list[GuidanceMatchOut]


class GuidancePageOut(PageOut):
    """One page of guidance."""

    items: list[GuidanceHitOut]
