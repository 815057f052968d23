"""Which of many things each value of each filter finds, a bit a thing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from index.columns import Array, Flags, Texts
from index.documents import to_label

Bits = NDArray[np.uint64]
WORD = 64


@dataclass(frozen=True, eq=False, repr=False)
class Members:
    """A row of bits for each label."""

    labels: Texts
    bits: Bits

    @cached_property
    def _find_rows(self) -> Callable[[str, tuple[str, ...]], Bits]:
        """The rows of some values, an empty one where a value finds nothing."""
        return lru_cache(maxsize=64)(self._look_up)

    def _look_up(self, filter_name: str, values: tuple[str, ...]) -> Bits:
        found = np.zeros((len(values), self.bits.shape[1]), dtype=np.uint64)
        for place, value in enumerate(values):
            row = self.labels.places.get(to_label(filter_name, value))
            if row is not None:
                found[place] = self.bits[row]
        return found

    def find(self, filter_name: str, value: str, size: int) -> Flags:
        """Return which of ``size`` things the value finds."""
        row = self.labels.places.get(to_label(filter_name, value))
        return np.zeros(size, dtype=bool) if row is None else unpack(self.bits[row], size)

    def count(
        self, filter_name: str, values: Sequence[str], among: Bits | None = None
    ) -> list[int]:
        """Return how many things each value finds, among those of ``among``."""
        bits = self._find_rows(filter_name, tuple(values))
        bits = bits if among is None else bits & among
        counts: list[int] = np.bitwise_count(bits).sum(axis=1, dtype=np.int64).tolist()
        return counts


def pack(flags: Flags) -> Bits:
    """Return the bits of ``flags``, in whole words."""
    size = -(-len(flags) // WORD) * (WORD // 8)
    packed = np.zeros(size, dtype=np.uint8)
    packed[: -(-len(flags) // 8)] = np.packbits(flags, bitorder="little")
    return packed.view(np.uint64)


def unpack(bits: Bits, size: int) -> Flags:
    """Return the first ``size`` bits as flags."""
    unpacked = np.unpackbits(bits.view(np.uint8), count=size, bitorder="little")
    return unpacked.view(np.bool_)


def to_members(found: Mapping[str, Array], size: int) -> Members:
    """Return the bits of what each label finds, given as numbers or as flags."""
    bits = np.zeros((len(found), -(-size // WORD)), dtype=np.uint64)
    for row, members in enumerate(found.values()):
        flags = np.zeros(size, dtype=bool)
        flags[members] = True
        bits[row] = pack(flags)
    return Members(Texts.of(found), bits)
