"""What a word weighs by the place where it stands: its section, its rank, the section's length."""

from collections.abc import Sequence

import numpy as np

from index.columns import Array, Numbers, Weights
from index.weights import (
    DEGREES,
    FEATURES,
    HOPS,
    KINDS,
    LEARNED_TO,
    LEAST_VOTE,
    LENGTH,
    OTHER_SECTIONS,
    PAIR_IN,
    PAIRED_WITHIN,
    RANKS,
    RIDGE,
    SECTIONS,
    SLACK,
    VOTE_DEGREES,
)

# All weights that an index is made with; another figure here asks for another index.
FIGURES = repr(
    (
        SECTIONS,
        OTHER_SECTIONS,
        RANKS,
        LENGTH,
        DEGREES,
        KINDS,
        HOPS,
        VOTE_DEGREES,
        FEATURES,
        RIDGE,
        LEARNED_TO,
        PAIR_IN,
        LEAST_VOTE,
        PAIRED_WITHIN,
        SLACK,
    )
)
HUNDREDTHS = 100


def weigh_documents(
    names: Sequence[str], sections: Array, *, ranks: Numbers, owners: Numbers, lengths: Array
) -> Weights:
    """Return what one occurrence of a word in each document weighs in its trial action.

    ``sections`` gives each document's place in ``names``.
    """
    worth = np.ones(len(sections))
    for number, name in enumerate(names):
        here = sections == number
        by_rank = np.array(RANKS.get(name, (1.0,)))
        worth[here] = SECTIONS.get(name, OTHER_SECTIONS) * by_rank[ranks[here]]
    shares = np.array([0.0 if name in RANKS else LENGTH for name in names])[sections]
    norms: Weights = 1 - shares + shares * _relative_lengths(sections, owners, lengths)
    return worth / norms


def _relative_lengths(sections: Array, owners: Numbers, lengths: Array) -> Weights:
    """Return how much longer each document's section is than that section's mean."""
    if not len(sections):
        return np.zeros(0)
    count = int(sections.max()) + 1
    places, places_of = np.unique(owners.astype(np.int64) * count + sections, return_inverse=True)
    totals = np.bincount(places_of, weights=lengths)
    of_section = places % count
    means = np.bincount(of_section, weights=totals) / np.maximum(np.bincount(of_section), 1)
    # A section in which nobody says anything is as long as any other of its kind.
    means[means == 0] = 1
    relative: Weights = (totals / means[of_section])[places_of]
    return relative


def cover_documents(names: Sequence[str], sections: Array, ranks: Numbers) -> Array:
    """Return how well a word in each document covers a word of the question, in hundredths."""
    certainty = np.full(len(sections), HUNDREDTHS, dtype=np.uint8)
    if "subject" in names:
        here = sections == names.index("subject")
        hundredths = np.array([round(degree * HUNDREDTHS) for degree in DEGREES], dtype=np.uint8)
        certainty[here] = hundredths[ranks[here]]
    return certainty
