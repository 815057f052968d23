"""What takes longer than two seconds shows how far it is: to standard error, on a terminal only."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import typer

T = TypeVar("T")
Told = Callable[[int, int], None]


def show_progress(label: str, things: Iterable[T], length: int) -> Iterator[T]:
    """Yield the things, showing how many are done."""
    if not sys.stderr.isatty():
        yield from things
        return
    with typer.progressbar(things, length=length, label=label, file=sys.stderr) as shown:
        yield from shown


@contextmanager
def telling_progress(label: str) -> Iterator[Told]:
    """Give what is told how many of how many are done, and shows it."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    with typer.progressbar(length=1_000, label=label, file=sys.stderr) as bar:
        yield lambda done, total: bar.update(1_000 * done // total - bar.pos)
