"""What is told of a question: what was corrected, dropped and offered."""

from collections.abc import Callable

import pytest

from index.results import Request
from index.searching import search
from index.snapshot import Snapshot

Find = Callable[..., list[str]]


MISSPELT = [
    ("melemform", "mellemform"),
    ("skolevægrin", "skolevægring"),
    ("ressurceklasse", "ressourceklasse"),
    ("born", "børn"),
    ("maling", "måling"),
    ("fravar", "fravær"),
    # Two slips in ten letters and more.
    ("fællesskeb", "fællesskab"),
    ("undrvisnng", "undervisning"),
]


@pytest.mark.parametrize(("typed", "meant"), MISSPELT, ids=[typed for typed, _ in MISSPELT])
def test_a_misspelling_finds_what_was_meant_and_says_so(
    find: Find, snapshot: Snapshot, typed: str, meant: str
) -> None:
    results = search(snapshot, Request(q=f"om {typed}"))

    assert results.reading.corrected == f"om {meant}"
    assert find(typed) == find(meant)


def test_a_word_that_exists_is_never_corrected(snapshot: Snapshot) -> None:
    for word in ("mål", "for", "elever", "skolefravaer", "PPR"):
        assert search(snapshot, Request(q=word)).reading.corrected is None


def test_a_place_that_the_catalogue_lacks_is_not_pieced_together(find: Find) -> None:
    assert find("Aarhus") == []


# Each with what is dropped of it, for which the catalogue has nothing or only what is beside it.
LACKING = [
    ("svømmeundervisning", ("svømmeundervisning",), False),
    # Of its parts one is a filler word, and the other says nothing here.
    ("skolehave", ("skolehave",), False),
    # What is lacking beside what says nothing alone.
    ("zulutid skole", ("zulutid",), False),
    ("fraværshåndtering", (), True),
    # The words of texts and keywords are only related to it.
    ("sygeundervisning og fravær", ("sygeundervisning",), True),
    ("PPR chatgpt", ("chatgpt",), True),
]


@pytest.mark.parametrize(("q", "dropped", "found"), LACKING, ids=[q for q, *_ in LACKING])
def test_what_the_catalogue_lacks_is_told_as_dropped_and_the_rest_is_found(
    snapshot: Snapshot, q: str, dropped: tuple[str, ...], found: bool
) -> None:
    results = search(snapshot, Request(q=q))

    assert (results.reading.dropped, results.total > 0) == (dropped, found)


@pytest.mark.parametrize(
    ("q", "near"),
    [("svømmeundervisning", ["undervisning"]), ("modtageklasse", ["klasse"]), ("skolehave", [])],
)
def test_what_a_lacking_compound_is_a_kind_of_is_offered(
    snapshot: Snapshot, q: str, near: list[str]
) -> None:
    reading = search(snapshot, Request(q=q)).reading

    assert [one.word for one in reading.near] == near
    assert reading.did_you_mean is None


def test_what_is_dropped_does_not_change_what_the_rest_finds(find: Find) -> None:
    assert find("sygeundervisning og fravær") == find("fravær")
    assert find("PPR chatgpt") == find("PPR")


def test_a_common_word_beside_an_unknown_one_does_not_find_everything(find: Find) -> None:
    assert len(find("zulusprogede elever")) == 0


def test_a_word_that_tells_actions_apart_finds_them_beside_an_unknown_one(find: Find) -> None:
    assert set(find("ansvaret Zwingli")) == set(find("ansvaret")) != set()


def test_near_words_that_exist_are_offered_with_their_counts(snapshot: Snapshot) -> None:
    reading = search(snapshot, Request(q="trivzzl")).reading

    assert reading.near
    for word in reading.near:
        assert word.count == search(snapshot, Request(q=word.word)).total > 0


def test_a_filler_is_not_offered_for_what_is_lacking(snapshot: Snapshot) -> None:
    reading = search(snapshot, Request(q="elver")).reading

    assert [word.word for word in reading.near] == ["elever"]


def test_what_is_offered_keeps_what_was_corrected(snapshot: Snapshot) -> None:
    reading = search(snapshot, Request(q="melemform for elver")).reading

    assert reading.corrected == "mellemform for elver"
    assert reading.did_you_mean == "mellemform for elever"


@pytest.mark.parametrize("q", ["specialudgifterx", "experiencedx", "tvaerfagligtsamarbejdex"])
def test_no_mark_of_the_index_is_offered_to_a_reader(snapshot: Snapshot, q: str) -> None:
    reading = search(snapshot, Request(q=q)).reading

    assert not [word for word in reading.near if set("#$~") & set(word.word)]
    assert not set("#$~") & set(reading.did_you_mean or "")
