"""How many hits each choice would leave."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from index.results import FacetValue

Chosen = NDArray[np.bool_]
Members = Mapping[str, Mapping[str, Chosen]]


def choose(filters: Mapping[str, Sequence[str]], members: Members, size: int) -> dict[str, Chosen]:
    """Return, for each filter in use, what its values let through: any of them."""
    chosen: dict[str, Chosen] = {}
    for name, values in filters.items():
        if values:
            chosen[name] = np.zeros(size, dtype=bool)
            for value in values:
                chosen[name] |= members[name].get(value, np.zeros(size, dtype=bool))
    return chosen


def count_facets(
    found: Chosen,
    chosen: Mapping[str, Chosen],
    *,
    members: Members,
    filters: Mapping[str, Sequence[str]],
    order: Mapping[str, Sequence[str]],
) -> dict[str, tuple[FacetValue, ...]]:
    """Return the values of each facet in ``order``, its own choices not counted against it."""
    facets: dict[str, tuple[FacetValue, ...]] = {}
    for name, values in order.items():
        others = found.copy()
        for other, let_through in chosen.items():
            if other != name:
                others &= let_through
        facets[name] = tuple(
            _count(value, others, members[name], value in filters.get(name, ())) for value in values
        )
    return facets


def _count(value: str, found: Chosen, members: Mapping[str, Chosen], selected: bool) -> FacetValue:
    count = int((members[value] & found).sum()) if value in members else 0
    return FacetValue(value, count, selected)
