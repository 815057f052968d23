"""Words that nothing has, and those that look like them."""

import pytest

from index.analysis import fold
from index.correcting import Guesses, correct, offer
from index.results import Request
from index.searching import search
from index.snapshot import Snapshot

KNOWN = Guesses.of(["mellemform", "fravaer", "trivsel", "skole", "mål", "ppr"])


def nowhere(word: str) -> int:
    return 0


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("melemform", ["mellemform"]),
        ("mellemfrom", ["mellemform"]),
        ("trivesl", ["trivsel"]),
        # Two slips in nine letters and in ten.
        ("mellmform", ["mellemform"]),
        ("mellmfrom", []),
        ("mellmforrm", ["mellemform"]),
        ("pp", []),
        ("ppx", []),
        ("skoelz", []),
        ("zzzzzzzz", []),
    ],
)
def test_a_slip_or_two_are_forgiven_by_the_length_of_the_word(typed: str, meant: list[str]) -> None:
    assert correct(typed, KNOWN, nowhere) == meant


def test_the_word_that_more_texts_have_comes_first() -> None:
    assert (
        correct("lårer", Guesses.of(["larer", "lærer"]), {"larer": 1, "lærer": 9}.__getitem__)[0]
        == "lærer"
    )


def test_what_lies_a_little_further_is_offered_only() -> None:
    assert correct("trivzzl", KNOWN, nowhere) == []
    assert offer("trivzzl", KNOWN, nowhere) == ["trivsel"]


@pytest.mark.parametrize(
    "q", ["byggeri", "IT-system", "script", "fodbold", "musik", "højtbegavede"]
)
def test_a_word_of_its_own_is_neither_corrected_nor_taken_for_another(
    snapshot: Snapshot, q: str
) -> None:
    reading = search(snapshot, Request(q=q)).reading

    assert (reading.corrected, reading.did_you_mean, reading.near) == (None, None, ())


@pytest.mark.parametrize(("q", "like"), [("svømning", "stemning"), ("religion", "relation")])
def test_a_word_of_eight_or_nine_letters_is_no_other_word_two_slips_away(
    snapshot: Snapshot, q: str, like: str
) -> None:
    reading = search(snapshot, Request(q=q)).reading

    assert like in offer(fold(q), snapshot.columns.guesses, snapshot.count_documents)
    assert (reading.corrected, reading.dropped) == (None, (q,))


def test_the_forms_of_one_word_are_offered_the_same(snapshot: Snapshot) -> None:
    one, other = (search(snapshot, Request(q=q)).reading for q in ("bog", "bøger"))

    assert one.near == other.near


def test_a_participle_in_the_plural_is_the_same_word(snapshot: Snapshot) -> None:
    assert snapshot.language.lemma("hoejtbegavede") == "hoejtbegavet"
