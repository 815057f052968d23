"""What machines read to find the pages."""

import asyncio
from collections.abc import Callable, Sequence
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element, fromstring

import httpx
import pytest

from app.main import create_app
from app.settings import Settings

Read = Callable[[str], Element]
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
# What can stand in a Host header and would be markup, or no address, if it were repeated.
HOSTS = ['a"><script>alert(1)</script>', "[", "a b", "a/../b", "{q}"]


def parse(text: str) -> Element:
    return fromstring(text)  # noqa: S314 - our own answer


@pytest.fixture
def read(client: httpx.Client) -> Read:
    def get(path: str) -> Element:
        answer = client.get(path)
        assert answer.status_code == 200
        return parse(answer.text)

    return get


def ask(
    settings: Settings, paths: Sequence[str], headers: dict[str, str] | None = None
) -> list[httpx.Response]:
    async def get() -> list[httpx.Response]:
        app = create_app(settings)
        transport = httpx.ASGITransport(app)
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=transport, base_url="http://test") as client,
        ):
            return [await client.get(path, headers=headers) for path in paths]

    return asyncio.run(get())


def test_the_site_map_names_every_page_that_stands_still(read: Read, client: httpx.Client) -> None:
    addresses = [location.text or "" for location in read("/sitemap.xml").iter(f"{SITEMAP}loc")]

    assert len(addresses) == len(set(addresses)) == 10 + 17 + 14 + 24 + 4
    for address in addresses:
        assert address.startswith(str(client.base_url).rstrip("/"))
        assert client.head(urlsplit(address).path).status_code == 200, address


def test_crawlers_are_kept_from_the_endless_ways_to_filter(client: httpx.Client) -> None:
    rules = client.get("/robots.txt")

    assert rules.headers["Content-Type"].startswith("text/plain")
    for path in ("/soeg?", "/erfaringer?", "/*samling=", "/samling", "/sammenlign", "/moedeark"):
        assert f"Disallow: {path}" in rules.text.splitlines()
    assert rules.text.endswith(f"Sitemap: {urljoin(str(client.base_url), '/sitemap.xml')}\n")


def test_the_feed_has_every_trial_action_with_what_a_reader_needs(
    read: Read, client: httpx.Client
) -> None:
    feed = read("/feed.atom")

    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 24
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert element.findtext(f"{ATOM}{name}")
    for entry in entries:
        link = entry.find(f"{ATOM}link[@rel='alternate'][@type='text/html']")
        assert link is not None
        assert link.get("href") == entry.findtext(f"{ATOM}id")
        assert entry.findtext(f"{ATOM}summary")
        assert entry.findtext(f"{ATOM}author/{ATOM}name")


def test_a_browser_can_search_the_catalogue(read: Read, client: httpx.Client) -> None:
    description = read("/opensearch.xml")

    url = description.find(f"{SEARCH}Url[@type='text/html']")
    assert url is not None
    address = url.get("template", "").replace("{searchTerms}", "frav%C3%A6r")
    assert "fravær" in client.get(address).text
    assert len(description.findtext(f"{SEARCH}ShortName") or "") <= 16


def test_a_browser_that_guesses_at_the_icon_finds_it(client: httpx.Client) -> None:
    icon = client.get("/favicon.ico", follow_redirects=True)

    assert icon.headers["Content-Type"] == "image/svg+xml"


@pytest.mark.parametrize("host", HOSTS)
def test_a_host_that_is_none_is_not_repeated(settings: Settings, host: str) -> None:
    for answer in ask(settings, ("/feed.atom", "/"), {"Host": host}):
        assert answer.status_code == 200
        assert f"://{host}" not in answer.text
        assert "http://localhost/" in answer.text


def test_a_configured_address_stands_in_every_whole_link(settings: Settings) -> None:
    configured = settings.model_copy(update={"address": "https://katalog.example/"})

    paths = ("/sitemap.xml", "/feed.atom", "/opensearch.xml", "/robots.txt", "/om")
    for answer in ask(configured, paths):
        assert "https://katalog.example/" in answer.text
        assert "https://katalog.example//" not in answer.text
        assert "http://test" not in answer.text
