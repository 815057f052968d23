"""Words that nothing has, and those that look like them."""

import pytest

from index.correcting import Guesses, correct, offer

KNOWN = Guesses(["mellemform", "fravaer", "trivsel", "skole", "mål", "ppr"])


def nowhere(word: str) -> int:
    return 0


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("melemform", ["mellemform"]),
        ("mellemfrom", ["mellemform"]),
        ("trivesl", ["trivsel"]),
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
        correct("lårer", Guesses(["larer", "lærer"]), {"larer": 1, "lærer": 9}.__getitem__)[0]
        == "lærer"
    )


def test_what_lies_a_little_further_is_offered_only() -> None:
    assert correct("trivzzl", KNOWN, nowhere) == []
    assert offer("trivzzl", KNOWN, nowhere) == ["trivsel"]
