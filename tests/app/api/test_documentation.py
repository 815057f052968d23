"""What the API says of itself."""

import re

import html5lib
import httpx
import jsonschema_rs
import pytest
from openapi_spec_validator import validate

from tests.app.conftest import JSON, Ask

PROBLEM = "application/problem+json"


@pytest.fixture(scope="module")
def document(ask: Ask) -> JSON:
    return ask("/openapi.json")


@pytest.fixture(scope="module")
def page(client: httpx.Client) -> str:
    return client.get("/api/v1/docs").text


def test_the_document_is_openapi_3_1(document: JSON) -> None:
    validate(document)

    assert document["openapi"].startswith("3.1")


def test_every_path_of_the_design_is_documented(document: JSON) -> None:
    names = "trial-actions passages municipalities themes focus-areas stakeholders levels"
    names += " suggest export changes status trial-actions/{trial_action_id}"
    names += " trial-actions/{trial_action_id}/related guidance guidance/{guidance_id}"

    assert document["paths"].keys() == {f"/api/v1/{name}" for name in names.split()}


def test_every_operation_tells_its_answers_and_errors_with_examples(document: JSON) -> None:
    for path, methods in document["paths"].items():
        operation = methods["get"]
        answers = operation["responses"]
        assert operation["description"]
        assert {"200", "304", "422", "500", "503"} <= answers.keys()
        assert ("404" in answers) == ("{" in path)
        for status in answers.keys() - {"200", "304"}:
            assert answers[status]["description"]
            assert answers[status]["content"][PROBLEM]["example"]["status"] == int(status)


def test_every_example_is_as_the_document_says(document: JSON) -> None:
    for methods in document["paths"].values():
        for answer in methods["get"]["responses"].values():
            for content in answer.get("content", {}).values():
                if "example" in content:
                    schema = {**content["schema"], "components": document["components"]}
                    jsonschema_rs.validate(schema, content["example"])


def test_every_choice_is_listed_with_its_label(document: JSON) -> None:
    parameters = document["paths"]["/api/v1/trial-actions"]["get"]["parameters"]
    choices = {one["name"]: one["schema"] for one in parameters}

    assert choices["level"]["items"]["oneOf"][0] == {"const": "dagtilbud", "title": "Dagtilbud"}
    assert {"const": "tinglev-skole", "title": "Tinglev Skole"} in choices["school"]["items"][
        "oneOf"
    ]
    assert choices["sort"]["enum"] == ["relevance", "municipality", "title"]
    assert all(one["description"] for one in parameters)


def test_every_schema_says_what_it_is(document: JSON) -> None:
    assert all(schema["description"] for schema in document["components"]["schemas"].values())


def test_every_parameter_that_is_documented_is_allowed(
    document: JSON, client: httpx.Client
) -> None:
    for path, methods in document["paths"].items():
        for parameter in methods["get"].get("parameters", ()):
            if parameter["in"] == "query":
                schema = parameter["schema"]
                values = [one["const"] for one in schema.get("items", {}).get("oneOf", ())]
                value = (values or schema.get("enum") or [schema["default"]])[0]
                address = path.format(
                    trial_action_id="soroe-foraeldrepartnerskaber", guidance_id="none asks here"
                )
                response = client.get(address, params={parameter["name"]: value})
                assert response.status_code == 200, response.text


def test_the_documentation_is_a_valid_page_without_scripts_or_other_sites(page: str) -> None:
    html5lib.HTMLParser(strict=True).parse(page)

    assert "<script" not in page
    assert "style=" not in page
    assert not re.search(r"""(?:src|href)=["'](?!/|#)""", page)


def test_the_documentation_shows_every_path_and_explains_every_problem(
    page: str, document: JSON
) -> None:
    for path in document["paths"]:
        assert f"GET {path}" in page
    for problem in ("unknown-trial-action", "bad-parameters", "index-missing", "unexpected"):
        assert f'id="{problem}"' in page


def test_what_the_documentation_links_to_is_there(page: str, client: httpx.Client) -> None:
    for address in set(re.findall(r'(?:src|href)="(/[^"#]*)', page)):
        assert client.get(address).status_code == 200
