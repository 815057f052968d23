"""What is asked of the index and what it answers; plain facts, no HTTP, no Whoosh."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

# The parameters a search can be narrowed by; all but school are shown as facets.
FILTERS = ("municipality", "theme", "focus_area", "stakeholder", "level", "school")
FACETS = ("municipality", "theme", "focus_area", "stakeholder", "level")
# The parameters that narrow a search among passages; each is a facet too.
PASSAGE_FILTERS = ("section", "stakeholder", "kind", "theme", "municipality")

Sort = Literal["relevance", "municipality", "title"]


@dataclass(frozen=True)
class Request:
    """A question with its filters: OR within one filter, AND between them."""

    q: str = ""
    ids: tuple[str, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: Sort | None = None
    page: int = 1
    page_size: int = 20
    exact: bool = False


@dataclass(frozen=True)
class Reason:
    """Why a word of the question found a word of the text, when they are not the same word."""

    term: str
    word: str
    reason: str


@dataclass(frozen=True)
class Match:
    """Where a hit matched; ``snippet`` is HTML, escaped but for ``<mark>``.

    ``section`` is one of the record's sections or title, headline, summary, place, theme, subject,
    keyword; only the former have a ``block``.
    """

    section: str
    block: str | None
    snippet: str
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Hit:
    """A trial action found."""

    id: str
    score: float
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True)
class PassageHit:
    """A block found, with its record."""

    block: str
    trial_action: str
    section: str
    score: float
    snippet: str
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet and how many hits choosing it would leave."""

    id: str
    count: int
    selected: bool


@dataclass(frozen=True)
class Broadening:
    """A word of the question and what else was looked for in its place."""

    term: str
    to: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class NearWord:
    """A word that exists in the catalogue and how many trial actions it finds by itself."""

    word: str
    count: int


@dataclass(frozen=True)
class Reading:
    """How the question was understood; ``dropped`` has the ``absent`` phrases too."""

    q: str
    corrected: str | None = None
    did_you_mean: str | None = None
    broadened: tuple[Broadening, ...] = ()
    dropped: tuple[str, ...] = ()
    near: tuple[NearWord, ...] = ()
    absent: tuple[str, ...] = ()
    says_nothing: bool = False
    excluded: tuple[str, ...] = ()


@dataclass(frozen=True)
class Results:
    """One page of trial actions, with the counts of all."""

    total: int
    reading: Reading
    hits: tuple[Hit, ...]
    facets: Mapping[str, tuple[FacetValue, ...]]


@dataclass(frozen=True)
class PassageResults:
    """One page of passages, with the counts of all."""

    total: int
    reading: Reading
    hits: tuple[PassageHit, ...]
    facets: Mapping[str, tuple[FacetValue, ...]]


@dataclass(frozen=True)
class Suggestion:
    """A completion of what is being typed."""

    text: str
    type: Literal["term", "theme", "municipality", "school", "trial-action"]
    id: str
    count: int


@dataclass(frozen=True)
class Related:
    """A trial action like another one, and what the two share."""

    id: str
    score: float
    themes: tuple[str, ...]
    terms: tuple[str, ...]
