"""Which words are Danish, and how they are built."""

import pytest

from catalogue.reading.dictionary import Dictionary


@pytest.mark.parametrize(
    "word", ["børn", "Børn", "skolerne", "hotellerne", "øget", "skolefravær", "børne-", "Sorø"]
)
def test_danish_words_inflected_compounded_or_capitalised_are_known(
    dictionary: Dictionary, word: str
) -> None:
    assert dictionary.knows(word)


@pytest.mark.parametrize("word", ["bern", "skolefravaer", "viikke", "xyz", ""])
def test_damaged_glued_and_foreign_words_are_not_known(dictionary: Dictionary, word: str) -> None:
    assert not dictionary.knows(word)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("skolefravær", ("skole", "fravær")),
        ("forældresamarbejde", ("forældre", "samarbejde")),
        ("børnefællesskaber", ("børne", "fællesskaber")),
        ("deltagelsesmuligheder", ("deltagelses", "muligheder")),
    ],
)
def test_a_compound_is_split_into_the_fewest_legal_parts_first(
    dictionary: Dictionary, word: str, parts: tuple[str, ...]
) -> None:
    assert dictionary.splits(word)[0] == parts


def test_a_word_that_is_no_compound_has_no_split(dictionary: Dictionary) -> None:
    assert dictionary.splits("bog") == ()


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("skolernes", "skole"),
        ("lærer", "lærer"),
        ("lærerne", "lærer"),
        ("prøvehandlingerne", "prøvehandling"),
        ("xyz", "xyz"),
    ],
)
def test_a_form_leads_to_its_stem(dictionary: Dictionary, word: str, stem: str) -> None:
    assert dictionary.stem(word) == stem


def test_a_prefix_of_no_word_is_told_at_once(dictionary: Dictionary) -> None:
    assert dictionary.begins("fravæ")
    assert not dictionary.begins("fravø")
