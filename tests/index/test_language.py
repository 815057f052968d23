"""The language as the index uses it: lemmas, compounds, thesaurus."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import fold
from index.language import Language

UNKNOWN_FORMS = [
    ("fraværsvejlederens", "fraværsvejleder"),
    ("skolefraværets", "skolefravær"),
    ("inklusionsvejlederne", "inklusionsvejleder"),
    ("forældresamarbejdet", "forældresamarbejde"),
]


@pytest.mark.parametrize(("form", "lemma"), UNKNOWN_FORMS)
def test_an_ending_is_taken_off_where_a_known_word_is_left(
    language: Language, form: str, lemma: str
) -> None:
    assert language.lemma(fold(form)) == fold(lemma)


def test_a_word_that_nothing_is_known_of_is_its_own_lemma(language: Language) -> None:
    assert language.lemma("zulustanden") == "zulustanden"


@given(st.data())
def test_a_lemma_is_its_own_lemma(language: Language, data: st.DataObject) -> None:
    lemma = data.draw(st.sampled_from(sorted(language.lemmas.values())))

    assert language.lemma(language.lemma(lemma)) == language.lemma(lemma)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("trivselsvejledning", ("trivsel", "vejledning")),
        ("zebrafravær", ()),
        ("fravær", ()),
    ],
)
def test_an_unknown_compound_is_split_only_into_known_words_that_cover_it(
    language: Language, word: str, parts: tuple[str, ...]
) -> None:
    assert language.parts(fold(word)) == parts


def test_the_thesaurus_covers_the_field(language: Language) -> None:
    concepts = language.thesaurus.concepts.values()

    assert len(concepts) >= 200
    assert {concept.theme for concept in concepts} >= set(language.vocabulary.ids("theme"))


def test_no_word_means_the_same_as_two_concepts(language: Language) -> None:
    doubled = {term: ids for term, ids in language.thesaurus.by_term.items() if len(ids) > 1}

    assert doubled == {}
