"""Keywords that are written much like a question: what others type who look for the same.

Two phrases are alike by the runs of four letters that their telling words share, the rarer the
more. That sees what whole words do not: parts of compounds, families of words, words side by side.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from index.columns import Array, Lists, Texts, Weights
from index.weights import ALIKE, ALIKE_POWER, RUN, USUAL_RUN


@dataclass(frozen=True, eq=False, repr=False)
class Runs:
    """The runs of letters of all keywords: how rare each is, squared, and which keywords have it.

    ``lengths`` are those of the keywords as vectors of their runs, at least 1.
    """

    texts: Texts
    rarities: Weights
    keywords: Lists
    lengths: Weights


def count_runs(keywords: Sequence[Sequence[str]]) -> Runs:
    """Return the runs that tell keywords apart, each of these given by its words."""
    having: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(keywords):
        for run in list_runs(words):
            having[run].append(number)
    usual = max(1, USUAL_RUN * len(keywords))
    telling = sorted(run for run, one in having.items() if len(one) <= usual)
    lists = Lists.of([having[run] for run in telling])
    counts = np.diff(lists.offsets)
    rarities = np.log1p(len(keywords) / counts) ** 2
    squares = np.bincount(lists.values, np.repeat(rarities, counts), len(keywords))
    return Runs(Texts.of(telling), rarities, lists, np.sqrt(np.maximum(squares, 1.0)))


def list_runs(words: Iterable[str]) -> Collection[str]:
    """Return every run of a phrase once; where a word begins and ends is part of it."""
    text = f" {' '.join(words)} "
    return dict.fromkeys(text[start : start + RUN] for start in range(len(text) - RUN + 1))


def find_alike(runs: Runs, words: Collection[str]) -> tuple[Array, Weights]:
    """Return the keywords most like a phrase, by number, and what each says of it."""
    places_of = runs.texts.places
    places = [places_of[run] for run in list_runs(words) if run in places_of]
    having = [runs.keywords[place] for place in places]
    if not having:
        return np.zeros(0, dtype=np.int64), np.zeros(0)
    weights = np.repeat(runs.rarities[places], [len(one) for one in having])
    shared = np.bincount(np.concatenate(having), weights, len(runs.lengths))
    # All are compared with one phrase, whose own length would divide them all alike.
    likeness = shared / runs.lengths
    best = np.flatnonzero(likeness >= ALIKE * likeness.max())
    return best, likeness[best] ** ALIKE_POWER
