"""Where each hit is shown from: the documents that have most of the question, or a keyword."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from index.blocks import weigh_blocks
from index.columns import Array, gather
from index.snapshot import Snapshot
from index.understanding import Understanding
from index.weights import HEADING, KEYWORD_SHOWN

# As many places as a reader looks at before opening the record.
MOST = 3


@dataclass(frozen=True)
class Places:
    """The documents in which a hit is shown, the best first, then keywords: one at most."""

    documents: tuple[int, ...]
    keywords: tuple[int, ...]


def choose_places(
    snapshot: Snapshot, numbers: Array, understood: Understanding
) -> Iterator[Places]:
    """Yield the places of each hit; a keyword is the last where it says much or they are few."""
    documents = _find_best(snapshot, numbers, understood)
    fitting = understood.fit.choose()
    # Where only votes found a hit, the keyword that is most like the question tells why.
    nearest = fitting if all(documents) else understood.fit.choose_nearest()
    for number, best in zip(numbers.tolist(), documents, strict=True):
        keyword = (fitting if best else nearest).get(number)
        if keyword is None or (len(best) == MOST and keyword.worth < KEYWORD_SHOWN):
            yield Places(tuple(best), ())
        else:
            yield Places(tuple(best[: MOST - 1]), (keyword.keyword,))


def _find_best(snapshot: Snapshot, numbers: Array, understood: Understanding) -> list[list[int]]:
    """Return the documents of each hit that have most of the question, the first on a tie."""
    documents, lengths = gather(snapshot.columns.actions.starts, numbers)
    is_block = snapshot.columns.documents.blocks[documents]
    worth = weigh_blocks(snapshot, understood.scores, documents) * np.where(is_block, 1.0, HEADING)
    hits = np.repeat(np.arange(len(numbers)), lengths)
    order = np.lexsort((-np.round(worth, 9), hits))
    ranks = np.arange(len(order)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    kept = order[(ranks < MOST) & (worth[order] > 0)]
    best: list[list[int]] = [[] for _ in lengths]
    for hit, document in zip(hits[kept].tolist(), documents[kept].tolist(), strict=True):
        best[hit].append(document)
    return best
