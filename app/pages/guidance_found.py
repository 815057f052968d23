"""Guidance beside the trial actions that a search finds: a group of its own."""

from dataclasses import dataclass

from app.guidance import GuidanceTexts, MatchPlace, find_guidance, find_place
from app.holdings import Holdings
from app.parameters import SearchParameters, to_request
from catalogue.guidance.records import Guidance
from index.errors import IndexProblem
from index.results import Match, Reading, Request


@dataclass(frozen=True)
class FoundGuidance:
    """A piece of guidance with the places where it matched, those in blocks first."""

    text: Guidance
    matches: list[tuple[MatchPlace, Match]]


def find_beside(
    holdings: Holdings, texts: GuidanceTexts, parameters: SearchParameters, *, reading: Reading
) -> list[FoundGuidance]:
    """Return what guidance says of a question, on its first page and as long as nothing narrows it.

    Guidance has neither place nor theme: beside a narrowed answer it would be in the way.
    """
    asked = to_request(parameters)
    if not parameters.q.strip() or asked.page > 1 or asked.filters or asked.ids:
        return []
    everything = tuple(text.id for text in texts.list_all())
    request = Request(q=reading.corrected or parameters.q, ids=everything, exact=asked.exact)
    try:
        hits = find_guidance(holdings.guidance_index, request).hits
    except IndexProblem:
        # The search for trial actions is worth its answer without it.
        return []
    found = {hit.id: hit.matches for hit in hits if hit.matches}
    return [FoundGuidance(text, _place(found[text.id], text)) for text in texts.find(list(found))]


def _place(matches: tuple[Match, ...], text: Guidance) -> list[tuple[MatchPlace, Match]]:
    blocks_first = sorted(matches, key=lambda match: match.block is None)
    return [(find_place(match, text), match) for match in blocks_first]
