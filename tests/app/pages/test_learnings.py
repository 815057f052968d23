"""The page of everything learned."""

from collections import Counter
from collections.abc import Callable
from xml.etree.ElementTree import Element

from app.settings import Settings
from catalogue.importing import read_records
from catalogue.vocabulary import load_vocabulary

GetPage = Callable[..., Element]
GetText = Callable[..., str]
SETTINGS = Settings()
VOCABULARY = load_vocabulary(SETTINGS.vocabulary)
RECORDS, _ = read_records(SETTINGS.records, VOCABULARY)


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_every_learning_is_there(get_text: GetText) -> None:
    text = get_text("/laeringer").replace("”", "")

    missing = [
        block.id
        for record in RECORDS
        for block in record.learnings
        if block.text.replace("”", "") not in text
    ]
    assert missing == []


def test_a_copied_learning_stands_once_with_all_its_trial_actions(get_page: GetPage) -> None:
    page = get_page("/laeringer")

    shown = Counter(text_of(item) for item in page.findall(".//main//section/ul/li"))
    assert shown
    assert set(shown.values()) == {1}
    shared = [text_of(one) for one in page.iter("h3") if len(one.findall("a")) > 1]
    assert [one.count("Lemvig:") for one in shared if "Lemvig" in one] == [3]
    assert any("Brøndby:" in one and "Frederikshavn:" in one for one in shared)


def test_each_trial_action_can_be_put_in_the_shortlist_where_its_learnings_are(
    get_page: GetPage,
) -> None:
    page = get_page("/laeringer")

    offered = [text_of(one) for one in page.iter("p") if one.get("class") == "keeping"]
    wanted = [f"Læg i samling: {one.title}" for one in RECORDS if one.learnings]
    assert sorted(offered) == sorted(wanted)


def test_every_theme_has_its_place(get_page: GetPage) -> None:
    sections = get_page("/laeringer").findall(".//main//section")

    assert [section.get("id") for section in sections] == VOCABULARY.ids("theme")


def test_a_trial_action_without_learnings_is_named(get_text: GetText) -> None:
    assert "Uden læringer i kilden Vordingborg: PPV" in get_text("/laeringer")
