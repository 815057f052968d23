"""A page as a browser reads it: fetched over HTTP and parsed strictly, so bad HTML fails a test."""

import os
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import httpx
import pytest
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
GetPage = Callable[..., Element]
SOROE = "soroe-foraeldrepartnerskaber"
ODENSE = "odense-samarbejdspraksis-ppr"
LEMVIG = "lemvig-styrket-samarbejde"
# One page of every kind.
PATHS = {
    "home": "/",
    "all": "/soeg?page=2",
    "found": "/soeg?q=frav%C3%A6r&theme=skolefravaer",
    "nothing found": "/soeg?q=xyzzyq&theme=co-teaching&exact=true",
    "trial action": "/proevehandlinger/lemvig-styrket-samarbejde",
    "long trial action": "/proevehandlinger/odense-samarbejdspraksis-ppr",
    "municipalities": "/kommuner",
    "municipality": "/kommuner/hoeje-taastrup",
    "themes": "/temaer",
    "theme": "/temaer/ppr-taet-paa-praksis",
    "experiences": "/erfaringer?page=3",
    "experiences of a group": "/erfaringer?stakeholder=elever&q=trivsel",
    "no experiences": "/erfaringer?q=xyzzyq",
    "learnings": "/laeringer",
    "guidance": "/vejledning?audience=ledere",
    "guide": "/vejledning/vejledning-til-slidepakke",
    "charter": "/vejledning/kommissorium-laering-og-trivsel-for-alle",
    "overview": "/overblik",
    "about": "/om",
    "accessibility": "/tilgaengelighed",
    "empty shortlist": "/samling",
    "shortlist": f"/samling?id={SOROE}&id={ODENSE}&id=findes-ikke",
    "comparison": f"/sammenlign?id={SOROE}&id={ODENSE}&id={LEMVIG}",
    "comparison of one stakeholder": f"/sammenlign?id={SOROE}&id={LEMVIG}&stakeholder=elever",
    "comparison to choose": f"/sammenlign?id={LEMVIG}",
    "meeting sheet": f"/moedeark?id={ODENSE}&id={LEMVIG}",
    "found with a shortlist": f"/soeg?q=ppr&samling={ODENSE}&samling={SOROE}",
    "planner": f"/planlaeg?id={SOROE}&id={ODENSE}&id=findes-ikke",
    "unknown": "/findes-ikke",
    "refused": "/soeg?theme=hest",
}
STATUS = {"/findes-ikke": 404, "/soeg?theme=hest": 422}


@pytest.fixture
def paths() -> list[str]:
    """One page of every kind, all at once."""
    return list(PATHS.values())


# All tests of one page come together, so that a browser opens it once.
@pytest.fixture(scope="module", params=PATHS.values(), ids=list(PATHS))
def path(request: pytest.FixtureRequest) -> str:
    """One page of every kind, one after the other."""
    path: str = request.param
    return path


# The same page is read by many tests; none of them changes it.
@lru_cache(maxsize=128)
def read_page(text: str) -> Element:
    """Return the root of a page, which must be valid HTML."""
    root: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    return root


@pytest.fixture
def get_page(client: httpx.Client) -> GetPage:
    """Return what fetches the page at a path and gives its root element."""

    def get(path: str, status: int | None = None) -> Element:
        answer = client.get(path)
        assert answer.status_code == (status or STATUS.get(path, 200)), path
        return read_page(answer.text)

    return get


@pytest.fixture
def get_text(get_page: GetPage) -> Callable[..., str]:
    """Return what fetches the page at a path and gives the text of its main part, on one line."""

    def get(path: str, status: int | None = None) -> str:
        main = get_page(path, status).find(".//main")
        assert main is not None
        return " ".join("".join(main.itertext()).split())

    return get


# Not for the whole session: while a browser is open, no test can run an event loop of its own.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real browser, the same one for all tests of a file."""
    if not Path(CHROMIUM).exists():
        # A reader's machine may have none; where the whole is proved, nothing may be left out.
        missing = f"no browser at {CHROMIUM}; CHROMIUM names another one"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()
