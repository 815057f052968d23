"""The pages of the themes."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from app.settings import Settings
from catalogue.importing import read_records
from catalogue.vocabulary import load_vocabulary

SETTINGS = Settings()
VOCABULARY = load_vocabulary(SETTINGS.vocabulary)
RECORDS, _ = read_records(SETTINGS.records, VOCABULARY)
LEMVIG = "lemvig-styrket-samarbejde"
GetPage = Callable[..., Element]
GetText = Callable[..., str]


def test_the_list_has_every_theme_with_its_definition_and_count(get_text: GetText) -> None:
    text = get_text("/temaer")

    assert "To voksne planlægger, gennemfører og evaluerer undervisningen" in text
    for theme in VOCABULARY.all("theme"):
        count = sum(theme.id in record.themes for record in RECORDS)
        noun = "prøvehandling" if count == 1 else "prøvehandlinger"
        assert f"{theme.label} {theme.definition} {count} {noun}" in text


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
    told = [
        experience
        for record in RECORDS
        if "skolefravaer" in record.themes
        for experience in record.experiences
    ]
    leaders = sum("ledere" in experience.stakeholders for experience in told)
    assert groups[0].startswith("Elever (")
    assert f"Ledere ({leaders} erfaringer)" in groups
    assert groups[-1].startswith("Uden navngiven part (")


def test_learnings_that_are_copied_stand_once_with_all_their_trial_actions(
    get_page: GetPage,
) -> None:
    theme = next(record for record in RECORDS if record.id == LEMVIG).themes[0]
    headings = get_page(f"/temaer/{theme}").findall(".//section[@id='laeringer']/h3")

    shared = ["".join(one.itertext()) for one in headings if len(one.findall("a")) > 1]
    assert any(one.count("Lemvig:") > 1 for one in shared)


def test_a_theme_gathers_the_learnings_and_says_where_there_are_none(get_text: GetText) -> None:
    text = get_text("/temaer/ppr-taet-paa-praksis")

    assert "PPV som afsæt for inkluderende praksis Ikke beskrevet i kilden." in text


def test_an_unknown_theme_is_a_danish_page_that_leads_on(get_text: GetText) -> None:
    assert "Find efter tema" in get_text("/temaer/hest", 404)
