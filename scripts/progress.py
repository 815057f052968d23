"""What takes longer than two seconds shows how far it is: to standard error, on a terminal only."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import typer

T = TypeVar("T")


def show_progress(label: str, things: Iterable[T], length: int) -> Iterator[T]:
    """Yield the things, showing how many are done."""
    if not sys.stderr.isatty():
        yield from things
        return
    with typer.progressbar(things, length=length, label=label, file=sys.stderr) as shown:
        yield from shown
