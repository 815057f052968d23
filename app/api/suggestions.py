"""Completions while a reader types."""

from typing import Literal

from fastapi import APIRouter
from fastapi.responses import Response
from typing_extensions import TypedDict

from app.api.asking import asks
from app.api.responding import respond
from app.dependencies import SnapshotDep, SuggestParametersDep
from app.parameters import SuggestParameters
from index.suggesting import suggest

router = APIRouter(prefix="/suggest", tags=["Suggestions"])


class SuggestionOut(TypedDict):
    """A completion; ``id`` is that of the term, place, school or trial action."""

    text: str
    type: Literal["term", "theme", "municipality", "school", "trial-action"]
    id: str
    count: int


class SuggestionsOut(TypedDict):
    """Completions, the likeliest first."""

    items: list[SuggestionOut]


@router.get("", response_model=SuggestionsOut, openapi_extra=asks(SuggestParameters))
def list_suggestions(parameters: SuggestParametersDep, snapshot: SnapshotDep) -> Response:
    """Complete what is being typed, from two letters."""
    answer: SuggestionsOut = {
        "items": [
            {"text": one.text, "type": one.type, "id": one.id, "count": one.count}
            for one in suggest(snapshot, parameters.q, parameters.limit)
        ]
    }
    return respond(answer)
