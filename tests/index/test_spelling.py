"""A misspelt word is taken for the one that was meant, and a right word for itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import fold
from index.results import Request
from index.searching import search
from index.snapshot import Snapshot
from index.sounds import to_sound
from index.spelling import find_right

letters = st.text("abcdefghijklmnoprstuvyæøå", max_size=20).map(fold)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nægter", "negter"),
        ("klasse", "klase"),
        ("kontakt", "kontagt"),
        ("hvornår", "vornår"),
        ("udsatte", "utsatte"),
        ("ressource", "resource"),
        ("tosprogede", "tosprokede"),
        ("almindelig", "alminelig"),
    ],
)
def test_what_is_written_by_ear_sounds_the_same(one: str, other: str) -> None:
    assert to_sound(fold(one)) == to_sound(fold(other))


@pytest.mark.parametrize(("one", "other"), [("skole", "skala"), ("mor", "mål"), ("lærer", "leder")])
def test_what_sounds_otherwise_stays_apart(one: str, other: str) -> None:
    assert to_sound(fold(one)) != to_sound(fold(other))


@given(letters, st.data())
def test_a_consonant_written_twice_sounds_the_same(key: str, data: st.DataObject) -> None:
    places = [place for place, letter in enumerate(key) if letter not in "aeiouy"]
    place = data.draw(st.sampled_from(places)) if places else 0

    assert (
        to_sound(key[:place] + key[place : place + 1] + key[place:]) == to_sound(key) or not places
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # By ear, a letter too many or too few, two swapped.
        ("negter", "nægter"),
        ("klase", "klasse"),
        ("trivesl", "trivsel"),
        ("fællskab", "fællesskab"),
        ("ordblide", "ordblinde"),
        # A word that might be made of two others is still a slip of the one that is known.
        ("specielskole", "specialskole"),
        ("forældremode", "forældremøde"),
        ("bornehave", "børnehave"),
    ],
)
def test_a_slip_is_taken_for_the_word_that_was_meant(
    snapshot: Snapshot, typed: str, meant: str
) -> None:
    assert find_right(snapshot, fold(typed)) == fold(meant)


@pytest.mark.parametrize(
    "word",
    [
        *("lærke", "lærken", "religion", "svømning", "radio", "kælder", "klatrevæg", "bøder"),
        *("skovtur", "lejer", "vanter", "begravelse", "jakkerne"),
    ],
)
def test_a_word_that_nothing_here_has_is_right_all_the_same(snapshot: Snapshot, word: str) -> None:
    assert find_right(snapshot, fold(word)) == fold(word)


def test_every_word_of_the_tables_is_right(snapshot: Snapshot) -> None:
    language = snapshot.language
    right = {*language.lemmas, *language.right}

    assert {key for key in right if find_right(snapshot, key) != key} == set()


@pytest.mark.parametrize(
    "typed", ["11", "100", "2200", "11.", "ko", "sø", "å", "opp", "tap", "somm"]
)
def test_a_number_or_a_very_short_word_is_no_slip(snapshot: Snapshot, typed: str) -> None:
    assert find_right(snapshot, fold(typed)) == fold(typed)


@pytest.mark.parametrize("typed", ["skolebod", "telefn", "robottr", "psykisk sygdmo"])
def test_nothing_is_taken_for_a_word_that_would_be_told_as_lacking(
    snapshot: Snapshot, typed: str
) -> None:
    reading = search(snapshot, Request(q=typed)).reading

    assert (reading.corrected, reading.dropped) == (None, (typed,))


@pytest.mark.parametrize("q", ["kørekort", "internet", "middelalder", "barnevogn"])
def test_a_common_word_is_not_looked_for_by_a_part(snapshot: Snapshot, q: str) -> None:
    results = search(snapshot, Request(q=q))

    assert (results.total, results.reading.dropped) == (0, (q,))
