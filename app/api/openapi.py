"""The API's own description, OpenAPI 3.1: FastAPI's, with every choice, error and example."""

from collections.abc import Mapping
from http import HTTPMethod
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from app import VERSION
from app.api.asking import CHOICES
from app.bad_parameters import BadParameter
from app.errors import BAD_PARAMETERS, FAULTS, UNEXPECTED, Fault
from app.parameters import Choices
from app.problems import MEDIA_TYPE, ProblemOut, to_problem
from catalogue.errors import UnknownGuidance, UnknownTrialAction
from index.errors import IndexMissing

DESCRIPTION = """\
Trial actions (prøvehandlinger) that Danish municipalities have tried in their schools, each with
its problem, goals, actions, experiences, outlook and learnings in the source's own words.

Ids are permanent. Within version 1, fields may be added but never changed or removed. No key is
needed, and any site may ask. Send the ETag of an answer back in If-None-Match to be told only what
is new. An unknown parameter or value is refused with the ones that exist.

Guidance, for those who plan a trial of their own, is a collection beside them, under /guidance.

A trial action is described by /api/v1/schema/trial-action.json (JSON Schema), and the catalogue,
for data portals, by /dcat.jsonld (DCAT-AP-DK). The texts belong to their publishers."""

# What an id in an address may turn out to be.
UNKNOWN = {"trial_action_id": UnknownTrialAction, "guidance_id": UnknownGuidance}
REFERENCE = {"$ref": "#/components/schemas/ProblemOut"}
EXAMPLE_FAULT = BadParameter("theme", "skolefravær", "no theme has this id", ("skolefravaer",))


def describe(
    app: FastAPI, choices: Choices, examples: Mapping[str, Mapping[str, object]]
) -> dict[str, Any]:
    """Return the OpenAPI document of the service."""
    document = get_openapi(
        title=app.title,
        version=VERSION,
        description=DESCRIPTION,
        routes=app.routes,
        servers=[{"url": "/"}],
    )
    schemas = document["components"]["schemas"]
    problem = TypeAdapter(ProblemOut).json_schema(ref_template="#/components/schemas/{model}")
    schemas |= problem.pop("$defs") | {"ProblemOut": problem}
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    for path in document["paths"].values():
        operation = path[HTTPMethod.GET.lower()]
        _add_choices(operation, choices)
        _add_answers(operation, examples)
    return document


def _add_choices(operation: dict[str, Any], choices: Choices) -> None:
    for parameter in operation.get("parameters", ()):
        if parameter["schema"].get("type") == "array":
            labels = choices.labels(parameter["schema"].get(CHOICES, parameter["name"]))
            # Made anew: the route's own description is kept for the next time.
            parameter["schema"] = {
                name: part for name, part in parameter["schema"].items() if name != CHOICES
            }
            parameter["schema"]["items"] = {
                "type": "string",
                "oneOf": [{"const": id_, "title": label} for id_, label in labels.items()],
            }


def _add_answers(operation: dict[str, Any], examples: Mapping[str, Mapping[str, object]]) -> None:
    answers = operation["responses"]
    answers["200"]["description"] = "What was asked for."
    if example := examples.get(operation["operationId"]):
        answers["200"]["content"]["application/json"]["example"] = example
    answers["200"]["headers"] = {
        "ETag": {
            "description": "For one address: as long as it is equal, so is the answer.",
            "schema": {"type": "string"},
        }
    }
    answers["304"] = {"description": "The answer is the one that If-None-Match names."}
    answers["422"] = _problem(BAD_PARAMETERS, (EXAMPLE_FAULT,))
    answers["500"] = _problem(UNEXPECTED)
    answers["503"] = _problem(FAULTS[IndexMissing])
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "path":
            answers["404"] = _problem(FAULTS[UNKNOWN[parameter["name"]]])
    operation["responses"] = dict(sorted(answers.items()))


def _problem(fault: Fault, parameters: tuple[BadParameter, ...] = ()) -> dict[str, Any]:
    example = to_problem(fault, parameters)
    return {
        "description": f"{fault.title}.",
        "content": {MEDIA_TYPE: {"schema": REFERENCE, "example": example}},
    }
