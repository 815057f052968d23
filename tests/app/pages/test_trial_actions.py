"""The page of a trial action."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

import httpx
import pytest

from app.pages import STATIC
from app.settings import Settings
from catalogue.importing import read_records
from catalogue.records import TrialAction
from catalogue.vocabulary import load_vocabulary

GetPage = Callable[..., Element]
GetText = Callable[..., str]
SETTINGS = Settings()
RECORDS, _ = read_records(SETTINGS.records, load_vocabulary(SETTINGS.vocabulary))


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_every_block_stands_at_its_permanent_address(
    get_page: GetPage, record: TrialAction
) -> None:
    page = get_page(f"/proevehandlinger/{record.id}")

    places = {element.get("id"): text_of(element) for element in page.iter() if element.get("id")}
    for _, block in record.blocks():
        assert block.text in places[block.id.partition("#")[2]]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_it_opens_with_title_headline_and_summary_and_tells_every_note(
    get_text: GetText, record: TrialAction
) -> None:
    text = get_text(f"/proevehandlinger/{record.id}")

    assert f"{record.title} {record.headline} {record.summary}" in text
    assert all(note in text for note in record.notes)


def test_a_missing_section_is_said_to_be_missing(get_page: GetPage) -> None:
    page = get_page("/proevehandlinger/vordingborg-ppv-inkluderende-praksis")

    learnings = page.find(".//section[@id='learnings']")
    assert learnings is not None
    assert text_of(learnings) == "Læringer Ikke beskrevet i kilden."


def test_every_experience_says_how_surely_it_is_known(get_page: GetPage) -> None:
    page = get_page("/proevehandlinger/kolding-deltagelsesmuligheder")

    kinds = [text_of(tag) for tag in page.iter("span") if "kind" in tag.get("class", "").split()]
    assert kinds == ["Forventet", "Oplevet", "Oplevet", "Oplevet"]


def test_experiences_are_grouped_by_whose_they_are(get_page: GetPage) -> None:
    page = get_page("/proevehandlinger/lemvig-styrket-samarbejde")

    groups = page.findall(".//section[@id='experiences']/h3")
    assert [text_of(group) for group in groups] == ["Medarbejdere", "Elever og medarbejdere"]


def test_an_experience_of_nobody_named_is_said_to_be(get_text: GetText) -> None:
    text = get_text("/proevehandlinger/frederikshavn-vaerktoej-videndeling")

    assert "Uden navngiven part" in text


def test_the_source_is_named_with_its_lines(get_text: GetText) -> None:
    text = get_text("/proevehandlinger/odense-samarbejdspraksis-ppr")

    assert "KL: En skole, der kan mere for flere" in text
    assert "Linje 1200–1295 i den modtagne tekst." in text


def test_the_table_of_contents_leads_to_every_section(get_page: GetPage) -> None:
    page = get_page("/proevehandlinger/kolding-laeringsoptimisme")

    ids = {element.get("id") for element in page.iter()}
    links = [link.get("href", "") for link in page.findall(".//nav[@class='contents']//a")]
    assert len(links) == 8
    assert {link.removeprefix("#") for link in links} <= ids


def test_related_trial_actions_come_with_the_reason(get_page: GetPage) -> None:
    page = get_page("/proevehandlinger/soroe-foraeldrepartnerskaber")

    related = page.findall(".//section[@id='beslaegtede']//li")
    assert len(related) == 3
    assert all("Samme tema" in text_of(one) or "Fælles ord" in text_of(one) for one in related)


def test_an_unknown_id_is_a_danish_page_that_leads_on(get_text: GetText) -> None:
    text = get_text("/proevehandlinger/findes-ikke", 404)

    assert "Prøvehandlingen findes ikke" in text
    assert "Se alle prøvehandlinger" in text


def test_the_shortened_address_leads_to_all_of_them(client: httpx.Client) -> None:
    answer = client.get("/proevehandlinger", follow_redirects=False)

    assert (answer.status_code, answer.headers["Location"]) == (308, "/soeg")


def test_it_leads_to_all_that_can_be_made_of_it(get_page: GetPage) -> None:
    record = "frederiksberg-skolefravaer"

    links = {link.get("href") for link in get_page(f"/proevehandlinger/{record}").iter("a")}

    for path in ("/moedeark.docx", "/moedeark.csv", "/moedeark", "/planlaeg", "/sammenlign"):
        assert f"{path}?id={record}" in links


def test_all_that_can_be_made_of_it_takes_the_shortlist_along(get_page: GetPage) -> None:
    record = "frederiksberg-skolefravaer"
    kept = "samling=odense-samarbejdspraksis-ppr&samling=soroe-foraeldrepartnerskaber"

    page = get_page(f"/proevehandlinger/{record}?{kept}")

    links = {link.get("href") for link in page.iter("a")}
    for path in ("/moedeark.docx", "/moedeark.csv", "/moedeark", "/planlaeg", "/sammenlign"):
        assert f"{path}?id={record}&{kept}" in links


def test_navigation_is_kept_off_the_printed_sheet_and_on_the_screen(get_page: GetPage) -> None:
    links = get_page("/proevehandlinger/frederiksberg-skolefravaer").findall(
        ".//link[@rel='stylesheet']"
    )
    media = {link.get("href", "").partition("?")[0]: link.get("media") for link in links}
    printed = (STATIC / "print.css").read_text("utf-8")

    assert media == {"/static/style.css": None, "/static/print.css": "print"}
    assert "size: A4" in printed
    assert "header.site, footer.site" in printed


def test_an_empty_section_says_where_the_source_has_it_instead(get_text: GetText) -> None:
    text = get_text("/proevehandlinger/frederiksberg-skolefravaer")

    assert "Målet Målet står i kilden i samme afsnit som handlingerne." in text


def test_a_section_that_the_source_lacks_is_said_to_be_missing(get_text: GetText) -> None:
    text = get_text("/proevehandlinger/vordingborg-ppv-inkluderende-praksis")

    assert "Læringer Ikke beskrevet i kilden." in text
