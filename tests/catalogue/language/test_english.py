"""The table of English words, and the list of other Danish words."""

from pathlib import Path

import pytest

from catalogue.errors import InvalidFile
from catalogue.language.tables import (
    ENGLISH,
    LEMMAS,
    OTHER_WORDS,
    alphabetical,
    load_english,
    load_lemmas,
    load_words,
)

VOCABULARY = Path("data/vocabulary")

ENGLISH_FOR = {
    "absence": "fravær",
    "early intervention": "tidlig indsats",
    "child": "barn",
    "behavior": "adfærd",
    "special needs": "særlige behov",
    "parental involvement": "forældreinddragelse",
}

REFUSED = {
    "no Danish": ("absence:\n", "english.txt:1: a line is 'english words: danske ord'"),
    "no colon": ("absence fravær\n", "english.txt:1: a line is 'english words: danske ord'"),
    "a capital": ("# a comment\n\nAbsence: fravær\n", "english.txt:3: 'Absence' is not in lower"),
    "no word": ("?: hvad\n", "english.txt:1: a line is 'english words: danske ord'"),
    "twice": ("boy: dreng\nboy: fyr\n", "english.txt:2: 'boy' stands twice"),
}


@pytest.mark.parametrize(("english", "danish"), ENGLISH_FOR.items(), ids=ENGLISH_FOR)
def test_the_terms_of_the_field_are_there(english: str, danish: str) -> None:
    assert load_english(VOCABULARY / ENGLISH)[english] == danish


def test_the_lines_stand_in_order_and_say_something() -> None:
    table = load_english(VOCABULARY / ENGLISH)

    assert list(table) == sorted(table)
    assert [english for english, danish in table.items() if english == danish] == []


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED)
def test_a_bad_line_is_refused_with_its_number(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / ENGLISH
    path.write_text(text, "utf-8")

    with pytest.raises(InvalidFile) as refused:
        load_english(path)

    assert message in str(refused.value)


def test_the_other_words_stand_in_order_and_in_no_line_of_the_lemmas() -> None:
    path = VOCABULARY / OTHER_WORDS
    rows = [row for row in path.read_text("utf-8").splitlines() if row and row[0] != "#"]
    words = " ".join(rows).split()

    assert words == sorted(words, key=alphabetical)
    assert load_words(path) == set(words)
    assert load_words(path).isdisjoint(load_lemmas(VOCABULARY / LEMMAS))
