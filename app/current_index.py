"""The index that serves now: a newer generation in the folder is picked up without a restart."""

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Lock
from time import monotonic

from catalogue.errors import InvalidFile
from index.errors import IndexMissing, IndexProblem
from index.generations import built_at, current_generation
from index.language import Language
from index.opening import open_index
from index.snapshot import Snapshot

# Seconds between two looks at the folder.
PAUSE = 1.0

logger = logging.getLogger(__name__)


class CurrentIndex:
    """The newest usable index of a folder, looked for at most once a second."""

    def __init__(self, folder: Path, load_language: Callable[[], Language]) -> None:
        self._folder = folder
        self._load_language = load_language
        # An index is read in the language it was made in, so the two are renewed together.
        self.language = load_language()
        self._lock = Lock()
        self._next_look = 0.0
        self._damaged: str | None = None
        # The generation whose trouble was told last.
        self._told: str | None = None
        self._snapshot: Snapshot | None = None

    def get(self) -> Snapshot:
        """Return the newest index, or raise ``IndexMissing`` or ``IndexDamaged``."""
        # Only the first opening is waited for; a later one leaves the others with the old index.
        if self._lock.acquire(blocking=self._snapshot is None):
            try:
                self._look()
            finally:
                self._lock.release()
        if self._snapshot is None:
            raise IndexMissing(f"no index in the folder '{self._folder.name}'")
        return self._snapshot

    def compare_with_disk(self) -> str:
        """Return whether the folder holds what serves: ``same``, ``other`` or ``missing``."""
        stored = current_generation(self._folder)
        if stored is None or not (self._folder / stored).is_dir():
            return "missing"
        served = self._snapshot
        return "same" if served is not None and served.generation == stored else "other"

    def get_built_at(self) -> datetime:
        """Return when the newest index was built, or raise ``IndexMissing``."""
        return built_at(self._folder)

    def _look(self) -> None:
        if self._snapshot is None:
            self._open()
        elif monotonic() >= self._next_look:
            newest = current_generation(self._folder)
            if newest not in (None, self._snapshot.generation, self._damaged):
                self._renew(newest)
        self._next_look = monotonic() + PAUSE

    def _open(self) -> None:
        try:
            language = self._load_language()
        except InvalidFile as problem:
            raise IndexMissing(f"the language cannot be read: {problem}") from problem
        self._snapshot = open_index(self._folder, language)
        self.language = language

    def _renew(self, newest: str | None) -> None:
        try:
            self._open()
        except IndexProblem as problem:
            # One of a language that is being edited is looked at again until the two agree.
            self._damaged = None if isinstance(problem, IndexMissing) else newest
            if newest != self._told:
                logger.warning("the index that served before still does: %s", problem)
            self._told = newest
