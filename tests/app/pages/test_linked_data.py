"""Pages told to machines in the words of schema.org."""

import json
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

import httpx
import pytest

GetPage = Callable[..., Element]


def linked(page: Element) -> dict[str, Any]:
    (block,) = page.findall(".//script[@type='application/ld+json']")
    found: dict[str, Any] = json.loads("".join(block.itertext()))
    assert found["@context"] == "https://schema.org"
    return found


def test_a_trial_action_is_an_article_about_its_themes_in_its_place_from_its_source(
    get_page: GetPage, client: httpx.Client
) -> None:
    article = linked(get_page("/proevehandlinger/soroe-foraeldrepartnerskaber"))

    address = f"{client.base_url}".rstrip("/")
    assert article["@type"] == "Article"
    assert article["url"] == f"{address}/proevehandlinger/soroe-foraeldrepartnerskaber"
    assert article["inLanguage"] == "da"
    assert {theme["@type"] for theme in article["about"]} == {"DefinedTerm"}
    assert "foraeldresamarbejde" in {theme["termCode"] for theme in article["about"]}
    assert article["spatialCoverage"]["@type"] == "AdministrativeArea"
    assert article["spatialCoverage"]["name"] == "Sorø Kommune"
    assert article["spatialCoverage"]["identifier"]["value"] == "0340"
    assert article["isBasedOn"]["publisher"]["name"] == "KL"


def test_the_home_page_is_a_site_with_a_search_and_a_catalogue_with_files(
    get_page: GetPage, client: httpx.Client
) -> None:
    site, catalogue = linked(get_page("/"))["@graph"]

    template = site["potentialAction"]["target"]["urlTemplate"]
    assert client.get(template.replace("{search_term_string}", "ro")).status_code == 200
    assert catalogue["@type"] == "Dataset"
    for file in catalogue["distribution"]:
        answer = client.head(file["contentUrl"])
        assert answer.headers["Content-Type"].startswith(file["encodingFormat"])


@pytest.mark.parametrize("path", ["/om", "/soeg", "/findes-ikke"])
def test_other_pages_say_nothing_of_the_kind(client: httpx.Client, path: str) -> None:
    assert "ld+json" not in client.get(path).text
