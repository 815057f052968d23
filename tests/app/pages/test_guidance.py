"""The pages of guidance."""

import json
from collections import Counter
from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest

from app.settings import Settings
from catalogue.guidance.importing import GUIDANCE
from catalogue.guidance.records import Guidance
from catalogue.vocabulary import load_vocabulary

GetPage = Callable[..., Element]
GetText = Callable[..., str]
SETTINGS = Settings()
VOCABULARY = load_vocabulary(SETTINGS.vocabulary)
TEXTS, _ = GUIDANCE.read_folder(SETTINGS.guidance, VOCABULARY)
COURSE = "/vejledning/kommunale-vejledningsforloeb"
DATED = "Forløbet gjaldt skoleåret 2016/17; tilmeldingen er afsluttet."


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def titles(page: Element) -> list[str]:
    return [text_of(link) for link in page.findall(".//article/h2/a")]


def test_all_guidance_is_listed_by_title(get_page: GetPage) -> None:
    assert titles(get_page("/vejledning")) == [
        "Inkluderende læringsfællesskaber",
        "Kommunale vejledningsforløb",
        "Kompetenceudvikling: Læring og trivsel for alle – videreudvikling af inkluderende praksis",
        "Vejledning til anvendelse af slidepakke om udvikling af egen praksis",
    ]


def test_the_list_tells_kind_audience_source_and_what_is_dated(get_page: GetPage) -> None:
    cards = get_page("/vejledning").findall(".//article")

    (course,) = (text_of(card) for card in cards if DATED in text_of(card))
    assert course.startswith("Forløb Kommunale vejledningsforløb")
    assert "For forvaltning, ledere, konsulenter, ressourcepersoner og medarbejdere." in course
    assert course.endswith("Kilde: Kommunale vejledningsforløb.")


def test_the_list_is_narrowed_to_an_audience_which_is_marked(get_page: GetPage) -> None:
    page = get_page("/vejledning?audience=konsulenter")

    assert len(titles(page)) == 2
    current = page.findall(".//ul[@class='row chips']//a[@aria-current]")
    assert [text_of(link) for link in current] == ["Konsulenter"]


def test_every_audience_is_a_way_in_that_leads_somewhere(get_page: GetPage) -> None:
    chips = get_page("/vejledning").findall(".//ul[@class='row chips']//a")

    assert len(chips) == 1 + len(VOCABULARY.ids("audience"))
    assert all(titles(get_page(chip.get("href", ""))) for chip in chips)


@pytest.mark.parametrize("query", ["audience=", "audience=hest"])
def test_an_audience_that_the_list_does_not_know_is_refused_in_danish(
    get_text: GetText, query: str
) -> None:
    assert "Adressen har noget, vi ikke kan bruge" in get_text(f"/vejledning?{query}", 422)


@pytest.mark.parametrize("guidance", TEXTS, ids=lambda guidance: guidance.id)
def test_every_block_stands_at_its_permanent_address_under_its_heading(
    get_page: GetPage, guidance: Guidance
) -> None:
    page = get_page(f"/vejledning/{guidance.id}")

    places = {element.get("id"): text_of(element) for element in page.iter() if element.get("id")}
    for section, block in guidance.blocks():
        assert block.text in places[block.id.partition("#")[2]]
        assert block.text in places[section.id]
        assert places[section.id].startswith(section.title)


@pytest.mark.parametrize("guidance", TEXTS, ids=lambda guidance: guidance.id)
def test_no_section_has_the_id_of_a_part_of_the_page(get_page: GetPage, guidance: Guidance) -> None:
    page = get_page(f"/vejledning/{guidance.id}")

    ids = Counter(element.get("id") for element in page.iter() if element.get("id"))
    assert [id_ for id_, count in ids.items() if count > 1] == []


@pytest.mark.parametrize("guidance", TEXTS, ids=lambda guidance: guidance.id)
def test_it_opens_with_kind_title_and_summary_and_tells_every_note(
    get_text: GetText, guidance: Guidance
) -> None:
    text = get_text(f"/vejledning/{guidance.id}")

    kind = VOCABULARY.get("guidance_kind", guidance.kind).label
    opening = f"{kind} {guidance.title} {guidance.summary or 'Til'}"
    assert f"Vejledning {opening}" in text
    assert all(note in text for note in (*guidance.notes, guidance.dated or ""))


def test_what_belongs_to_a_time_that_has_passed_says_so_before_the_text(get_text: GetText) -> None:
    text = get_text(COURSE)

    assert text.index("Vær opmærksom på " + DATED) < text.index("Hvem deltager?")


def test_the_source_is_named_with_its_lines_and_its_address_where_it_has_one(
    get_page: GetPage, get_text: GetText
) -> None:
    assert "Kommunale vejledningsforløb. Linje 5–41 i den modtagne tekst." in get_text(COURSE)
    guide = get_page("/vejledning/vejledning-til-slidepakke")
    links = [link.get("href") for link in guide.findall(".//section[@id='kilde']//a")]
    assert "https://www.emu.dk" in links
    assert "None" not in get_text(COURSE)


@pytest.mark.parametrize("guidance", TEXTS, ids=lambda guidance: guidance.id)
def test_the_table_of_contents_leads_to_every_section(
    get_page: GetPage, guidance: Guidance
) -> None:
    page = get_page(f"/vejledning/{guidance.id}")

    ids = {element.get("id") for element in page.iter()}
    links = [link.get("href", "") for link in page.findall(".//nav[@class='contents']//a")]
    assert len(links) == len(guidance.sections) + 1
    assert {link.removeprefix("#") for link in links} <= ids


def test_it_is_told_to_machines_with_its_audience_and_source(get_page: GetPage) -> None:
    page = get_page(COURSE)

    (told,) = (
        json.loads(script.text or "")
        for script in page.iter("script")
        if script.get("type") == "application/ld+json"
    )
    assert (told["@type"], told["genre"]) == ("Article", "Forløb")
    assert told["isBasedOn"] == {"@type": "CreativeWork", "name": "Kommunale vejledningsforløb"}
    assert {"@type": "Audience", "audienceType": "Forvaltning"} in told["audience"]


def test_every_page_leads_to_guidance(get_page: GetPage) -> None:
    links = [link.get("href") for link in get_page("/").findall(".//header//a")]

    assert "/vejledning" in links


def test_the_page_about_the_catalogue_names_guidance_apart_from_the_trial_actions(
    get_text: GetText,
) -> None:
    text = get_text("/om")

    assert "har kataloget vejledning: 4 tekster" in text
    assert "None" not in text
    assert "Kommissorium: Læring og trivsel for alle" not in text


def test_an_unknown_id_is_a_danish_page(get_text: GetText) -> None:
    assert "Vejledningen findes ikke" in get_text("/vejledning/findes-ikke", 404)
