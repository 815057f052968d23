"""The guidance of one revision, read from the database once, and what a question leaves of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Engine

from app.addresses import guidance_page_address
from app.current_index import CurrentIndex
from catalogue.errors import UnknownGuidance
from catalogue.guidance.records import Guidance
from catalogue.guidance.storage import get_guidance_revision, list_guidance
from catalogue.storage import open_session
from index.analysis import sort_key
from index.guidance import search_guidance
from index.results import Hit, Match, Reading, Request, Results


class GuidanceTexts:
    """All guidance, by title; any number of threads may ask."""

    def __init__(self, texts: Sequence[Guidance], revision: str) -> None:
        self.revision = revision
        in_order = sorted(texts, key=lambda text: (sort_key(text.title), text.id))
        self._texts = {text.id: text for text in in_order}

    def list_all(self) -> list[Guidance]:
        """Return every text, in the order of their titles."""
        return list(self._texts.values())

    def find(self, ids: Sequence[str]) -> list[Guidance]:
        """Return the texts that exist among ``ids``, in the order asked for."""
        return [self._texts[id_] for id_ in ids if id_ in self._texts]

    def get(self, guidance_id: str) -> Guidance:
        """Return one text, or raise ``UnknownGuidance``."""
        if guidance_id not in self._texts:
            raise UnknownGuidance(guidance_id)
        return self._texts[guidance_id]

    def choose(self, audiences: Sequence[str], kinds: Sequence[str] = ()) -> list[Guidance]:
        """Return the texts for one of the audiences and of one of the kinds; none is all."""
        return [
            text
            for text in self.list_all()
            if (not kinds or text.kind in kinds)
            and (not audiences or set(audiences) & set(text.audience))
        ]


def find_guidance(index: CurrentIndex, request: Request) -> Results:
    """Return what is asked for among the request's ids; without a question, they need no index."""
    if request.q.strip() and request.ids:
        return search_guidance(index.get(), request)
    first = (request.page - 1) * request.page_size
    hits = tuple(Hit(id_, 0.0) for id_ in request.ids[first : first + request.page_size])
    return Results(len(request.ids), Reading(q=request.q), hits, facets={})


@dataclass(frozen=True)
class MatchPlace:
    """Where a match stands; only a section has a heading."""

    heading: str | None
    address: str


def find_place(match: Match, guidance: Guidance) -> MatchPlace:
    """Return the heading under which the match stands, and the place on the page."""
    headings = {section.id: section.title for section in guidance.sections}
    heading = headings.get(match.section)
    section = f"{guidance.id}#{match.section}" if heading else guidance.id
    return MatchPlace(heading, guidance_page_address(match.block or section))


def read_guidance_texts(engine: Engine) -> GuidanceTexts:
    """Return the guidance as it is now."""
    with open_session(engine) as session:
        # An import may come between: then the newer texts are read again, under their own revision.
        revision = get_guidance_revision(session)
        return GuidanceTexts(list_guidance(session), revision)
