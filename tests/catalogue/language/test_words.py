from pathlib import Path

import pytest

from catalogue.language.words import Sighting, find_words, list_words

CASES = {
    "case is folded": ("SKOLE-Fravær", ["skole-fravær"]),
    "an inner hyphen joins": ("co-teaching på 1. årgang", ["co-teaching", "på", "årgang"]),
    "an outer hyphen does not": ("klasse- og skole", ["klasse", "og", "skole"]),
    "an apostrophe joins": ("PPR’s PPV'er", ["ppr’s", "ppv’er"]),
    "quotation marks fall": ("”dem og os”, 'her'", ["dem", "og", "os", "her"]),
    "a slash parts": ("maj/juni", ["maj", "juni"]),
    "letters are composed": ("a\u030argang", ["årgang"]),
    "soft hyphens fall": ("skole\u00adfravær", ["skolefravær"]),
    "numbers alone are no words": ("2026, 0-18 og 4.", ["og"]),
    "numbers with letters are": ("S3-elev, 10klasse", ["s3-elev", "10klasse"]),
    "a number joined to letters is one word": ("18-årig", ["18-årig"]),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "words"), CASES.values(), ids=CASES)
def test_words_are_found_in_text(text: str, words: list[str]) -> None:
    assert find_words(text) == words


def test_words_are_listed_from_texts_not_from_ids(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "- id: skjult\n  label: Synlig\n  theme: skjult\n  equal: [et ord]\n", "utf-8"
    )

    assert list(list_words(tmp_path)) == ["synlig", "et", "ord"]


def test_a_word_is_listed_with_the_place_where_it_stands_first(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("title: ord\nheadline: nyt ord\n", "utf-8")
    (tmp_path / "b.yaml").write_text("title: nyt\n", "utf-8")

    assert list_words(tmp_path) == {"ord": Sighting("a.yaml", 1), "nyt": Sighting("a.yaml", 2)}


def test_an_empty_file_has_no_words(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("# nothing yet\n", "utf-8")

    assert list_words(tmp_path) == {}


def test_what_stands_in_english_is_no_word_of_the_tables(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("english: [special needs]\nlabel: special\n", "utf-8")

    assert list(list_words(tmp_path)) == ["special"]
