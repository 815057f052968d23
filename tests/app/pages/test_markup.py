"""What holds for the HTML of every page; that it is valid, ``get_page`` checks."""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import httpx
import pytest

from tests.app.pages.conftest import PATHS

# Pages of what cannot be shown.
STATUS = {"/findes-ikke", "/soeg?theme=hest"}
# What is nowhere in the API, or not yet of any trial action.
WITHOUT_DATA = {
    *("/tilgaengelighed", "/samling"),
    *(PATHS["comparison to choose"], PATHS["planner"]),
}
GetPage = Callable[..., Element]
# Of all style sheets of a page together; the planner's has one of its own.
LARGEST_STYLE = 20_000
# What is fetched but is no page.
FILES = ("/api/", "/moedeark.")
# Links that leave the catalogue; a test follows none of them.
ELSEWHERE = ("https://digst.dk/", "https://www.emu.dk", "mailto:")


@pytest.fixture
def page(path: str, get_page: GetPage) -> Element:
    return get_page(path)


def test_a_page_is_danish_and_has_one_heading_of_its_own(page: Element) -> None:
    assert page.get("lang") == "da"
    assert len(page.findall(".//h1")) == 1


def test_headings_skip_no_level(page: Element) -> None:
    levels = [int(e.tag[1]) for e in page.iter() if e.tag in {"h1", "h2", "h3", "h4", "h5"}]

    assert all(lower <= upper + 1 for upper, lower in pairwise(levels))


def test_a_page_has_its_landmarks_and_a_way_past_the_header(page: Element) -> None:
    assert [len(page.findall(f".//{name}")) for name in ("main", "body/header", "body/footer")] == [
        1,
        1,
        1,
    ]
    skip = page.find(".//a[@class='skip']")
    assert skip is not None
    assert skip.get("href") == "#indhold"


def test_no_id_stands_twice(page: Element) -> None:
    ids = Counter(element.get("id") for element in page.iter() if element.get("id"))

    assert [id_ for id_, count in ids.items() if count > 1] == []


def test_a_page_runs_one_script_and_sets_no_style_of_its_own(page: Element) -> None:
    scripts = [e for e in page.iter("script") if e.get("type") != "application/ld+json"]
    assert [e.get("src", "").partition("?")[0] for e in scripts] == ["/static/catalogue.js"]
    assert not "".join(scripts[0].itertext())
    assert page.findall(".//style") == []
    assert not [
        e.attrib for e in page.iter() if any(n == "style" or n[:2] == "on" for n in e.attrib)
    ]


def test_a_page_fetches_nothing_from_elsewhere(page: Element) -> None:
    fetched = [e.get("src", "") for e in page.iter() if e.get("src")]
    fetched += [
        e.get("href", "") for e in page.iter("link") if e.get("rel") in {"stylesheet", "icon"}
    ]

    assert fetched
    assert all(address.startswith("/static/") for address in fetched)


def test_a_page_has_a_description_and_a_title(page: Element) -> None:
    description = page.find(".//meta[@name='description']")

    assert description is not None
    assert description.get("content", "").strip()
    assert (page.findtext(".//title") or "").endswith(" – Prøvehandlinger")


def test_titles_tell_the_pages_apart(get_page: GetPage, paths: list[str]) -> None:
    titles = [get_page(path).findtext(".//title") for path in paths]

    assert len(set(titles)) == len(titles)


def test_the_address_to_keep_is_the_page_itself(get_page: GetPage, client: httpx.Client) -> None:
    link = get_page("/temaer/overgange").find(".//link[@rel='canonical']")

    assert link is not None
    assert link.get("href") == urljoin(str(client.base_url), "/temaer/overgange")


def test_the_same_as_data_is_where_the_page_says(
    page: Element, client: httpx.Client, path: str
) -> None:
    data = page.find(".//link[@type='application/json']")

    if data is None:
        assert path in {*WITHOUT_DATA, *STATUS}
    else:
        assert client.head(data.get("href", "")).headers["Content-Type"] == "application/json"


def test_a_browser_finds_the_search_and_the_feed(page: Element, client: httpx.Client) -> None:
    for rel, type_ in [
        ("search", "application/opensearchdescription+xml"),
        ("alternate", "application/atom+xml"),
    ]:
        link = page.find(f".//link[@rel='{rel}'][@type='{type_}']")
        assert link is not None
        assert client.head(link.get("href", "")).headers["Content-Type"] == type_


@pytest.mark.long
def test_every_link_leads_to_a_page_and_every_fragment_to_a_place_on_it(
    get_page: GetPage, client: httpx.Client, paths: list[str]
) -> None:
    pages = {path: get_page(path) for path in paths}
    addresses = {
        urljoin(path, anchor.get("href", ""))
        for path, page in pages.items()
        for anchor in page.iter("a")
    }

    for address in sorted(one for one in addresses if not one.startswith(ELSEWHERE)):
        path, _, fragment = address.partition("#")
        if path not in pages and urlsplit(path).path.startswith(FILES):
            assert client.head(path).status_code == 200, address
        elif path not in pages:
            pages[path] = get_page(path)
        if fragment:
            assert fragment in {element.get("id") for element in pages[path].iter()}, address


def test_the_style_of_a_page_is_small(client: httpx.Client, page: Element) -> None:
    links = page.findall(".//link[@rel='stylesheet']")

    assert links
    sheets = [client.get(link.get("href", "")).content for link in links]
    assert sum(map(len, sheets)) < LARGEST_STYLE


def test_only_the_page_with_the_map_fetches_the_style_of_the_map(page: Element) -> None:
    has_map = page.find(".//ol[@class='plain ways map']") is not None

    assert has_map == any("map.css" in link.get("href", "") for link in page.iter("link"))
