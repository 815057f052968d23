"""Plan ↔ the file that its owner keeps.

The file is UTF-8 JSON with one field a line: ``format_plan(parse_plan(file)) == file`` for every
file that was written here. One written by hand may leave fields out.
"""

import json
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from catalogue.errors import InvalidPlan
from catalogue.plans import Plan

FORMAT = "proevehandling-plan"
VERSION = 1
ENDING = ".proevehandling.json"


def format_plan(plan: Plan) -> bytes:
    """Return the content of the plan's file."""
    fields = {"format": FORMAT, "version": VERSION, **plan.model_dump()}
    return f"{json.dumps(fields, ensure_ascii=False, indent=2)}\n".encode()


def parse_plan(content: bytes) -> Plan:
    """Return the plan that a file holds, or raise ``InvalidPlan``."""
    fields = _read_json(content)
    if fields.pop("format", None) != FORMAT:
        raise InvalidPlan("foreign", f"the format is not '{FORMAT}'")
    version = fields.pop("version", None)
    if version != VERSION:
        raise InvalidPlan("other-version", f"the version is not {VERSION} but {version!r}")
    try:
        return Plan.model_validate(fields)
    except ValidationError as error:
        places = (".".join(map(str, detail["loc"])) for detail in error.errors())
        raise InvalidPlan(
            "too-long" if _is_too_long(error) else "broken",
            f"these fields cannot be read: {', '.join(places)}",
        ) from error


def _is_too_long(error: ValidationError) -> bool:
    return all(detail["type"] == "too_long" for detail in error.errors())


def _read_json(content: bytes) -> dict[str, Any]:
    try:
        # Some editors begin a file with a mark that is no part of it.
        fields = from_json(content.decode("utf-8-sig"))
    except ValueError as error:
        raise InvalidPlan("unreadable", f"not JSON in UTF-8: {error}") from error
    if not isinstance(fields, dict):
        raise InvalidPlan("foreign", "not a JSON object")
    return fields
