"""What a reader typed, taken apart."""

import pytest

from index.language import Language
from index.question import parse_question


def terms(q: str, language: Language) -> list[str]:
    return [item.term for item in parse_question(q, language).items]


def test_filler_words_are_set_aside(language: Language) -> None:
    question = parse_question("hvordan får vi skolefravær ned?", language)

    assert [item.term for item in question.items] == ["skolefravaer"]
    assert question.fillers == ("hvordan", "får", "vi", "ned")


@pytest.mark.parametrize("quotes", ['""', "””", "“”", "„“", "«»"])
def test_every_pair_of_quotes_makes_a_phrase(language: Language, quotes: str) -> None:
    question = parse_question(f"om {quotes[0]}elevernes stemme{quotes[1]}", language)

    assert question.phrases == (("elevernes", "stemme"),)


def test_an_open_quote_is_not_a_phrase(language: Language) -> None:
    question = parse_question('"skolefravær', language)

    assert question.phrases == ()
    assert [item.term for item in question.items] == ["skolefravaer"]


@pytest.mark.parametrize(
    ("q", "excluded"),
    [
        ("fravær -autisme", (("autisme",),)),
        ('fravær -"særlige behov"', (("saerlige", "behov"),)),
        ("co-teaching", ()),
        ("fravær - autisme", ()),
        ("rolle- og ansvarsfordeling", ()),
    ],
)
def test_a_minus_before_a_word_excludes_it(
    language: Language, q: str, excluded: tuple[tuple[str, ...], ...]
) -> None:
    assert parse_question(q, language).excluded == excluded


def test_a_term_of_several_words_is_one_item(language: Language) -> None:
    question = parse_question("elever med særlige behov", language)

    assert "særlige behov" in [item.text for item in question.items]


def test_the_words_of_a_term_may_stand_in_another_order(language: Language) -> None:
    assert terms("ikke vil i skole", language) == terms("vil ikke i skole", language)


def test_asked_exactly_a_term_is_its_words(language: Language) -> None:
    items = parse_question("særlige behov", language, exact=True).items

    assert [item.term for item in items] == ["saerlige", "behov"]


def test_a_word_asked_twice_counts_once(language: Language) -> None:
    assert terms("fravær og Fravær", language) == ["fravaer"]


def test_each_item_knows_its_place_in_what_was_typed(language: Language) -> None:
    q = 'om "to ord" skolefravær -x vejleder'

    for item in parse_question(q, language).items:
        assert q[item.start : item.end] == item.text
