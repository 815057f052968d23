"""Every kind of page in a real browser: accessible, readable on a phone, self-contained."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe, AxeResults
from playwright.sync_api import Browser, Page

PHONE, DESK = 320, 1280
# What passes need not be told: it takes a third of the time.
BRIEFLY = {"resultTypes": ["violations"]}


@dataclass
class Visit:
    """A page that stays open, with all it said and asked for."""

    page: Page
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def show(self, width: int, colours: Literal["light", "dark"] = "light") -> Page:
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.emulate_media(color_scheme=colours)
        return self.page


Judge = Callable[[Visit, int], AxeResults]


def open_page(browser: Browser, address: str, *, script: bool) -> Iterator[Visit]:
    context = browser.new_context()
    if not script:
        # Axe is a script itself; what a reader without JavaScript sees is the page without ours.
        context.route("**/*.js*", lambda route: route.abort())
    visit = Visit(context.new_page())
    visit.page.on("console", lambda message: visit.said.append(message.text))
    visit.page.on("pageerror", lambda error: visit.said.append(str(error)))
    visit.page.on("request", lambda request: visit.asked.append(request.url))
    visit.page.goto(address)
    # What is folded away must be as good as the rest.
    visit.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    yield visit
    context.close()


@pytest.fixture(scope="module")
def visit(browser: Browser, base_url: str, path: str) -> Iterator[Visit]:
    yield from open_page(browser, base_url + path, script=True)


@pytest.fixture(scope="module")
def plain_visit(browser: Browser, base_url: str, path: str) -> Iterator[Visit]:
    yield from open_page(browser, base_url + path, script=False)


@pytest.fixture(scope="module")
def judge(path: str) -> Judge:
    """Return what says how accessible a page is; what two visits both see is judged once."""
    reports: dict[tuple[str, int], AxeResults] = {}

    def judge(visit: Visit, width: int) -> AxeResults:
        page = visit.show(width)
        seen = page.content(), width
        if seen not in reports:
            reports[seen] = Axe().run(page, options=BRIEFLY)
        return reports[seen]

    return judge


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_page_is_accessible(visit: Visit, width: int, judge: Judge) -> None:
    report = judge(visit, width)

    assert report.violations_count == 0, report.generate_report()


def test_a_page_can_be_read_in_the_dark(visit: Visit) -> None:
    report = Axe().run(visit.show(DESK, "dark"), options=BRIEFLY | {"runOnly": ["color-contrast"]})

    assert report.violations_count == 0, report.generate_report()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_page_is_accessible_without_javascript(
    plain_visit: Visit, width: int, judge: Judge
) -> None:
    report = judge(plain_visit, width)

    assert report.violations_count == 0, report.generate_report()


def test_a_page_needs_no_sideways_scroll_at_400_percent(visit: Visit, plain_visit: Visit) -> None:
    # 1280 pixels at 400 % are as wide as the smallest phone.
    for one in (visit, plain_visit):
        assert one.show(PHONE).evaluate("document.documentElement.scrollWidth") == PHONE


def test_a_page_breaks_none_of_its_own_rules(visit: Visit, base_url: str) -> None:
    assert not [text for text in visit.said if "Failed to load resource" not in text]
    assert all(address.startswith(base_url) for address in visit.asked)
