"""What readers come to do, from beginning to end in a real browser, with and without JavaScript."""

import re
from collections.abc import Iterator

import docx
import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def page(request: pytest.FixtureRequest, browser: Browser, base_url: str) -> Iterator[Page]:
    context = browser.new_context(base_url=base_url, java_script_enabled=request.param)
    yield context.new_page()
    context.close()


def test_from_a_theme_to_a_trial_action_to_one_like_it(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Skolefravær og skolevægring").click()
    page.locator("article h3 a").first.click()
    first = page.locator("h1").inner_text()

    related = page.locator("#beslaegtede li").first
    expect(related).to_contain_text("Sam")
    related.locator("h3").get_by_role("link").click()

    expect(page.locator("h1")).not_to_have_text(first)
    expect(page.get_by_role("heading", name="Det gjorde de")).to_be_visible()


def test_from_own_words_with_a_slip_to_the_very_passage(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Skriv et emne").fill("foraeldresamarbjede")
    page.get_by_label("Skriv et emne").press("Enter")

    expect(page.get_by_text("Viser resultater for")).to_be_visible()
    match = page.locator(".match").first
    marked = match.locator("mark").first.inner_text()
    match.get_by_role("link").click()

    place = page.locator(":target")
    expect(place).to_be_in_viewport()
    expect(place).to_contain_text(marked)


def test_from_a_municipality_to_a_sheet_of_paper(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Kolding").click()
    page.locator("h2").get_by_role("link", name="Læringsoptimisme").click()

    page.emulate_media(media="print")

    expect(page.get_by_role("heading", name="Læringer")).to_be_visible()
    expect(page.get_by_text("Siden findes på")).to_be_visible()
    for hidden in ("header.site", "footer.site", ".contents", ".crumbs", ".related", ".anchor"):
        expect(page.locator(hidden).first).to_be_hidden()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_from_a_search_to_a_shortlist_to_a_comparison_to_a_word_document(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Skriv et emne").fill("forældre")
    page.get_by_label("Skriv et emne").press("Enter")
    titles = [page.locator("article h3").nth(place).inner_text() for place in range(3)]
    for number, title in enumerate(titles, 1):
        card = page.locator("article.card").filter(
            has=page.get_by_role("link", name=title, exact=True)
        )
        card.get_by_role("link", name="Læg i samling").click()
        expect(card).to_be_in_viewport()
        expect(card).to_contain_text(
            f"I samlingen Fjern {title} fra samlingen Se samlingen ({number})"
        )
        expect(page.get_by_role("link", name=f"Samling ({number})", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile(r"/soeg\?q=for%C3%A6ldre&samling="))

    page.get_by_role("link", name="Samling (3)").click()
    expect(page.locator("article.card h2")).to_have_text(titles)
    page.get_by_role("link", name="Sammenlign").click()

    expect(page.locator("h2 a")).to_have_text(titles)
    page.get_by_role("link", name="Forældre", exact=True).click()
    expect(page.locator("#experiences h3")).to_have_text(["Forældre"])
    with page.expect_download() as download:
        page.get_by_role("link", name="Mødeark (Word)").first.click()

    assert download.value.suggested_filename == "moedeark.docx"
    texts = [paragraph.text for paragraph in docx.Document(str(download.value.path())).paragraphs]
    assert all(title in texts for title in titles)


def test_the_shortlist_stays_when_the_reader_searches_anew_and_reads_on(page: Page) -> None:
    page.goto("/kommuner/odense")
    page.get_by_role("link", name="Læg i samling").click()

    page.get_by_role("link", name="Søg", exact=True).click()
    page.get_by_label("Emne, sted").fill("fravær")
    page.get_by_role("button", name="Søg", exact=True).click()
    page.locator("article h3 a").first.click()
    page.get_by_role("link", name="Temaer", exact=True).click()

    page.get_by_role("link", name="Samling (1)").click()
    expect(page.locator("article.card h2")).to_have_text(
        ["Ny samarbejdspraksis mellem PPR og skole"]
    )
    page.get_by_role("link", name="Fjern").click()
    expect(page.get_by_text("Samlingen er tom.")).to_be_visible()


def test_of_too_many_to_compare_the_reader_chooses_some(page: Page) -> None:
    ids = page.request.get("/api/v1/trial-actions?page_size=6").json()["items"]
    page.goto("/samling?" + "&".join(f"id={item['id']}" for item in ids))
    page.get_by_role("link", name="Sammenlign").click()

    expect(page.get_by_text("6 prøvehandlinger er for mange")).to_be_visible()
    page.locator("[name=id]:checked").first.uncheck()
    page.get_by_role("button", name="Sammenlign").click()

    expect(page.get_by_text("3 prøvehandlinger side om side.")).to_be_visible()
    expect(page.get_by_role("link", name="Samling (6)")).to_be_visible()


def test_on_a_phone_the_hits_come_first_and_filters_are_put_on_and_taken_off(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto("/soeg?q=samarbejde&page_size=5")
    first_hit = page.locator("article h3").first.bounding_box()
    assert first_hit is not None
    assert first_hit["y"] < 900

    page.get_by_text("Afgræns resultatet").click()
    page.get_by_label("PPR tæt på praksis").check()
    page.get_by_label("Overgange og brobygning").check()
    page.get_by_role("button", name="Vis resultater").click()

    expect(page).to_have_url(
        "/soeg?q=samarbejde&theme=overgange&theme=ppr-taet-paa-praksis&page_size=5"
    )
    expect(page.get_by_text("Afgræns (2 valgte filtre)")).to_be_visible()
    page.get_by_role("link", name="Fjern filteret Tema: PPR tæt på praksis").click()
    expect(page).to_have_url("/soeg?q=samarbejde&theme=overgange&page_size=5")
    page.get_by_role("link", name="Ryd alle").click()
    expect(page).to_have_url("/soeg?q=samarbejde&page_size=5")


def test_filters_are_chosen_with_the_keyboard_and_stand_in_the_address(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/soeg?q=samarbejde")

    page.get_by_label("PPR tæt på praksis").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Vis resultater").focus()
    page.keyboard.press("Enter")

    page.wait_for_url("**theme=ppr-taet-paa-praksis*")
    assert page.get_by_label("PPR tæt på praksis").is_checked()


def test_the_keyboard_goes_past_the_header_then_through_it_to_the_search(page: Page) -> None:
    page.goto("/")

    names = []
    for _ in range(14):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        names.append(focused.get_attribute("name") or focused.inner_text())
        assert focused.evaluate("one => getComputedStyle(one).outlineWidth") == "3px"

    assert names[:2] == ["Gå til indhold", "Prøvehandlinger"]
    assert names[2:12] == [
        "Søg",
        "Temaer",
        "Kommuner",
        "Erfaringer",
        "Læringer",
        "Vejledning",
        "Overblik",
        "Planlæg",
        "Om",
        "Samling",
    ]
    assert names[12:] == ["q", "Søg"]
