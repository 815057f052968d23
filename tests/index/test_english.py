"""What is asked in English is looked for in Danish, and the answer says so."""

from collections.abc import Callable

import pytest

from catalogue.language.tables import ENGLISH, load_english
from catalogue.vocabulary import Vocabulary
from index.analysis import keys
from index.english import English, name_in_english
from index.question import parse_question
from index.results import Request
from index.searching import search
from index.snapshot import Snapshot
from index.words import read_words

TABLE = English(
    {
        "school refusal": "skolevægring",
        "school": "skole",
        "special needs": "særlige behov",
        "self-esteem": "selvværd",
        "study": "undersøgelse",
        "plan": "planlægge",
        "task": "opgave",
        "learning": "læring",
        "learn": "lære",
        "time": "tid",
    }
)


def translate(q: str, is_danish: Callable[[str], bool] = lambda _: False) -> list[str]:
    return [one.danish for one in TABLE.find(keys(q), is_danish)]


@pytest.mark.parametrize(
    ("q", "danish"),
    [
        ("school", ["skole"]),
        ("about school refusal", ["skolevægring"]),
        ("my school refused", ["skole"]),
        ("special need", ["særlige behov"]),
        ("self esteem, self-esteem", ["selvværd", "selvværd"]),
        ("studies studied studying", ["undersøgelse"] * 3),
        ("planned planning plans", ["planlægge"] * 3),
        ("learning to learn", ["læring", "lære"]),
        ("", []),
        ("unheard of", []),
    ],
)
def test_the_longest_entries_are_found_in_any_form(q: str, danish: list[str]) -> None:
    assert translate(q) == danish


def test_what_has_no_name_in_english_is_left_out(
    snapshot: Snapshot, vocabulary: Vocabulary
) -> None:
    nameless = Vocabulary(
        {
            "theme": {
                one.id: one.model_copy(update={"english": ""}) for one in vocabulary.all("theme")
            }
        }
    )

    names = name_in_english(snapshot.language.thesaurus, nameless)

    assert "" not in names
    assert "absence" in names


def test_a_danish_word_is_no_form_of_an_english_one() -> None:
    assert translate("taske") == ["opgave"]
    assert translate("taske", is_danish={"taske"}.__contains__) == []


def read(snapshot: Snapshot, q: str) -> list[str]:
    words = read_words(snapshot, parse_question(q).words)
    return [word.key for word in words if word.key not in snapshot.language.stop_words]


@pytest.mark.parametrize(
    ("english", "danish"),
    [
        ("How can teachers and parents work together?", "lærer forælder samarbejde"),
        ("early intervention", "tidlig indsats"),
        ("tired teachers", "træt lærer"),
        ("children who refuse to go to school", "barn nægte skole"),
    ],
)
def test_an_english_question_asks_what_its_danish_does(
    snapshot: Snapshot, english: str, danish: str
) -> None:
    lemma = snapshot.language.lemma

    assert {lemma(key) for key in read(snapshot, english)} == {
        lemma(key) for key in keys(danish) if key not in snapshot.language.stop_words
    }


@pytest.mark.parametrize(
    "q", ["time", "special", "co-teaching", "plan for en time", "tidlig start"]
)
def test_a_question_that_may_be_danish_is_left_as_it_is(snapshot: Snapshot, q: str) -> None:
    assert not any(word.is_translated for word in read_words(snapshot, parse_question(q).words))


def test_a_word_of_both_languages_is_english_beside_one_that_is_not(snapshot: Snapshot) -> None:
    assert "tid" in read(snapshot, "time for teachers")


def test_a_reader_is_told_what_was_looked_for(snapshot: Snapshot) -> None:
    results = search(snapshot, Request(q="tired teachers"))

    told = [(one.term, one.to) for one in results.reading.broadened if one.reason == "translation"]
    assert told == [("tired", ("træt",)), ("teachers", ("lærer",))]
    assert results.reading.corrected is None


def test_asked_exactly_nothing_is_put_into_danish(snapshot: Snapshot) -> None:
    assert search(snapshot, Request(q="school attendance", exact=True)).reading.broadened == ()
    assert [
        word.key for word in read_words(snapshot, parse_question("boys").words, exact=True)
    ] == ["boys"]


def test_what_was_taken_out_parts_a_phrase(snapshot: Snapshot) -> None:
    assert "skolevaegring" in read(snapshot, "school refusal")
    assert "skolevaegring" not in read(snapshot, "school -elever refusal")
    assert "skolevaegring" not in read(snapshot, 'school "tidlig indsats" refusal')


def test_nothing_is_offered_for_what_nobody_typed(snapshot: Snapshot) -> None:
    reading = search(snapshot, Request(q="single mother football")).reading

    assert (reading.did_you_mean, reading.near) == (None, ())
    assert "football" in reading.dropped
    assert ("football", ("fodbold",)) in [(one.term, one.to) for one in reading.broadened]


def test_no_english_line_is_taken_for_danish_but_what_danish_has_too(snapshot: Snapshot) -> None:
    language = snapshot.language
    table = load_english(language.folder / ENGLISH)

    def is_left(english: str) -> bool:
        words = read_words(snapshot, parse_question(english).words)
        return not any(word.is_translated for word in words)

    left = [english for english in table if is_left(english)]
    known = language.stop_words | snapshot.words.keys()
    strange = [key for one in left for key in keys(one) if key not in known]
    assert [key for key in strange if not language.is_danish(key)] == []
    assert len(left) < len(table) / 10
