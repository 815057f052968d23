"""The accessibility statement: it must not promise more than was done."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest

GetPage = Callable[..., Element]
GetText = Callable[..., str]


@pytest.mark.parametrize(
    "part",
    [
        "Overensstemmelsesstatus",
        "WCAG 2.1 på niveau AA",
        "delvist i overensstemmelse",
        "selvevaluering",
        "Håndhævelse og klage",
        "Digitaliseringsstyrelsen fører tilsyn",
    ],
)
def test_it_has_every_part_that_the_form_asks_for(get_text: GetText, part: str) -> None:
    assert part in get_text("/tilgaengelighed")


def test_it_says_what_was_not_tested_and_that_nobody_can_be_written_to(get_text: GetText) -> None:
    text = get_text("/tilgaengelighed")

    assert "ikke prøvet siderne med skærmlæsere" in text
    assert "Der er endnu ingen henvendelsesadresse" in text


def test_it_says_how_little_of_the_dark_colours_is_tested(get_text: GetText) -> None:
    text = get_text("/tilgaengelighed")

    assert "De mørke farver undersøges kun på 1280 pixel" in text
    assert "kun for kontrast" in text


def test_the_limits_name_every_word_document(get_text: GetText) -> None:
    assert "Mødearket og planen som Word-filer" in get_text("/tilgaengelighed")


def test_it_is_one_step_from_every_page(get_page: GetPage, path: str) -> None:
    links = [
        link.get("href", "").partition("?")[0]
        for link in get_page(path).findall(".//body/footer//a")
    ]

    assert "/tilgaengelighed" in links
