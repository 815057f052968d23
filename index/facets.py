"""How many hits each choice would leave."""

from collections.abc import Mapping, Sequence
from functools import lru_cache, reduce

import numpy as np

from index.columns import Flags
from index.members import Members, pack
from index.results import FacetValue

# Most counts are small, and come again and again.
_value = lru_cache(maxsize=8192)(FacetValue)


def choose(filters: Mapping[str, Sequence[str]], members: Members, size: int) -> dict[str, Flags]:
    """Return, for each filter in use, what its values let through: any of them."""
    chosen: dict[str, Flags] = {}
    for name, values in filters.items():
        if values:
            found = [members.find(name, value, size) for value in values]
            chosen[name] = reduce(np.logical_or, found)
    return chosen


def count_facets(
    found: Flags,
    chosen: Mapping[str, Flags],
    *,
    members: Members,
    filters: Mapping[str, Sequence[str]],
    order: Mapping[str, Sequence[str]],
) -> dict[str, tuple[FacetValue, ...]]:
    """Return the values of each facet in ``order``, its own choices not counted against it."""
    among_all = pack(reduce(np.logical_and, chosen.values(), found))
    facets: dict[str, tuple[FacetValue, ...]] = {}
    for name, values in order.items():
        among = among_all
        if name in chosen:
            others = (flags for other, flags in chosen.items() if other != name)
            among = pack(reduce(np.logical_and, others, found))
        counts = members.count(name, values, among)
        selected = filters.get(name, ())
        facets[name] = tuple(
            [
                _value(value, count, value in selected)
                for value, count in zip(values, counts, strict=True)
            ]
        )
    return facets
