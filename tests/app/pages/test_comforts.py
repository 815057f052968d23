"""What the script adds: suggestions while typing, and references to copy."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def page(browser: Browser, base_url: str) -> Iterator[Page]:
    context = browser.new_context(
        base_url=base_url, permissions=["clipboard-read", "clipboard-write"]
    )
    yield context.new_page()
    context.close()


def test_the_script_is_small(browser: Browser, base_url: str, page: Page) -> None:
    page.goto("/om")

    script = page.locator("head script[src]").get_attribute("src")
    assert script is not None
    assert len(page.request.get(script).body()) < 10_000


def test_suggestions_are_chosen_with_the_keyboard_and_lead_to_their_page(page: Page) -> None:
    page.goto("/")
    field = page.get_by_role("combobox")
    field.press_sequentially("skolefra")

    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    # What is offered for the last letter takes the place of what was offered before.
    page.wait_for_load_state("networkidle")
    field.press("ArrowDown")
    chosen = field.get_attribute("aria-activedescendant")
    assert page.locator(f"#{chosen}").get_attribute("aria-selected") == "true"
    field.press("Enter")

    page.wait_for_url("**/temaer/skolefravaer")


def test_the_shortlist_goes_along_to_what_was_suggested(page: Page) -> None:
    page.goto("/soeg?samling=odense-samarbejdspraksis-ppr")
    page.get_by_role("combobox").press_sequentially("tinglev")

    page.get_by_role("option").filter(has_text="Tinglev").first.click()

    page.wait_for_url("**/soeg?school=*&samling=odense-samarbejdspraksis-ppr")


def test_escape_closes_the_suggestions_and_keeps_what_was_typed(page: Page) -> None:
    page.goto("/soeg")
    field = page.get_by_role("combobox")
    field.press_sequentially("samarb")
    expect(page.get_by_role("option").first).to_be_visible()

    field.press("Escape")

    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("samarb")


def test_enter_without_a_choice_searches_for_what_was_typed(page: Page) -> None:
    page.goto("/")
    field = page.get_by_role("combobox")
    field.press_sequentially("odense")
    expect(page.get_by_role("option").first).to_be_visible()

    field.press("Enter")

    page.wait_for_url("**/soeg?q=odense")


def test_a_suggestion_can_be_clicked_and_on_another_page_fills_its_own_search(page: Page) -> None:
    page.goto("/erfaringer")
    page.get_by_role("combobox").press_sequentially("trivsel")

    page.get_by_role("option").filter(has_text="Trivsel og fællesskab").click()

    page.wait_for_url("**/erfaringer?q=Trivsel+og+f%C3%A6llesskab")


def test_markup_in_a_suggestion_is_text(page: Page) -> None:
    answer = {"items": [{"text": "<img src=x onerror=alert(1)>", "type": "term", "id": "x"}]}
    page.route("**/api/v1/suggest*", lambda route: route.fulfill(json=answer))
    page.goto("/")
    page.get_by_role("combobox").press_sequentially("img")

    expect(page.get_by_role("option")).to_contain_text("<img src=x onerror=alert(1)>")


def test_a_service_that_does_not_answer_takes_nothing_from_the_field(page: Page) -> None:
    page.route("**/api/v1/suggest*", lambda route: route.abort())
    page.goto("/")
    field = page.get_by_role("combobox")
    with page.expect_event("requestfailed"):
        field.press_sequentially("frav")

    expect(page.get_by_role("option")).to_have_count(0)
    expect(field).to_have_value("frav")


def test_a_reference_is_copied_with_its_text_source_and_address(page: Page, base_url: str) -> None:
    path = "/proevehandlinger/soroe-foraeldrepartnerskaber"
    page.goto(path)

    block = page.locator("#learnings-1")
    block.hover()
    block.get_by_role("button", name="Kopiér henvisning til læringer 1").click()

    expect(page.get_by_text("Henvisningen til læringer 1 er kopieret.")).to_have_count(1)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("”")
    assert "Sorø Kommune: " in copied
    assert "KL: En skole, der kan mere for flere" in copied
    assert ", linje " in copied
    assert copied.endswith(f". {base_url}{path}#learnings-1")
