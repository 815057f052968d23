"""What the API returns of a search; ``shapes`` makes these, the documentation shows them."""

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from app.api.record_answers import BlockOut, CardOut, LabelOut, LinksOut, PlaceOut, Url
from catalogue.records import Kind, Section

Why = Annotated[
    str,
    Field(
        description="compound-head or compound-part (the word stands in a longer one, as what it "
        "is or of what), split (its parts stand together), synonym, narrower, broader, related, "
        "subject (an index term), theme, within-theme, kind (of experience), voice (who tells it), "
        "about (what the trial action is about), translation. More may come."
    ),
]


class ReasonOut(TypedDict):
    """Why a word of the question found another word of the text, a speaker or a subject."""

    term: str
    word: str
    reason: Why


Snippet = Annotated[str, Field(description="HTML: escaped, with ``<mark>`` around what matched.")]
Score = Annotated[float, Field(description="Comparable within one question only.")]


class MatchOut(TypedDict):
    """Where a trial action matched; ``block`` is null for title, headline, summary and the like."""

    section: Annotated[
        str,
        Field(
            description="A section of the record; or title, headline, summary, place, theme, "
            "subject (an index term) or keyword (what a reader would type), which have no block."
        ),
    ]
    block: str | None
    snippet: Snippet
    because: list[ReasonOut]


class HitOut(CardOut):
    """A trial action found."""

    score: Score
    matches: list[MatchOut]


class OwnerOut(TypedDict):
    """The trial action in which a passage stands."""

    id: str
    title: str
    headline: str
    municipality: PlaceOut
    links: LinksOut


class PassageOut(BlockOut):
    """A block found, with its trial action; ``kind`` is null but for experiences."""

    section: Section
    stakeholders: list[str]
    kind: Kind | None
    score: Score
    snippet: Snippet
    because: list[ReasonOut]
    trial_action: OwnerOut
    links: LinksOut


class FacetValueOut(TypedDict):
    """A choice; ``count`` is what choosing it would leave, ``url`` chooses it or lets it go."""

    id: str
    label: str
    count: int
    selected: bool
    url: Url


class BroadeningOut(TypedDict):
    """A word of the question and what else was looked for in its place."""

    term: str
    to: list[str]
    reason: Why


class NearWordOut(TypedDict):
    """A word that exists, and how many trial actions it finds by itself, without filters."""

    word: str
    count: int


class QueryOut(TypedDict):
    """How the question was understood."""

    q: str
    corrected: str | None
    did_you_mean: str | None
    broadened: list[BroadeningOut]
    dropped: Annotated[list[str], Field(description="What of the question nothing is found by.")]
    absent: Annotated[list[str], Field(description="Those of them that are phrases in quotes.")]
    near: list[NearWordOut]
    excluded: Annotated[list[str], Field(description="What a hit must not say.")]
    says_nothing: Annotated[
        bool, Field(description="Whether nothing but filler words is asked, so that all is found.")
    ]


class PageLinksOut(TypedDict):
    """The pages around this one; also in the ``Link`` header."""

    self: Url
    first: Url
    prev: Url | None
    next: Url | None
    last: Url


class FacetsOut(TypedDict):
    """The choices among trial actions."""

    municipality: list[FacetValueOut]
    theme: list[FacetValueOut]
    focus_area: list[FacetValueOut]
    stakeholder: list[FacetValueOut]
    level: list[FacetValueOut]


class PassageFacetsOut(TypedDict):
    """The choices among passages."""

    section: list[FacetValueOut]
    stakeholder: list[FacetValueOut]
    kind: list[FacetValueOut]
    theme: list[FacetValueOut]
    municipality: list[FacetValueOut]


class PageOut(TypedDict):
    """One page of an answer, with the number of all hits."""

    total: int
    page: int
    page_size: int
    query: QueryOut
    links: PageLinksOut


class SearchOut(PageOut):
    """One page of trial actions."""

    items: list[HitOut]
    facets: FacetsOut


class PassagesOut(PageOut):
    """One page of passages."""

    items: list[PassageOut]
    facets: PassageFacetsOut


class BecauseOut(TypedDict):
    """What two trial actions share."""

    themes: list[LabelOut]
    terms: list[str]


class SimilarOut(CardOut):
    """A trial action like another one."""

    score: Score
    because: BecauseOut


class RelatedOut(TypedDict):
    """Trial actions like another one, the nearest first."""

    items: list[SimilarOut]
    total: int
