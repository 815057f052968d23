"""The JSON Schema of a trial action."""

import httpx
import jsonschema_rs
import pytest

from tests.app.conftest import JSON, Ask

SCHEMA = "/api/v1/schema/trial-action.json"


@pytest.fixture(scope="module")
def schema(client: httpx.Client) -> JSON:
    response = client.get(SCHEMA)
    assert response.headers["Content-Type"] == "application/schema+json"
    return response.json()


def test_it_is_a_json_schema_of_2020(schema: JSON) -> None:
    jsonschema_rs.meta.validate(schema)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == SCHEMA
    assert schema["title"] == "Trial action"


def test_every_record_is_as_the_schema_says(schema: JSON, ask: Ask) -> None:
    records = ask("/export")["items"]

    assert len(records) == 24
    for record in records:
        jsonschema_rs.validate(schema, record)


@pytest.mark.parametrize("field", ["id", "municipality", "experiences", "source"])
def test_what_lacks_a_field_is_not_a_record(schema: JSON, ask: Ask, field: str) -> None:
    record = ask("/trial-actions/odder-bedre-muligheder-for-alle")
    del record[field]

    assert not jsonschema_rs.is_valid(schema, record)


def test_every_field_of_a_record_is_in_the_schema(schema: JSON, ask: Ask) -> None:
    record = ask("/trial-actions/odder-bedre-muligheder-for-alle")

    assert schema["properties"].keys() == record.keys()
    assert set(schema["required"]) == record.keys()
