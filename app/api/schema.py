"""The JSON Schema of a trial action, for those who check or generate before they read."""

from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response
from pydantic import TypeAdapter

from app.addresses import SCHEMA
from app.api.record_answers import TrialActionOut
from app.api.responding import respond
from app.dependencies import NothingAsked

MEDIA_TYPE = "application/schema+json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"

router = APIRouter(prefix="/schema", include_in_schema=False, dependencies=[NothingAsked])


@router.get("/trial-action.json")
def read_schema() -> Response:
    """Read the JSON Schema of a trial action."""
    return respond(describe_trial_action(), media_type=MEDIA_TYPE)


def describe_trial_action() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a trial action as the API returns it."""
    schema = TypeAdapter(TrialActionOut).json_schema(mode="serialization")
    return {"$schema": DIALECT, "$id": SCHEMA, **schema, "title": "Trial action"}
