from pathlib import Path

import pytest

from catalogue.errors import InvalidFile
from catalogue.language.tables import (
    FILLER_PHRASES,
    LEMMAS,
    STOP_WORDS,
    load_lemmas,
    load_phrases,
    load_words,
)

VOCABULARY = Path("data/vocabulary")

FILLERS = {
    "how do we get": "hvordan får vi",
    "which experiences are there with": "hvilke erfaringer er der med",
    "what have others done": "hvad har andre gjort",
    "can one use it for": "kan man bruge det til",
    "how do you work with, in English": "how do you work with",
    "what are the, in English": "what are the",
}

# What questions are about, however common in the catalogue. Add a line for every complaint.
CARRYING = (
    *("elev", "elever", "barn", "børn", "unge", "lærer", "lærere", "pædagog", "forældre", "skole"),
    *("klasse", "ledelse", "leder", "indsats", "fravær", "trivsel", "samarbejde", "undervisning"),
    *("team", "støtte", "behov", "møde", "tid", "data", "forebygge", "styrke", "overgang"),
    *("school", "parents", "pupils", "absence", "special", "needs", "leadership", "teaching"),
)


@pytest.fixture(scope="module")
def stop_words() -> frozenset[str]:
    return load_words(VOCABULARY / STOP_WORDS)


@pytest.mark.parametrize("question", FILLERS.values(), ids=FILLERS)
def test_what_only_makes_a_question_is_a_stop_word(
    question: str, stop_words: frozenset[str]
) -> None:
    assert set(question.split()) - stop_words == set()


@pytest.mark.parametrize("word", CARRYING)
def test_what_a_question_is_about_is_no_stop_word(word: str, stop_words: frozenset[str]) -> None:
    assert word not in stop_words


def test_all_forms_of_a_word_stop_or_none_does(stop_words: frozenset[str]) -> None:
    lemma_of = load_lemmas(VOCABULARY / LEMMAS)
    stopped = {lemma_of[word] for word in stop_words if word in lemma_of}

    left = {form for form, lemma in lemma_of.items() if lemma in stopped} - stop_words

    assert left == set()


def test_a_stop_word_that_stands_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / STOP_WORDS
    path.write_text("hvem hvad\n# a reason\nhvor hvad\n", "utf-8")

    with pytest.raises(InvalidFile, match=r"stop-words\.txt:3: 'hvad' stands twice"):
        load_words(path)


@pytest.mark.parametrize("wrong", ["i forhold til", "I Forhold Til", "i forhold, til"])
def test_a_filler_phrase_that_stands_twice_or_is_no_words_is_refused(
    tmp_path: Path, wrong: str
) -> None:
    path = tmp_path / FILLER_PHRASES
    path.write_text(f"i forhold til\n{wrong}\n", "utf-8")

    with pytest.raises(InvalidFile, match=r"filler-phrases\.txt:2: "):
        load_phrases(path)
