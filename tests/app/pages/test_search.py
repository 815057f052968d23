"""The search page."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

import httpx
import pytest

from app.pages.search import HEADS, REASONS
from index import documents
from index.weights import KINDS

GetPage = Callable[..., Element]
GetText = Callable[..., str]


def hits(page: Element) -> list[str]:
    return [link.get("href", "") for link in page.findall(".//article/h3/a")]


def link(page: Element, name: str) -> str:
    found = [
        anchor.get("href", "")
        for anchor in page.iter("a")
        if " ".join("".join(anchor.itertext()).split()).startswith(name)
    ]
    assert found, name
    return found[0]


def test_a_hit_shows_title_headline_place_themes_and_the_passage_with_its_section(
    get_page: GetPage,
) -> None:
    page = get_page("/soeg?q=fraværsvejleder")

    card = next(page.iter("article"))
    text = " ".join("".join(card.itertext()).split())
    assert text.startswith("Frederiksberg Kommune Tværfagligt samarbejde om skolefravær")
    assert "Systematik og samarbejde skal forebygge fravær" in text
    assert "Skolefravær og skolevægring" in text
    assert "Fundet i: " in text
    assert card.findall(".//mark")


def test_the_section_of_a_passage_leads_to_the_very_block(get_page: GetPage) -> None:
    page = get_page("/soeg?q=ildsjæle")

    addresses = [anchor.get("href") for anchor in page.findall(".//div[@class='match']//a")]
    assert "/proevehandlinger/soroe-foraeldrepartnerskaber#learnings-1" in addresses


def test_the_number_of_hits_is_announced(get_page: GetPage) -> None:
    status = get_page("/soeg?q=samarbejde&municipality=odense").find(".//p[@role='status']")

    assert status is not None
    assert "".join(status.itertext()) == "1 prøvehandling for ”samarbejde”"


def test_without_a_question_all_are_shown_by_municipality(get_page: GetPage) -> None:
    first, second = get_page("/soeg"), get_page("/soeg?page=2")

    assert len(hits(first)) == 20
    assert len(hits(second)) == 4
    assert "brøndby" in "".join(next(first.iter("article")).itertext()).lower()


def test_markup_in_a_question_is_shown_as_text(client: httpx.Client) -> None:
    text = client.get("/soeg", params={"q": "<script>alert(1)</script>\"'><b>"}).text

    assert "<script>" not in text
    assert "<b>" not in text
    assert "&lt;script&gt;" in text


@pytest.mark.parametrize("q", ["", " ", '"', "(", "*", "title:", "-", "\\", "%", "æøå", "'" * 500])
def test_nothing_a_reader_types_is_an_error(client: httpx.Client, q: str) -> None:
    assert client.get("/soeg", params={"q": q}).status_code == 200


def test_several_values_of_a_facet_widen_and_another_facet_narrows(get_page: GetPage) -> None:
    one = hits(get_page("/soeg?municipality=odense"))
    two = hits(get_page("/soeg?municipality=odense&municipality=esbjerg"))
    both = hits(get_page("/soeg?municipality=odense&municipality=esbjerg&theme=data-og-evaluering"))

    assert len(one) == 1
    assert len(two) == 2
    assert both == one


def test_what_is_chosen_stands_checked_and_as_chips_that_take_it_back(get_page: GetPage) -> None:
    page = get_page("/soeg?q=samarbejde&municipality=odense&municipality=esbjerg")

    checked = {box.get("value") for box in page.iter("input") if box.get("checked") is not None}
    assert checked == {"odense", "esbjerg"}
    assert link(page, "Fjern filteret Kommune: Odense") == "/soeg?q=samarbejde&municipality=esbjerg"
    assert link(page, "Ryd alle") == "/soeg?q=samarbejde"


def test_the_form_carries_along_what_it_shows_no_control_for(get_page: GetPage) -> None:
    page = get_page("/soeg?school=tinglev-skole&sort=title&page_size=5")

    hidden = {
        (field.get("name"), field.get("value"))
        for field in page.iter("input")
        if field.get("type") == "hidden"
    }
    assert hidden == {("school", "tinglev-skole"), ("sort", "title"), ("page_size", "5")}


def test_a_form_sent_with_nothing_in_it_is_understood(client: httpx.Client) -> None:
    assert client.get("/soeg?q=").status_code == 200


def test_a_choice_that_would_leave_nothing_is_not_offered(get_page: GetPage) -> None:
    page = get_page("/soeg?municipality=broendby")

    counts = [span.text for span in page.findall(".//fieldset//span[@class='count']")]
    assert counts
    assert "0" not in counts


def test_paging_keeps_everything_else(get_page: GetPage) -> None:
    page = get_page("/soeg?q=samarbejde&sort=title&page_size=5")

    assert link(page, "Næste side") == "/soeg?q=samarbejde&sort=title&page=2&page_size=5"


def test_a_page_past_the_end_says_so_and_leads_back(get_page: GetPage, get_text: GetText) -> None:
    assert "Side 9 findes ikke; der er 2 sider." in get_text("/soeg?page=9")
    assert link(get_page("/soeg?page=9"), "Gå til første side") == "/soeg"


def test_another_order_is_a_link_and_the_one_in_force_is_not(get_page: GetPage) -> None:
    page = get_page("/soeg?q=samarbejde&sort=title")

    orders = page.findall(".//ul[@class='row sorting']/li/*")
    assert [("".join(order.itertext()), order.get("href")) for order in orders] == [
        ("Relevans", "/soeg?q=samarbejde"),
        ("Kommune", "/soeg?q=samarbejde&sort=municipality"),
        ("Titel", None),
    ]


def test_a_misspelt_question_says_what_was_searched_for_instead(
    get_page: GetPage, get_text: GetText
) -> None:
    path = "/soeg?q=forældresamarbjede"

    assert "Viser resultater for forældresamarbejde." in get_text(path)
    assert link(get_page(path), "Søg i stedet efter").endswith("&exact=true")


def test_other_words_searched_for_are_told_and_can_be_turned_off(
    get_page: GetPage, get_text: GetText
) -> None:
    page = get_page("/soeg?q=skolefravær")

    assert "Også søgt på" in get_text("/soeg?q=skolefravær")
    exact = link(page, "Søg kun på ordene")
    assert exact.endswith("&exact=true")
    assert "Der er kun søgt på ordene, som de er skrevet." in get_text(exact)


def test_nothing_found_says_which_words_are_unknown_and_offers_ways_on(
    get_page: GetPage, get_text: GetText
) -> None:
    path = "/soeg?q=xyzzyq&theme=co-teaching"

    text = get_text(path)
    assert "Ingen prøvehandlinger fundet for ”xyzzyq”" in text
    assert "Kataloget har ikke ordet ”xyzzyq”." in text
    assert link(get_page(path), "Fjern alle filtre") == "/soeg?q=xyzzyq"
    assert link(get_page(path), "Overgange og brobygning") == "/temaer/overgange"


def test_what_is_unknown_is_called_words_also_where_they_belong_together(
    get_text: GetText,
) -> None:
    text = get_text("/soeg?q=kunstig intelligens")

    assert "Kataloget har ikke ordene ”kunstig intelligens”." in text


@pytest.mark.parametrize(
    "query",
    ["theme=hest", "municipality=0390", "page=nul", "sort=dato", "q=" + "a" * 501],
)
def test_what_cannot_be_searched_for_gets_a_danish_page_and_a_422(
    get_text: GetText, query: str
) -> None:
    text = get_text(f"/soeg?{query}", 422)

    assert "vi ikke kan bruge" in text
    assert "Se alle prøvehandlinger" in text


def test_every_reason_and_place_the_index_can_give_has_danish_words() -> None:
    assert KINDS.keys() - {"exact"} | {"voice", "about", "translation"} == REASONS.keys()
    assert {*documents.HEADS, "keyword"} == HEADS.keys()


def test_a_phrase_that_stands_nowhere_is_said_to_with_the_way_to_its_words(
    get_page: GetPage, get_text: GetText
) -> None:
    path = '/soeg?q="skolefravær findes slet ikke"'

    assert "”skolefravær findes slet ikke” står ingen steder ordret." in get_text(path)
    loose = link(get_page(path), "Søg på ordene uden citationstegn")
    assert "%22" not in loose
    assert "Ingen prøvehandlinger" not in get_text(loose)


def test_what_is_left_out_is_said(get_text: GetText) -> None:
    assert "Resultater, hvor der står ”fravær”, er udeladt." in get_text("/soeg?q=forældre -fravær")


def test_a_question_of_fillers_alone_is_said_to_have_searched_for_nothing(
    get_text: GetText,
) -> None:
    assert "har kun småord eller tegn, som der ikke søges på" in get_text(
        "/soeg?q=hvordan får vi alle med"
    )
    assert "småord eller tegn" in get_text("/soeg?q=😀")
    assert "småord" not in get_text("/soeg?q=skolefravær")
    assert "småord" not in get_text("/soeg")
