"""The page about the catalogue: it must not promise more than the records hold."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from app.pages.gaps import find_gaps
from app.settings import Settings
from catalogue.importing import read_records
from catalogue.vocabulary import load_vocabulary

GetPage = Callable[..., Element]
GetText = Callable[..., str]
SETTINGS = Settings()
RECORDS, _ = read_records(SETTINGS.records, load_vocabulary(SETTINGS.vocabulary))


def test_it_says_how_many_municipalities_are_missing(get_text: GetText) -> None:
    text = get_text("/om")

    assert "14 af partnerskabets 21 kommuner" in text
    assert "de øvrige 7 kommuners arbejde" in text


def test_it_says_what_is_not_known_of_the_source(get_text: GetText) -> None:
    assert "Udgivelsesdato og adresse står ikke i den modtagne tekst." in get_text("/om")


def test_it_names_the_trial_action_without_learnings(get_text: GetText) -> None:
    text = get_text("/om")

    assert (
        "”Læringer” mangler i 1 prøvehandling "
        "Vordingborg: PPV som afsæt for inkluderende praksis" in text
    )


def test_it_names_those_whose_learnings_are_the_same(get_text: GetText) -> None:
    text = get_text("/om").partition("De samme læringer flere steder")[2]

    assert "Brøndby: Co-teaching som forebyggende indsats på 1. årgang Frederikshavn:" in text
    assert text.partition("Bemærkninger")[0].count("Lemvig:") == 3


def test_it_names_those_in_which_no_change_was_seen() -> None:
    assert [record.id for record in find_gaps(RECORDS).nothing_seen] == [
        "frederikshavn-vaerktoej-videndeling",
        "lemvig-styrket-samarbejde",
        "vordingborg-mere-for-flere",
        "vordingborg-ppv-inkluderende-praksis",
    ]


def test_it_repeats_every_note(get_text: GetText) -> None:
    text = get_text("/om")

    assert all(note in text for record in RECORDS for note in record.notes)


def test_a_catalogue_that_lacks_nothing_has_no_gaps() -> None:
    whole = [record for record in RECORDS if record.id == "broendby-co-teaching-1-aargang"]

    gaps = find_gaps(whole)

    assert (gaps.without, gaps.same_learnings, gaps.nothing_seen) == ({}, [], [])
