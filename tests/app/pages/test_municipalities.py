"""The pages of the municipalities."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

GetPage = Callable[..., Element]
GetText = Callable[..., str]


def test_the_list_says_how_many_there_are_and_how_many_are_not(get_text: GetText) -> None:
    text = get_text("/kommuner")

    assert "14 kommuner har en eller flere prøvehandlinger" in text
    assert "Andre kommuners arbejde ved kataloget ingenting om." in text


def test_the_list_is_parted_by_region(get_page: GetPage) -> None:
    regions = ["".join(heading.itertext()) for heading in get_page("/kommuner").iter("h2")]

    assert regions == [
        "Region Hovedstaden",
        "Region Midtjylland",
        "Region Nordjylland",
        "Region Sjælland",
        "Region Syddanmark",
    ]


def test_a_municipality_has_its_code_and_all_its_trial_actions(
    get_page: GetPage, get_text: GetText
) -> None:
    text = get_text("/kommuner/vordingborg")

    assert "Vordingborg Kommune" in text
    assert "4 prøvehandlinger i kataloget. Region Sjælland, kommunekode 0390." in text
    assert len(get_page("/kommuner/vordingborg").findall(".//article")) == 4


def test_one_trial_action_is_told_in_the_singular(get_text: GetText) -> None:
    assert "1 prøvehandling i kataloget." in get_text("/kommuner/broendby")


def test_an_unknown_municipality_is_a_danish_page_that_leads_on(get_text: GetText) -> None:
    assert "Find efter kommune" in get_text("/kommuner/koebenhavn", 404)
