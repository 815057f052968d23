"""Columns: arrays of one file, mapped into memory as they stand there, nothing unpickled.

The file begins with the length of a JSON list of (name, type, shape, place); the arrays follow.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

C = TypeVar("C")
Array = NDArray[Any]
Numbers = NDArray[np.int32]
Offsets = NDArray[np.int64]
Weights = NDArray[np.float64]
Flags = NDArray[np.bool_]

# Every array begins at a multiple of this, as processors like it.
ALIGNED = 64
# A smaller file is read whole, so that nothing done to it later can harm who reads it.
MAPPED_FROM = 64_000_000


@dataclass(frozen=True, eq=False, repr=False)
class Texts(Sequence[str]):
    """Texts in one run of bytes, each decoded when it is asked for."""

    blob: NDArray[np.uint8]
    offsets: Offsets

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Texts":
        """Return the column of ``texts``."""
        encoded = [text.encode() for text in texts]
        blob = np.frombuffer(bytearray(b"".join(encoded)), dtype=np.uint8)
        return cls(blob, to_offsets([len(one) for one in encoded]))

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each text."""
        return {text: place for place, text in enumerate(self)}

    def __len__(self) -> int:
        return len(self.offsets) - 1

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        if number >= len(self):
            raise IndexError(number)
        return self.blob[self.offsets[number] : self.offsets[number + 1]].tobytes().decode()

    def __iter__(self) -> Iterator[str]:
        whole, offsets = self.blob.tobytes(), self.offsets.tolist()
        for start, end in pairwise(offsets):
            yield whole[start:end].decode()


@dataclass(frozen=True, eq=False, repr=False)
class Lists:
    """Lists of numbers in one array."""

    offsets: Offsets
    values: Numbers

    @classmethod
    def of(cls, lists: Sequence[Sequence[int]]) -> "Lists":
        """Return the column of ``lists``."""
        values = [value for one in lists for value in one]
        return cls(to_offsets([len(one) for one in lists]), np.array(values, dtype=np.int32))

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, number: int) -> Numbers:
        return self.values[self.offsets[number] : self.offsets[number + 1]]


def to_offsets(lengths: Sequence[int] | Array) -> Offsets:
    """Return where each of several runs begins, and where the last one ends."""
    return np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)]).astype(np.int64)


def gather(offsets: Offsets, numbers: Array) -> tuple[Offsets, Offsets]:
    """Return the places of all that the runs of ``numbers`` hold, and the length of each run."""
    starts = offsets[numbers]
    lengths = offsets[np.asarray(numbers) + 1] - starts
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) + np.repeat(starts - ends + lengths, lengths), lengths


def keep_distinct(numbers: Numbers) -> Numbers:
    """Return each of the numbers once, in order."""
    # The first np.unique of a process loads numpy.ma, which takes longer than an answer.
    return np.flatnonzero(np.bincount(numbers)).astype(np.int32)


def write_columns(path: Path, columns: object) -> None:
    """Write the arrays of a dataclass of columns, however deep they lie in it."""
    arrays = {name: np.ascontiguousarray(one) for name, one in _flatten(columns)}
    head: list[tuple[str, str, tuple[int, ...], int]] = []
    place = 0
    for name, array in arrays.items():
        head.append((name, array.dtype.str, array.shape, place))
        place += -(-array.nbytes // ALIGNED) * ALIGNED
    told = json.dumps(head).encode()
    told += b" " * (-(len(told) + 8) % ALIGNED)
    with path.open("wb") as file:
        file.write(len(told).to_bytes(8, "little") + told)
        for array in arrays.values():
            file.write(array.data if array.size else b"")
            file.write(b"\0" * (-array.nbytes % ALIGNED))


def count_bytes(columns: object) -> int:
    """Return how many bytes the arrays of a dataclass of columns take."""
    return sum(array.nbytes for _, array in _flatten(columns))


def read_columns(kind: type[C], path: Path) -> C:
    """Return the columns that ``path`` holds, or raise ``ValueError`` or ``KeyError``."""
    whole: NDArray[np.uint8] = (
        np.fromfile(path, dtype=np.uint8)
        if path.stat().st_size < MAPPED_FROM
        else np.memmap(path, dtype=np.uint8, mode="r").view(np.ndarray)
    )
    length = 8 + int.from_bytes(whole[:8].tobytes(), "little")
    arrays = {}
    for name, type_, shape, place in json.loads(whole[8:length].tobytes()):
        size = np.dtype(type_).itemsize * int(np.prod(shape))
        run = whole[length + place : length + place + size]
        arrays[name] = run.view(type_).reshape(shape)
    return _unflatten(kind, arrays)


def _flatten(columns: object, prefix: str = "") -> Iterator[tuple[str, Array]]:
    for field in fields(columns):  # type: ignore[arg-type]
        value = getattr(columns, field.name)
        if is_dataclass(value):
            yield from _flatten(value, f"{prefix}{field.name}.")
        else:
            yield f"{prefix}{field.name}", value


def _unflatten(kind: type[C], arrays: Mapping[str, Array], prefix: str = "") -> C:
    values = {
        field.name: _unflatten(field.type, arrays, f"{prefix}{field.name}.")  # type: ignore[arg-type]
        if is_dataclass(field.type)
        else arrays[f"{prefix}{field.name}"]
        for field in fields(kind)  # type: ignore[arg-type]
    }
    return kind(**values)
