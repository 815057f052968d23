"""Parameters → their description for the API's documentation."""

from typing import Any

from app.parameters import Parameters

# Says of which vocabulary the choices are, until they are listed.
CHOICES = "choices"


def asks(model: type[Parameters]) -> dict[str, Any]:
    """Return the description of every parameter of a path."""
    properties = model.model_json_schema()["properties"]
    described = [_describe(name, dict(schema)) for name, schema in properties.items()]
    for parameter in described:
        if parameter["name"] in model.renamed:
            parameter["schema"][CHOICES] = model.renamed[parameter["name"]]
    return {"parameters": described}


def _describe(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    # Left out, not null, is how a parameter is not given.
    alternatives = [one for one in schema.pop("anyOf", []) if one != {"type": "null"}]
    described = {
        "name": name,
        "in": "query",
        "required": False,
        "description": schema.pop("description"),
    }
    schema.pop("title")
    if schema.get("default") in ([], None):
        schema.pop("default")
    return {**described, "schema": {**schema, **(alternatives[0] if alternatives else {})}}
