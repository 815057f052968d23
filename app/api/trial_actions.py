"""Search and browse the trial actions, read one, see which are like it."""

from typing import Annotated, cast

from fastapi import APIRouter, Path
from fastapi.responses import Response

from app.addresses import TRIAL_ACTIONS
from app.api.asking import asks
from app.api.facets import to_facets
from app.api.page_links import to_page_links
from app.api.record_answers import TrialActionOut
from app.api.responding import respond
from app.api.search_answers import FacetsOut, RelatedOut, SearchOut
from app.api.shapes import to_hit, to_query, to_similar, to_trial_action
from app.dependencies import (
    NothingAsked,
    RecordsDep,
    RelatedParametersDep,
    SearchParametersDep,
    SnapshotDep,
    VocabularyDep,
)
from app.parameters import RelatedParameters, SearchParameters, to_request
from catalogue.errors import UnknownTrialAction
from index.relating import find_related
from index.searching import search

TrialActionId = Annotated[str, Path(description="The id of a trial action.")]

router = APIRouter(prefix="/trial-actions", tags=["Trial actions"])


@router.get("", response_model=SearchOut, openapi_extra=asks(SearchParameters))
def list_trial_actions(
    parameters: SearchParametersDep,
    snapshot: SnapshotDep,
    records: RecordsDep,
    vocabulary: VocabularyDep,
) -> Response:
    """Search and browse the trial actions."""
    results = search(snapshot, to_request(parameters))
    found = {record.id: record for record in records.find([hit.id for hit in results.hits])}
    links = to_page_links(TRIAL_ACTIONS, parameters, results.total)
    facets = to_facets(TRIAL_ACTIONS, parameters, results.facets, vocabulary=vocabulary)
    answer: SearchOut = {
        "total": results.total,
        "page": parameters.page,
        "page_size": parameters.page_size,
        "query": to_query(results.reading),
        "items": [
            to_hit(hit, found[hit.id], vocabulary) for hit in results.hits if hit.id in found
        ],
        "facets": cast("FacetsOut", facets),
        "links": links,
    }
    return respond(answer, links)


@router.get("/{trial_action_id}", response_model=TrialActionOut, dependencies=[NothingAsked])
def read_trial_action(
    trial_action_id: TrialActionId, records: RecordsDep, vocabulary: VocabularyDep
) -> Response:
    """Read one trial action, whole."""
    return respond(to_trial_action(records.get(trial_action_id), vocabulary))


@router.get(
    "/{trial_action_id}/related",
    response_model=RelatedOut,
    openapi_extra=asks(RelatedParameters),
)
def list_related(
    trial_action_id: TrialActionId,
    parameters: RelatedParametersDep,
    snapshot: SnapshotDep,
    records: RecordsDep,
    vocabulary: VocabularyDep,
) -> Response:
    """List the trial actions that are like one, and what they share with it."""
    if trial_action_id not in snapshot.numbers:
        raise UnknownTrialAction(trial_action_id)
    related = {one.id: one for one in find_related(snapshot, trial_action_id, parameters.limit)}
    found = records.find(list(related))
    items = [to_similar(related[record.id], record, vocabulary) for record in found]
    answer: RelatedOut = {"items": items, "total": len(items)}
    return respond(answer)
