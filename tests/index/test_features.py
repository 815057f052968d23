"""What a question and a keyword may have in common."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.features import list_features, read_phrase
from index.language import Language
from index.weights import FEATURES, PAIRED_WITHIN, SLACK

# As many as make a pair of the first and the last but one, and none of the first and the last.
APART = ["fravaer", "trivsel", "inklusion", "overgang", "ledelse"]


def features(words: Sequence[str], language: Language) -> Mapping[str, float]:
    return list_features(read_phrase(words, language), language)


@pytest.fixture(scope="module")
def fillers(language: Language) -> list[str]:
    """The filler words that stand in no term of the thesaurus."""
    in_terms = language.thesaurus.words
    return [word for word in sorted(language.stop_words) if language.lemma(word) not in in_terms]


@pytest.fixture(scope="module")
def telling(language: Language) -> list[str]:
    """Every word of the trade that is no filler word."""
    return sorted(language.thesaurus.words - language.stop_words)


def test_words_concepts_and_near_words_are_what_two_phrases_may_share(language: Language) -> None:
    assert features(["hvordan", "faar", "vi", "uro", "i", "klassen"], language).keys() == {
        *("uro", "klasse"),
        "$uro",
        "klasse uro",
    }


def test_the_parts_of_a_compound_may_be_shared_too(language: Language) -> None:
    found = features(["skolefravaer"], language)

    assert found["fravaer"] < found["skolefravaer"]


def test_a_filler_is_no_part(language: Language) -> None:
    assert language.parts("fravaershjaelp") == ("fravaer", "hjaelp")
    assert features(["fravaershjaelp"], language).keys() == {"fravaershjaelp", "fravaer"}


def test_a_word_is_no_less_for_being_part_of_another(language: Language) -> None:
    assert features(["skolefravaer", "fravaer"], language)["fravaer"] == FEATURES["word"]


def test_so_many_telling_words_on_another_is_near_and_the_next_is_not(language: Language) -> None:
    assert len(APART) == PAIRED_WITHIN + 2

    found = features(APART, language)

    assert f"{APART[0]} {APART[-2]}" in found
    assert f"{APART[0]} {APART[-1]}" not in found


def test_filler_words_do_not_set_two_words_apart(language: Language) -> None:
    apart = ["fravaer", *["og", "i", "den", "om"] * PAIRED_WITHIN, "ledelse"]

    assert "fravaer ledelse" in features(apart, language)


def test_a_term_of_several_words_is_its_concept_and_its_words(language: Language) -> None:
    (concept,) = language.thesaurus.by_term["mangle fremmoede"]

    found = features(["mangler", "fremmoede"], language)

    assert {f"${concept}", "mangle", "fremmoede"} <= found.keys()


@given(st.data())
def test_neither_the_order_of_two_words_nor_filler_words_beside_them_change_anything(
    language: Language, telling: list[str], fillers: list[str], data: st.DataObject
) -> None:
    one, other = data.draw(st.lists(st.sampled_from(telling), min_size=2, max_size=2))
    before, between, after = (
        data.draw(st.lists(st.sampled_from(fillers), max_size=SLACK)) for _ in range(3)
    )

    assert features([*before, other, *between, one, *after], language) == features(
        [one, other], language
    )
