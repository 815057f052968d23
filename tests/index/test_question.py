"""What a reader typed, taken apart, and what of it is wanted."""

import pytest

from index.analysis import fold
from index.question import parse_question
from index.snapshot import Snapshot
from index.understanding import understand


def terms(q: str, snapshot: Snapshot) -> list[str]:
    understood = understand(snapshot, q)
    return [wanted.item.term for wanted in understood.wanted]


def test_filler_words_are_set_aside(snapshot: Snapshot) -> None:
    understood = understand(snapshot, "hvordan får vi skolefravær ned?")

    assert [wanted.item.term for wanted in understood.wanted] == ["skolefravaer"]
    assert understood.fillers == ("hvordan", "får", "vi", "ned")


@pytest.mark.parametrize("quotes", ['""', "””", "“”", "„“", "«»"])
def test_every_pair_of_quotes_makes_a_phrase(quotes: str) -> None:
    question = parse_question(f"om {quotes[0]}elevernes stemme{quotes[1]}")

    assert question.phrases == (("elevernes", "stemme"),)
    assert [word.text for word in question.words] == ["om"]


def test_a_phrase_that_is_asked_for_twice_is_one() -> None:
    question = parse_question('"Faglig ledelse" og "faglig  ledelse"')

    assert (question.phrases, question.quoted) == ((("faglig", "ledelse"),), ("Faglig ledelse",))


def test_an_open_quote_is_not_a_phrase() -> None:
    question = parse_question('"skolefravær')

    assert question.phrases == ()
    assert [word.text for word in question.words] == ["skolefravær"]


@pytest.mark.parametrize(
    ("q", "excluded"),
    [
        ("fravær -autisme", (("autisme",),)),
        ('fravær -"særlige behov"', (("saerlige", "behov"),)),
        ("fravær –autisme", (("autisme",),)),
        ("fravær \N{MINUS SIGN}autisme", (("autisme",),)),
        ("co-teaching", ()),
        ("fravær - autisme", ()),
        ("rolle- og ansvarsfordeling", ()),
    ],
)
def test_a_minus_before_a_word_excludes_it(q: str, excluded: tuple[tuple[str, ...], ...]) -> None:
    assert parse_question(q).excluded == excluded


def test_each_word_knows_its_place_in_what_was_typed() -> None:
    q = 'om "to ord" skolefravær -x vejleder'

    for word in parse_question(q).words:
        assert q[word.start : word.end] == word.text


def test_a_term_of_several_words_is_one_item(snapshot: Snapshot) -> None:
    understood = understand(snapshot, "hvad er særlige behov i undervisningen")

    assert [one.item.text for one in understood.wanted] == ["særlige behov", "undervisningen"]


def test_the_words_of_a_term_may_stand_in_another_order(snapshot: Snapshot) -> None:
    assert terms("ikke vil i skole", snapshot) == terms("vil ikke i skole", snapshot)


def test_a_term_is_known_even_where_a_word_of_it_is_misspelt(snapshot: Snapshot) -> None:
    assert terms("saerlge behov", snapshot) == terms("særlige behov", snapshot)


@pytest.mark.parametrize("parted", ["skole start", "trivsels måling", "special klasse"])
def test_a_compound_that_a_reader_parts_is_joined_again(snapshot: Snapshot, parted: str) -> None:
    assert terms(parted, snapshot) == [fold(parted.replace(" ", ""))]


@pytest.mark.parametrize(
    ("q", "wanted"),
    [
        ("fraværssamarbejde", ["fravaer", "samarbejde"]),
        ("fraværshåndtering", ["fravaer", "haandtering"]),
        # Of its parts one is a filler word, and the other tells actions apart.
        ("fraværshjælp", ["fravaer"]),
    ],
)
def test_a_compound_that_nobody_wrote_yet_is_wanted_by_its_parts(
    snapshot: Snapshot, q: str, wanted: list[str]
) -> None:
    assert terms(q, snapshot) == wanted


@pytest.mark.parametrize("word", ["skoleting", "skolehjælp"])
def test_a_compound_is_not_parted_where_what_is_no_filler_in_it_says_nothing_here(
    snapshot: Snapshot, word: str
) -> None:
    understood = understand(snapshot, word)

    assert snapshot.language.parts(fold(word))[0] == "skole"
    assert [item.term for item in understood.lost] == [fold(word)]


def test_asked_exactly_a_term_is_its_words(snapshot: Snapshot) -> None:
    understood = understand(snapshot, "særlige behov", exact=True)

    assert [wanted.item.term for wanted in understood.wanted] == ["saerlige", "behov"]


def test_a_word_asked_twice_counts_once(snapshot: Snapshot) -> None:
    assert terms("fravær og Fravær", snapshot) == ["fravaer"]
