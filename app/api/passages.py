"""Search the blocks themselves: what do parents say about ...?"""

from typing import cast

from fastapi import APIRouter
from fastapi.responses import Response

from app.addresses import PASSAGES
from app.api.asking import asks
from app.api.facets import to_facets
from app.api.page_links import to_page_links
from app.api.responding import respond
from app.api.search_answers import PassageFacetsOut, PassagesOut
from app.api.shapes import to_passage, to_query
from app.dependencies import PassageParametersDep, RecordsDep, SnapshotDep, VocabularyDep
from app.parameters import PassageParameters, to_request
from index.passages import search_passages

router = APIRouter(prefix="/passages", tags=["Passages"])


@router.get("", response_model=PassagesOut, openapi_extra=asks(PassageParameters))
def list_passages(
    parameters: PassageParametersDep,
    snapshot: SnapshotDep,
    records: RecordsDep,
    vocabulary: VocabularyDep,
) -> Response:
    """Search the passages of the trial actions."""
    results = search_passages(snapshot, to_request(parameters))
    owners = dict.fromkeys(hit.trial_action for hit in results.hits)
    found = {record.id: record for record in records.find(list(owners))}
    links = to_page_links(PASSAGES, parameters, results.total)
    facets = to_facets(PASSAGES, parameters, results.facets, vocabulary=vocabulary)
    answer: PassagesOut = {
        "total": results.total,
        "page": parameters.page,
        "page_size": parameters.page_size,
        "query": to_query(results.reading),
        "items": [
            to_passage(hit, found[hit.trial_action], vocabulary)
            for hit in results.hits
            if hit.trial_action in found
        ],
        "facets": cast("PassageFacetsOut", facets),
        "links": links,
    }
    return respond(answer, links)
