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


# Text, start, end below zero, word, weight: in this order a term comes before the words in it.
_Stretch = tuple[int, int, int, int, float]


def find_marks(said: Said, texts: Array, table: Weights) -> list[list[Mark]]:
    """Return the marks of each of the texts, in order, none overlapping.

    ``table`` says how well each index word is wanted, 0 for not at all. A term of several words is
    marked whole, unless a word in it is wanted as much.
    """
    marks: list[list[Mark]] = [[] for _ in texts]
    for term, *inside in _group(_find_wanted(said, texts, table)):
        whole = term[4] > max([weight for *_, weight in inside], default=0.0)
        for text, start, below, word, _ in [term] if whole else inside:
            marks[text].append(Mark(start, -below, word))
    return marks


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


def _find_wanted(said: Said, texts: Array, table: Weights) -> list[_Stretch]:
    places, lengths = gather(said.words.offsets, texts)
    words = said.words.values[places]
    weights = table[words]
    found = weights.nonzero()[0]
    owners = np.repeat(np.arange(len(lengths)), lengths)[found]
    here = places[found]
    columns = (owners, said.starts[here], -said.ends[here], words[found], weights[found])
    stretches = zip(*[column.tolist() for column in columns], strict=True)
    # A mark of a document stands nowhere.
    return sorted(stretch for stretch in stretches if stretch[2])
