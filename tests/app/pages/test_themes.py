"""The pages of the themes."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

GetPage = Callable[..., Element]
GetText = Callable[..., str]


def test_the_list_has_every_theme_with_its_definition_and_count(get_text: GetText) -> None:
    text = get_text("/temaer")

    assert "To voksne planlægger, gennemfører og evaluerer undervisningen" in text
    assert "11 prøvehandlinger" in text


def test_the_actions_that_a_theme_is_first_for_come_first(get_page: GetPage) -> None:
    titles = [
        "".join(link.itertext()) for link in get_page("/temaer/skolefravaer").findall(".//h3/a")
    ]

    assert set(titles[:2]) == {
        "Tværfagligt samarbejde om skolefravær",
        "Forebyggelse af skolevægring",
    }
    assert titles[2].startswith("Forældrepartnerskaber")


def test_a_theme_gathers_the_experiences_of_each_stakeholder(get_page: GetPage) -> None:
    page = get_page("/temaer/skolefravaer")

    groups = [
        " ".join("".join(group.itertext()).split())
        for group in page.findall(".//section[@id='erfaringer']//summary")
    ]
    assert groups[0] == "Elever (1 erfaring)"
    assert "Ledere (3 erfaringer)" in groups
    assert groups[-1] == "Uden navngiven part (2 erfaringer)"


def test_a_theme_gathers_the_learnings_and_says_where_there_are_none(get_text: GetText) -> None:
    text = get_text("/temaer/ppr-taet-paa-praksis")

    assert "PPV som afsæt for inkluderende praksis Ikke beskrevet i kilden." in text


def test_an_unknown_theme_is_a_danish_page_that_leads_on(get_text: GetText) -> None:
    assert "Find efter tema" in get_text("/temaer/hest", 404)
