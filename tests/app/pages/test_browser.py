"""The pages in a real browser: accessible, readable on a phone, all there on paper."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

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
PHONE, DESK = 320, 1280


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert Path(CHROMIUM).exists(), f"no browser at {CHROMIUM}; CHROMIUM names another one"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def open_page(
    browser: Browser, address: str, width: int, colours: Literal["light", "dark"]
) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=colours)
    page.goto(address)
    # What is folded away must be as good as the rest.
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    return page


@pytest.mark.parametrize(("width", "colours"), [(PHONE, "light"), (DESK, "light"), (DESK, "dark")])
def test_a_page_is_accessible(
    browser: Browser, base_url: str, path: str, width: int, colours: Literal["light", "dark"]
) -> None:
    page = open_page(browser, base_url + path, width, colours)

    report = Axe().run(page)

    page.close()
    assert report.violations_count == 0, report.generate_report()


def test_a_page_needs_no_sideways_scroll_on_the_smallest_phone(
    browser: Browser, base_url: str, path: str
) -> None:
    page = open_page(browser, base_url + path, PHONE, "light")

    width = page.evaluate("document.documentElement.scrollWidth")

    page.close()
    assert width == PHONE


def test_a_page_breaks_none_of_its_own_rules(browser: Browser, base_url: str, path: str) -> None:
    page = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))

    page.goto(base_url + path)

    page.close()
    assert not [text for text in said if "Content Security Policy" in text]
    assert all(address.startswith(base_url) for address in asked)


def test_on_a_phone_the_hits_come_before_the_filters(browser: Browser, base_url: str) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": 900})
    page.goto(f"{base_url}/soeg?q=samarbejde")

    assert page.get_by_text("Afgræns resultatet").is_visible()
    assert not page.get_by_role("button", name="Vis resultater").is_visible()
    first_hit = page.locator("article h3").first.bounding_box()
    assert first_hit is not None
    assert first_hit["y"] < 900
    page.close()


def test_filters_are_chosen_with_the_keyboard_and_stand_in_the_address(
    browser: Browser, base_url: str
) -> None:
    page = browser.new_page(viewport={"width": DESK, "height": 900})
    page.goto(f"{base_url}/soeg?q=samarbejde")

    page.get_by_label("PPR tæt på praksis").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Vis resultater").focus()
    page.keyboard.press("Enter")

    page.wait_for_url("**theme=ppr-taet-paa-praksis*")
    assert page.get_by_label("PPR tæt på praksis").is_checked()
    assert page.get_by_role("link", name="Fjern filteret Tema: PPR tæt på praksis").is_visible()
    page.close()


def test_the_first_stop_of_the_keyboard_leads_past_the_header(
    browser: Browser, base_url: str
) -> None:
    page = browser.new_page()
    page.goto(base_url)

    page.keyboard.press("Tab")

    skip = page.get_by_role("link", name="Gå til indhold")
    assert page.evaluate("document.activeElement.textContent") == "Gå til indhold"
    assert skip.bounding_box() is not None
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
    page.close()


def test_on_paper_a_trial_action_is_text_without_navigation(
    browser: Browser, base_url: str
) -> None:
    page = browser.new_page()
    page.goto(f"{base_url}/proevehandlinger/kolding-deltagelsesmuligheder")

    page.emulate_media(media="print")

    assert page.get_by_role("heading", name="Læringer").is_visible()
    for hidden in ("header.site", "footer.site", ".contents", ".crumbs", ".related"):
        assert not page.locator(hidden).is_visible(), hidden
    page.close()
