"""The page of experiences across trial actions."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

import httpx
import pytest

from app.settings import Settings
from catalogue.importing import read_records
from catalogue.vocabulary import load_vocabulary

GetPage = Callable[..., Element]
GetText = Callable[..., str]
SETTINGS = Settings()
RECORDS, _ = read_records(SETTINGS.records, load_vocabulary(SETTINGS.vocabulary))
# What stands under each heading of the page.
PARTS = {
    "oplevet": {"Oplevet", "Styrke", "Udfordring"},
    "forventet": {"Forventet"},
    "ikke-evalueret": {"Ikke evalueret"},
}


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def passages(page: Element, part: str) -> list[Element]:
    return page.findall(f".//section[@id='{part}']//li")


def link(page: Element, name: str) -> str:
    return next(
        one.get("href", "") for one in page.findall(".//main//a") if text_of(one).startswith(name)
    )


@pytest.mark.parametrize("part", PARTS)
def test_seen_hoped_for_and_not_evaluated_stand_apart(get_page: GetPage, part: str) -> None:
    found = passages(get_page("/erfaringer?stakeholder=elever"), part)

    kinds = {text_of(one.findall(".//span")[0]) for one in found}
    assert kinds
    assert kinds <= PARTS[part]


def test_every_experience_of_a_group_is_there_with_place_action_and_address(
    get_page: GetPage,
) -> None:
    page = get_page("/erfaringer?stakeholder=foraeldre")

    shown = {
        one.findall(".//a")[-1].get("href", ""): text_of(one)
        for part in PARTS
        for one in passages(page, part)
    }
    told = {
        f"/proevehandlinger/{experience.id}": (experience.text, record.title)
        for record in RECORDS
        for experience in record.experiences
        if "foraeldre" in experience.stakeholders
    }
    assert shown.keys() == told.keys()
    for address, (text, title) in told.items():
        assert text in shown[address]
        assert f"Kommune · {title}" in shown[address]


def test_every_group_can_be_chosen_and_says_how_much_it_tells(get_page: GetPage) -> None:
    page = get_page("/erfaringer?q=trivsel")

    groups = page.findall(".//nav[@aria-label='Vælg part']//a")
    assert len(groups) > 1
    for group in groups:
        label, _, count = text_of(group).rpartition(" ")
        address = group.get("href", "")
        assert address.startswith("/erfaringer?q=trivsel&stakeholder=")
        status = get_page(address).find(".//p[@role='status']")
        assert status is not None
        assert text_of(status).startswith(f"{count} erfaring"), label


def test_a_question_marks_its_words_and_says_why_a_passage_is_there(
    get_page: GetPage, get_text: GetText
) -> None:
    page = get_page("/erfaringer?q=fravær")

    assert page.findall(".//li//mark")
    assert "fandt ”" in get_text("/erfaringer?q=fravær")


def test_without_a_section_only_experiences_are_shown(get_page: GetPage, get_text: GetText) -> None:
    told = sum(len(record.experiences) for record in RECORDS)
    assert f"{told} erfaringer" in get_text("/erfaringer")
    assert passages(get_page("/erfaringer"), "andre-afsnit") == []


def test_other_sections_can_be_asked_for_and_are_named(get_page: GetPage) -> None:
    page = get_page("/erfaringer?section=learnings&q=samarbejde")

    found = passages(page, "andre-afsnit")
    assert found
    assert all(text_of(one).startswith("Læringer:") for one in found)


def test_what_is_chosen_stands_as_chips_and_all_of_it_can_be_cleared(get_page: GetPage) -> None:
    page = get_page("/erfaringer?q=ro&stakeholder=elever&kind=expected")

    assert link(page, "Fjern filteret Mærke: Forventet") == "/erfaringer?q=ro&stakeholder=elever"
    assert link(page, "Ryd alle") == "/erfaringer?q=ro"


def test_a_kind_leaves_only_its_part(get_page: GetPage) -> None:
    page = get_page("/erfaringer?kind=expected")

    assert passages(page, "forventet")
    assert not passages(page, "oplevet")


def test_a_part_of_several_kinds_does_not_bear_the_name_of_one(
    get_page: GetPage, client: httpx.Client
) -> None:
    heading = get_page("/erfaringer").find(".//h2[@id='oplevet-h']")
    assert heading is not None
    facets = client.get("/api/v1/passages?section=experiences&page_size=1").json()["facets"]
    counts = {value["id"]: value["count"] for value in facets["kind"]}

    told = sum(counts[kind] for kind in ("experienced", "strength", "challenge"))
    assert text_of(heading) == f"Oplevet, styrker og udfordringer ({told})"


def test_paging_keeps_everything_else_and_past_the_end_leads_back(
    get_page: GetPage, get_text: GetText
) -> None:
    page = get_page("/erfaringer?stakeholder=elever&page_size=5")

    assert link(page, "Næste side") == "/erfaringer?stakeholder=elever&page=2&page_size=5"
    assert "Side 99 findes ikke" in get_text("/erfaringer?page=99")


def test_what_no_text_says_is_not_said_to_be_lacking_in_the_catalogue(get_text: GetText) -> None:
    text = get_text("/erfaringer?q=sundhedsplejerske")

    assert "Ingen tekst passer til ”sundhedsplejerske”." in text
    assert "Kataloget har ikke" not in text
    assert "prøvehandlinger for ”sundhedsplejerske”" in get_text("/soeg?q=sundhedsplejerske")


def test_nothing_found_offers_ways_on(get_text: GetText) -> None:
    text = get_text("/erfaringer?q=xyzzyq&kind=expected")

    assert "Ingen erfaringer fundet om ”xyzzyq”" in text
    assert "Fjern alle filtre" in text


@pytest.mark.parametrize("narrowed", ["", "&section=problem"])
def test_what_only_other_sections_have_is_a_link_away(get_page: GetPage, narrowed: str) -> None:
    address = link(get_page(f'/erfaringer?q="fælles sprog"{narrowed}'), "6 uddrag")

    assert [text_of(one) for one in get_page(address).findall(".//p[@role='status']")] == [
        '6 uddrag om ”"fælles sprog"”'
    ]


def test_other_sections_are_counted_and_missed_as_extracts(get_text: GetText) -> None:
    assert " uddrag om ”samarbejde”" in get_text("/erfaringer?section=learnings&q=samarbejde")
    missed = get_text("/erfaringer?section=learnings&q=xyzzyq")
    assert "Ingen uddrag fundet om ”xyzzyq”" in missed


@pytest.mark.parametrize("query", ["stakeholder=hest", "section=hest", "page=0"])
def test_what_cannot_be_asked_gets_a_danish_page_and_a_422(get_text: GetText, query: str) -> None:
    assert "vi ikke kan bruge" in get_text(f"/erfaringer?{query}", 422)


def test_markup_in_a_question_is_shown_as_text(client: httpx.Client) -> None:
    text = client.get("/erfaringer", params={"q": "<script>alert(1)</script>\"'><b>"}).text

    assert "<script>alert" not in text
    assert "<b>" not in text
