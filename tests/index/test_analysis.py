"""Text → tokens → keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import fold, keys, normalize, strip_letters, tokenize

SAME = [
    ("skolefravær", "skolefravaer"),
    ("skolefravær", "Skole-fravær"),
    ("skolefravær", "SKOLEFRAVÆR"),
    ("årshjul", "aarshjul"),
    ("støtte", "stoette"),
    ("co-teaching", "Co‑teaching"),
    ("idé", "ide"),
    ("PPR", "P.P.R."),
    ("skolefra\u00advær", "skolefravær"),
    ("a\u030arhus", "århus"),
]
DIFFERENT = [("rød", "rod"), ("mål", "mal"), ("før", "for"), ("bør", "bor")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_word_share_a_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_words_that_differ_in_a_danish_letter_keep_different_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("word", ["koordinator", "poesi", "kaos", "aktuel"])
def test_ordinary_words_are_not_read_as_danish_letters(word: str) -> None:
    assert fold(word) == word


def test_a_key_without_its_danish_letters_is_what_a_hasty_reader_types() -> None:
    assert [strip_letters(fold(word)) for word in ("børn", "særlige", "måling")] == [
        "born",
        "sarlige",
        "maling",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("tæt på P.P.R. og A.K.T", ["tæt", "på", "P.P.R.", "og", "A.K.T"]),
        ("f.eks. den 8.4.2026.", ["f", "eks", "den", "8", "4", "2026"]),
        ("Klasse A.B. slutter", ["Klasse", "A.B.", "slutter"]),
        ("punkt.Punkt", ["punkt", "Punkt"]),
    ],
)
def test_letters_with_dots_are_one_word(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == words


def test_inner_hyphens_and_apostrophes_belong_to_the_word() -> None:
    words = [token.text for token in tokenize("PPR’s co-teaching – rolle- og ansvarsfordeling.")]

    assert words == ["PPR’s", "co-teaching", "rolle", "og", "ansvarsfordeling"]


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text)

    assert fold(once) == once


@given(st.text())
def test_a_token_is_what_stands_at_its_place(text: str) -> None:
    text = normalize(text)

    for token in tokenize(text):
        assert text[token.start : token.end] == token.text


@given(st.text())
def test_case_does_not_change_the_words_of_danish_text(text: str) -> None:
    danish = "".join(letter for letter in text if letter in "abcdefghijklmnopqrstuvwxyzæøå -")

    assert keys(danish.upper()) == keys(danish)
