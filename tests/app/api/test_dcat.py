"""The description for data portals."""

import httpx
import pytest

from tests.app.conftest import JSON, Ask

DCAT = "/dcat.jsonld"


@pytest.fixture(scope="module")
def catalog(client: httpx.Client) -> JSON:
    response = client.get(DCAT)
    assert response.headers["Content-Type"] == "application/ld+json"
    return response.json()


def list_kind(node: JSON, kind: str) -> list[JSON]:
    """Return every node of a type, however deep."""
    if isinstance(node, list):
        return [found for one in node for found in list_kind(one, kind)]
    if not isinstance(node, dict):
        return []
    own = [node] if node.get("@type") == kind else []
    return own + list_kind(list(node.values()), kind)


REQUIRED = {
    "dcat:Catalog": ["dct:title", "dct:description", "dct:publisher", "dcat:dataset"],
    "dcat:Dataset": ["dct:title", "dct:description", "dct:publisher", "dcat:distribution"],
    "dcat:Distribution": ["dcat:accessURL", "dcat:downloadURL", "dct:rights", "dct:title"],
    "dcat:DataService": ["dcat:endpointURL", "dcat:endpointDescription", "dcat:servesDataset"],
}


@pytest.mark.parametrize(("kind", "names"), REQUIRED.items(), ids=REQUIRED)
def test_every_node_says_what_the_profile_asks_of_its_kind(
    catalog: JSON, kind: str, names: list[str]
) -> None:
    nodes = list_kind(catalog, kind)

    assert nodes
    for node in nodes:
        assert {name for name in names if node.get(name)} == set(names)


def test_every_format_of_the_export_is_a_distribution_that_can_be_downloaded(
    catalog: JSON, client: httpx.Client, ask: Ask
) -> None:
    parameters = ask("/openapi.json")["paths"]["/api/v1/export"]["get"]["parameters"]
    formats = next(one["schema"]["enum"] for one in parameters if one["name"] == "format")
    files = list_kind(catalog, "dcat:Distribution")

    assert [file["@id"].rpartition("=")[2] for file in files] == formats
    for file in files:
        response = client.get(file["dcat:downloadURL"]["@id"])
        media_type = response.headers["Content-Type"].partition(";")[0]
        # NDJSON has no registered type that a portal would know.
        stated = file.get("dcat:mediaType", {"@id": "application/x-ndjson"})
        assert stated["@id"].endswith(media_type)


def test_what_the_service_points_to_is_there(catalog: JSON, client: httpx.Client) -> None:
    (service,) = list_kind(catalog, "dcat:DataService")

    assert client.get(service["dcat:endpointDescription"]["@id"]).json()["openapi"]
    assert client.get(service["foaf:page"]["@id"]).status_code == 200
    (dataset,) = list_kind(catalog, "dcat:Dataset")
    assert service["dcat:servesDataset"]["@id"] == dataset["@id"]


def test_no_licence_is_made_up_and_the_publishers_are_named(catalog: JSON) -> None:
    (dataset,) = list_kind(catalog, "dcat:Dataset")
    rights = [node["dct:rights"] for node in list_kind(dataset, "dcat:Distribution")]

    assert "dct:license" not in str(catalog)
    assert [one["foaf:name"] for one in dataset["dct:publisher"]] == ["KL"]
    assert all("KL" in text["@value"] for one in rights for text in one["rdfs:label"])


def test_it_names_the_sources_that_something_comes_from(catalog: JSON) -> None:
    (dataset,) = list_kind(catalog, "dcat:Dataset")
    labels = [label for node in dataset["dct:provenance"] for label in node["rdfs:label"]]
    sources = [label["@value"] for label in labels]

    assert len(sources) == 5
    assert not [source for source in sources if "egen plan" in source]


def test_the_catalogue_is_about_denmark_in_danish_and_about_education(catalog: JSON) -> None:
    (dataset,) = list_kind(catalog, "dcat:Dataset")

    assert dataset["dct:language"]["@id"].endswith("/language/DAN")
    assert dataset["dct:spatial"]["@id"].endswith("/country/DNK")
    assert dataset["dcat:theme"]["@id"].endswith("/data-theme/EDUC")
    assert {"@language": "da", "@value": "Skolefravær og skolevægring"} in dataset["dcat:keyword"]


def test_it_is_answered_as_the_api_is(client: httpx.Client) -> None:
    first = client.get(DCAT)
    again = client.get(DCAT, headers={"If-None-Match": first.headers["ETag"]})

    assert first.headers["Access-Control-Allow-Origin"] == "*"
    assert again.status_code == 304
    assert client.get(f"{DCAT}?x=1").headers["Content-Type"] == "application/problem+json"
