"""Search and browse the guidance, and read a piece of it."""

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import Response

from app.addresses import GUIDANCE
from app.api.asking import asks
from app.api.guidance_answers import GuidanceOut, GuidancePageOut
from app.api.guidance_shapes import to_guidance, to_guidance_hit
from app.api.page_links import to_page_links
from app.api.responding import respond
from app.api.shapes import to_query
from app.dependencies import (
    GuidanceDep,
    GuidanceParametersDep,
    HoldingsDep,
    NothingAsked,
    VocabularyDep,
)
from app.guidance import find_guidance
from app.parameters import GuidanceParameters
from catalogue.guidance.records import Guidance
from index.results import Request

GuidanceId = Annotated[str, Path(description="The id of a piece of guidance.")]

router = APIRouter(prefix="/guidance", tags=["Guidance"])


@router.get("", response_model=GuidancePageOut, openapi_extra=asks(GuidanceParameters))
def list_guidance(
    parameters: GuidanceParametersDep, holdings: HoldingsDep, guidance: GuidanceDep
) -> Response:
    """Search and browse the guidance for those who plan a trial of their own."""
    chosen = guidance.choose(parameters.audience, parameters.kind)
    found = find_guidance(holdings.guidance_index, _to_request(parameters, chosen))
    links = to_page_links(GUIDANCE, parameters, found.total)
    answer: GuidancePageOut = {
        "total": found.total,
        "page": parameters.page,
        "page_size": parameters.page_size,
        "query": to_query(found.reading),
        "items": [
            to_guidance_hit(hit, text, holdings.vocabulary)
            for hit in found.hits
            for text in guidance.find([hit.id])
        ],
        "links": links,
    }
    return respond(answer, links)


def _to_request(parameters: GuidanceParameters, among: Iterable[Guidance]) -> Request:
    fields = parameters.model_dump(include={"q", "page", "page_size", "exact"})
    return Request(**fields, ids=tuple(guidance.id for guidance in among))


@router.get("/{guidance_id}", response_model=GuidanceOut, dependencies=[NothingAsked])
def read_guidance(
    guidance_id: GuidanceId, guidance: GuidanceDep, vocabulary: VocabularyDep
) -> Response:
    """Read one piece of guidance, whole."""
    return respond(to_guidance(guidance.get(guidance_id), vocabulary))
