"""Damaged Danish becomes Danish, and what is not certain becomes a doubt."""

from collections.abc import Callable

import pytest

from catalogue.reading.words import Word

Restore = Callable[..., list[Word]]


def text_of(words: list[Word]) -> str:
    return " ".join(word.text for word in words)


@pytest.mark.parametrize(
    ("damaged", "danish"),
    [
        ("laerer leerer lzerer lcerer lerer", "lærer lærer lærer lærer lærer"),
        ("Skolefravaer og bernesyn", "Skolefravær og børnesyn"),
        ("pa pd p3 sG ogsad", "på på på så også"),
        ("@jeblikket", "øjeblikket"),
        ("vaeerdi teaettere raeekker", "værdi tættere rækker"),
        ("Icererne | klassen", "lærerne I klassen"),
        ("\"vi” — og PPV'er", "”vi” – og PPV’er"),
        ("forael-\ndrene", "forældrene"),
        ("fx bl.a. mv. 1,5 time", "fx bl.a. mv. 1,5 time"),
        ("rolle- og berne- og laereromrade", "rolle- og børne- og lærerområde"),
    ],
)
def test_lost_letters_come_back(restore: Restore, damaged: str, danish: str) -> None:
    assert text_of(restore(damaged)) == danish


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("Atdetervigtigt", "At det er vigtigt"),
        ("vifar", "vi får"),
        ("brugien", "brug i en"),
        ("viikke", "vi ikke"),
        ("PPRi", "PPR i"),
        ("sigiundervisningen", "sig i undervisningen"),
        ("Forforvaltningen", "For forvaltningen"),
    ],
)
def test_glued_words_are_parted(restore: Restore, glued: str, parted: str) -> None:
    assert text_of(restore(glued)) == parted


@pytest.mark.parametrize(
    "danish",
    [
        "Der er mere tid til den enkelte elev, og det kan alle se.",
        "Forældre har for lidt tid med deres børn, men de vil gerne være med.",
        "Hun kom før ham; skolerne på Sjælland får både mål og måder at nå dem på.",
    ],
)
def test_sound_danish_is_left_as_it_is(restore: Restore, danish: str) -> None:
    assert text_of(restore(danish)) == danish


def test_a_hyphen_at_the_lines_end_stays_where_the_word_has_one_elsewhere(
    restore: Restore,
) -> None:
    assert text_of(restore("co-\nteaching", elsewhere="co-teaching")) == "co-teaching"
    assert text_of(restore("S-\nklassen")) == "S-klassen"


@pytest.mark.parametrize(
    ("damaged", "elsewhere", "danish"),
    [
        pytest.param("lesninger", "losningen", "løsninger", id="its kin is read surely elsewhere"),
        pytest.param("eget", "oget oget", "øget", id="it is printed otherwise elsewhere"),
        pytest.param("deres eget skema", "oget oget", "deres eget skema", id="a possessive before"),
        pytest.param("frem-\nmede", "fremmode", "fremmøde", id="the rarer word is not meant"),
    ],
)
def test_a_tie_is_settled_by_the_source_and_the_neighbours(
    restore: Restore, damaged: str, elsewhere: str, danish: str
) -> None:
    assert text_of(restore(damaged, elsewhere)) == danish


@pytest.mark.parametrize(
    ("damaged", "doubt"),
    [
        ("modet", "modet or mødet?"),
        ("for skolestart", "for or før?"),
        ("jobswap", "not a known word"),
        ("@toften", "not a known word"),
        ("for-\nldre", "far-fetched"),
        ("tidliginddragelse", "one word or two?"),
        ("Hos Fleng", "a name?"),
    ],
)
def test_what_is_not_certain_is_listed(restore: Restore, damaged: str, doubt: str) -> None:
    assert doubt in [word.doubt for word in restore(damaged)]


def test_a_foreign_word_seen_often_is_no_doubt(restore: Restore) -> None:
    assert restore("jobswap", elsewhere="jobswap jobswap")[0].doubt == ""


def test_a_doubt_carries_its_line_and_its_print(restore: Restore) -> None:
    assert restore("det er\nmodet")[-1] == Word("mødet", "modet", 2, "modet or mødet?")
