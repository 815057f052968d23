"""Keeping what was reckoned lately, up to so many bytes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, Protocol, TypeVar


class Sized(Protocol):
    """What knows how many bytes it takes."""

    @property
    def nbytes(self) -> int: ...  # noqa: D102


T = TypeVar("T", bound=Sized)


class Kept(Generic[T]):
    """The results asked for last, by key; any number of threads may ask."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._lock = Lock()
        self._results: OrderedDict[Hashable, T] = OrderedDict()

    def get(self, key: Hashable, reckon: Callable[[], T]) -> T:
        """Return what is kept under ``key``, or else what ``reckon`` gives, and keep that."""
        with self._lock:
            if key in self._results:
                self._results.move_to_end(key)
                return self._results[key]
        result = reckon()
        with self._lock:
            if key not in self._results:
                self._results[key] = result
                self._size += result.nbytes
            while self._size > self._most and len(self._results) > 1:
                self._size -= self._results.popitem(last=False)[1].nbytes
        return result

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._results.clear()
            self._size = 0
