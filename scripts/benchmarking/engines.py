"""One job for several engines: question in, ten hits with snippets, all facets, as JSON bytes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import orjson

from index.columns import Array
from index.members import Members, pack
from index.results import FACETS, Request
from index.searching import search
from index.snapshot import Snapshot

PAGE = 10

Job = Callable[[str], bytes]


@dataclass(frozen=True)
class Counter:
    """Counts facets for the other engines as we count our own, from the numbers of the hits."""

    members: Members
    values: dict[str, Sequence[str]]
    size: int

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Counter":
        """Return what counts the facets of a snapshot's trial actions."""
        ids = snapshot.language.vocabulary.ids
        values: dict[str, Sequence[str]] = {name: ids(name) for name in FACETS}
        return cls(snapshot.columns.members, values, len(snapshot.ids))

    def count(self, numbers: Array) -> dict[str, dict[str, int]]:
        """Return the facets of the trial actions of those numbers."""
        found = np.zeros(self.size, dtype=bool)
        found[numbers] = True
        bits = pack(found)
        return {
            name: dict(zip(values, self.members.count(name, values, bits), strict=True))
            for name, values in self.values.items()
        }


def catalogue(snapshot: Snapshot) -> Job:
    """Return the job as our own search does it: three snippets a hit, with their reasons."""
    return lambda question: orjson.dumps(search(snapshot, Request(q=question, page_size=PAGE)))
