"""Which stretches of the shown texts are marked: where the words that are wanted stand."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from index.columns import Array, Weights, gather
from index.said import Said


class Mark(NamedTuple):
    """A marked stretch of a text and the number of the index word that stands there."""

    start: int
    end: int
    word: int


class Found(NamedTuple):
    """The marks of a text, and the index words that are wanted but stand nowhere in it."""

    marks: list[Mark]
    unplaced: list[int]


# Text, start, end below zero, word, weight: in this order a term comes before the words in it.
_Stretch = tuple[int, int, int, int, float]


def find_marks(said: Said, texts: Array, table: Weights) -> list[Found]:
    """Return what is wanted in each of the texts, the marks in order, none overlapping.

    ``table`` says how well each index word is wanted, 0 for not at all. A term of several words is
    marked whole, unless a word in it is wanted as much.
    """
    found = [Found([], []) for _ in texts]
    placed = []
    for stretch in _find_wanted(said, texts, table):
        # A mark of a document stands nowhere.
        if stretch[2]:
            placed.append(stretch)
        else:
            found[stretch[0]].unplaced.append(stretch[3])
    for term, *inside in _group(sorted(placed)):
        whole = term[4] > max([weight for *_, weight in inside], default=0.0)
        for text, start, below, word, _ in [term] if whole else inside:
            found[text].marks.append(Mark(start, -below, word))
    return found


def _group(stretches: list[_Stretch]) -> Iterator[list[_Stretch]]:
    """Yield each term that is wanted with the wanted words in it, and each other word alone."""
    group: list[_Stretch] = []
    for stretch in stretches:
        if group and (stretch[0] != group[0][0] or stretch[1] >= -group[0][2]):
            yield group
            group = []
        group.append(stretch)
    if group:
        yield group


def _find_wanted(said: Said, texts: Array, table: Weights) -> Iterator[_Stretch]:
    places, lengths = gather(said.words.offsets, texts)
    words = said.words.values[places]
    weights = table[words]
    found = weights.nonzero()[0]
    owners = np.repeat(np.arange(len(lengths)), lengths)[found]
    here = places[found]
    columns = (owners, said.starts[here], -said.ends[here], words[found], weights[found])
    return zip(*[column.tolist() for column in columns], strict=True)
