"""From what others did to a plan of one's own, in a real browser, with and without JavaScript."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from docx import Document
from playwright.sync_api import Browser, Download, Page, expect

from catalogue.plan_files import parse_plan

# Cells with more in them than they have room for, and tables wider than the page.
TOO_WIDE = """[...document.querySelectorAll("table, td, th")]
  .filter(one => one.scrollWidth > one.clientWidth + 2
    || one.getBoundingClientRect().right > innerWidth + 1)
  .map(one => one.textContent)"""


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def page(request: pytest.FixtureRequest, browser: Browser, base_url: str) -> Iterator[Page]:
    context = browser.new_context(base_url=base_url, java_script_enabled=request.param)
    yield context.new_page()
    context.close()


def press_and_download(page: Page, button: str) -> Download:
    with page.expect_download() as started:
        page.get_by_role("button", name=button).click()
    return started.value


def test_from_a_shortlist_to_a_plan_in_word(page: Page) -> None:
    page.goto("/samling?id=aabenraa-skolevaegring&id=frederiksberg-skolefravaer")
    page.get_by_role("link", name="Planlæg egen prøvehandling").click()
    beside = page.locator("#udfordringen .beside-step")
    expect(beside).to_contain_text("Skolen har oplevet en stigning i antallet af børn")

    page.get_by_label("Hvilket problem skal I løse?").fill("Uro <b>=1+1</b>\nog fravær")
    page.get_by_label("Titel").fill("Nærvær på Åskolen")
    page.get_by_label("Aktivitet").first.fill("Vi mødes med forældrene")
    page.get_by_role("button", name="Tilføj en aktivitet").click()
    expect(page.get_by_role("group", name="Aktivitet 4")).to_be_visible()
    expect(page.get_by_label("Aktivitet").first).to_have_value("Vi mødes med forældrene")

    document = press_and_download(page, "Hent som Word")

    assert document.suggested_filename == "naervaer-paa-aaskolen.docx"
    word = Document(BytesIO(Path(document.path()).read_bytes()))
    texts = [paragraph.text for paragraph in word.paragraphs]
    assert "Uro <b>=1+1</b>" in texts
    assert "Aabenraa: Forebyggelse af skolevægring" in texts
    assert word.tables[0].rows[1].cells[1].text == "Vi mødes med forældrene"
    # What was written is still on the page.
    expect(page.get_by_label("Titel")).to_have_value("Nærvær på Åskolen")


def test_a_plan_is_saved_and_opened_another_day(page: Page, tmp_path: Path) -> None:
    page.goto("/planlaeg?id=aabenraa-skolevaegring")
    page.get_by_label("Hvad vil I opnå?").fill("Ro\n\nog nærvær")
    page.get_by_label("Overgange og brobygning").check()
    saved = press_and_download(page, "Gem som fil")
    saved.save_as(tmp_path / saved.suggested_filename)

    page.goto("/planlaeg")
    page.get_by_text("Åbn en plan, I har gemt").click()
    page.get_by_label("Planens fil").set_input_files(tmp_path / saved.suggested_filename)
    page.get_by_role("button", name="Åbn filen").click()

    expect(page.get_by_role("status")).to_have_text("Planen er åbnet.")
    expect(page.get_by_label("Hvad vil I opnå?")).to_have_value("Ro\n\nog nærvær")
    expect(page.get_by_label("Overgange og brobygning")).to_be_checked()
    again = press_and_download(page, "Gem som fil")
    first = (tmp_path / saved.suggested_filename).read_bytes()
    assert Path(again.path()).read_bytes() == first
    assert parse_plan(first).purpose == "Ro\n\nog nærvær"


def test_a_long_plan_comes_back_from_the_page_for_printing(page: Page) -> None:
    # As the address of a search is written, each of these letters takes six bytes.
    written = "å" * 300_000
    page.goto("/planlaeg")
    page.get_by_label("Hvad vil I opnå?").fill(written)
    page.get_by_role("button", name="Vis til print").click()

    page.get_by_role("button", name="Tilbage til planen").click()

    expect(page.get_by_label("Hvad vil I opnå?")).to_have_value(written)


def test_a_broken_file_costs_nothing_and_its_error_leads_to_the_field(
    page: Page, tmp_path: Path
) -> None:
    (tmp_path / "hat.json").write_text("ikke en plan", "utf-8")
    page.goto("/planlaeg?id=aabenraa-skolevaegring")
    page.get_by_text("Åbn en plan, I har gemt").click()
    page.get_by_label("Planens fil").set_input_files(tmp_path / "hat.json")
    page.get_by_role("button", name="Åbn filen").click()

    error = page.get_by_role("alert").get_by_role("link")
    expect(error).to_contain_text("Filen kan ikke læses")
    error.click()
    expect(page.get_by_label("Planens fil")).to_be_in_viewport()
    expect(page.get_by_label("Forebyggelse af skolevægring")).to_be_checked()


def test_the_enter_key_loses_nothing(page: Page) -> None:
    page.goto("/planlaeg")

    page.get_by_label("Titel").fill("Nærvær")
    page.get_by_label("Titel").press("Enter")

    expect(page.get_by_text("påbegyndt")).to_have_count(1)
    expect(page.get_by_label("Titel")).to_have_value("Nærvær")


@pytest.mark.parametrize("width", [320, 1280])
def test_a_plan_is_read_and_printed_as_a_document(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/planlaeg")
    page.get_by_label("Interessent eller målgruppe").first.fill("Forældre")
    page.get_by_role("button", name="Vis til print").click()

    assert page.evaluate("document.documentElement.scrollWidth") == width
    expect(page.get_by_role("cell", name="Forældre")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("button").first).to_be_hidden()
    expect(page.get_by_role("heading", name="9. Interessenterne")).to_be_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


# axe is a script itself: where none may run, it never answers.
@pytest.mark.parametrize("page", [True], ids=["with script"], indirect=True)
def test_a_table_of_long_words_is_whole_on_the_screen_and_on_paper(page: Page) -> None:
    page.goto("/planlaeg")
    for label in ("Interessent eller målgruppe", "Rolle", "Vigtighed", "Interesse", "Indflydelse"):
        page.get_by_label(label, exact=True).first.fill("Ressourcepersonerne og kontaktlærerne")
    page.get_by_label("Ansvarlig").first.fill("Ressourcepersonsgruppeformanden")
    page.get_by_role("button", name="Vis til print").click()

    assert Axe().run(page).violations_count == 0
    assert page.evaluate(TOO_WIDE) == []
    # An A4 page between its margins.
    page.set_viewport_size({"width": 657, "height": 900})
    page.emulate_media(media="print")
    assert page.evaluate(TOO_WIDE) == []


def test_the_page_for_printing_leads_back_to_the_plan_and_never_to_an_empty_one(
    page: Page,
) -> None:
    page.goto("/planlaeg")
    page.get_by_label("Hvad vil I opnå?").fill("Ro")
    page.get_by_role("button", name="Vis til print").click()
    expect(page.get_by_role("main").locator("a[href*='planlaeg']")).to_have_count(0)
    page.get_by_role("link", name="Forside").click()
    expect(page).to_have_url(re.compile("/$"))

    page.go_back()
    page.get_by_role("button", name="Tilbage til planen").click()

    expect(page.get_by_label("Hvad vil I opnå?")).to_have_value("Ro")


def test_who_writes_too_much_is_told_and_can_go_back_to_it(page: Page) -> None:
    page.goto("/planlaeg")
    page.get_by_label("Titel").fill("Nærvær")
    page.get_by_role("button", name="Opdatér oversigten").click()
    page.get_by_label("Hvad vil I opnå?").fill("Ro")
    page.get_by_label("Hvilket problem skal I løse?").fill("Læring. " * 150_000)
    page.get_by_role("button", name="Gem som fil").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Det, I sendte, fylder for meget")
    page.go_back()

    expect(page.get_by_label("Hvilket problem skal I løse?")).to_have_value("Læring. " * 150_000)
    expect(page.get_by_label("Hvad vil I opnå?")).to_have_value("Ro")
    expect(page.get_by_label("Titel")).to_have_value("Nærvær")


def test_who_follows_a_link_and_comes_back_finds_what_was_typed(page: Page) -> None:
    page.goto("/planlaeg?id=aabenraa-skolevaegring")
    page.get_by_role("button", name="Opdatér oversigten").click()
    page.get_by_label("Hvad vil I opnå?").fill("Ro")
    page.get_by_role("link", name="Overblik").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Overblik")

    page.go_back()

    expect(page.get_by_label("Hvad vil I opnå?")).to_have_value("Ro")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("button", ["Vis til print", "Gem som udkast til katalogpost"])
def test_what_a_form_gives_is_accessible(
    browser: Browser, base_url: str, button: str, width: int
) -> None:
    page = browser.new_page(base_url=base_url, viewport={"width": width, "height": 900})
    page.goto("/planlaeg?id=aabenraa-skolevaegring")
    page.get_by_label("Interessent eller målgruppe").first.fill("Forældre")
    page.get_by_role("button", name=button).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()

    report = Axe().run(page, options={"resultTypes": ["violations"]})

    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert report.violations_count == 0, report.generate_report()
    page.close()
