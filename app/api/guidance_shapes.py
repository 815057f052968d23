"""Guidance and hits in it → what the API returns."""

from app.addresses import guidance_api_address, guidance_page_address
from app.api.guidance_answers import (
    GuidanceCardOut,
    GuidanceHitOut,
    GuidanceMatchOut,
    GuidanceOut,
)
from app.api.shapes import to_blocks, to_labels, to_reasons, to_source
from app.guidance import find_place
from catalogue.guidance.records import Guidance
from catalogue.vocabulary import Vocabulary
from index.results import Hit, Match


def to_guidance(guidance: Guidance, vocabulary: Vocabulary) -> GuidanceOut:
    """Return the guidance, whole."""
    return {
        **_to_card(guidance, vocabulary),
        "sections": [
            {
                "id": section.id,
                "title": section.title,
                "lines": section.lines,
                "blocks": to_blocks(section.blocks),
            }
            for section in guidance.sections
        ],
        "notes": list(guidance.notes),
    }


def to_guidance_hit(hit: Hit, guidance: Guidance, vocabulary: Vocabulary) -> GuidanceHitOut:
    """Return the guidance as it was found."""
    matches = [_to_match(match, guidance) for match in hit.matches]
    return {**_to_card(guidance, vocabulary), "score": hit.score, "matches": matches}


def _to_card(guidance: Guidance, vocabulary: Vocabulary) -> GuidanceCardOut:
    (kind,) = to_labels("guidance_kind", [guidance.kind], vocabulary)
    return {
        "id": guidance.id,
        "title": guidance.title,
        "summary": guidance.summary,
        "kind": kind,
        "audience": to_labels("audience", guidance.audience, vocabulary),
        "dated": guidance.dated,
        "source": to_source(guidance.source, vocabulary),
        "links": {
            "self": guidance_api_address(guidance.id),
            "html": guidance_page_address(guidance.id),
        },
    }


def _to_match(match: Match, guidance: Guidance) -> GuidanceMatchOut:
    place = find_place(match, guidance)
    return {
        "section": match.section,
        "heading": place.heading,
        "block": match.block,
        "snippet": match.snippet,
        "because": to_reasons(match.because),
        "links": {"self": guidance_api_address(guidance.id), "html": place.address},
    }
