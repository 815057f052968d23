"""What holds of every kind of file in the catalogue: it is what it says, byte for byte."""

from collections.abc import Callable
from typing import TypeVar

F = TypeVar("F")


def check_canonical(text: str, parse: Callable[[str], F], format_: Callable[[F], str]) -> None:
    """Fail unless a text is what is written of that which it says."""
    assert format_(parse(text)) == text


def check_round_trip(fact: F, parse: Callable[[str], F], format_: Callable[[F], str]) -> None:
    """Fail unless a fact comes back from its text, and the text from it."""
    text = format_(fact)

    assert parse(text) == fact
    check_canonical(text, parse, format_)
