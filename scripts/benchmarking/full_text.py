"""The job as SQLite FTS5 does it: Danish stems, any word of the question, field weights.

What is stored is stemmed, and so are its snippets: putting the words back would be further work.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import orjson
import snowballstemmer

from catalogue.records import SECTIONS
from index.analysis import normalize, tokenize
from index.documents import Entry
from scripts.benchmarking.engines import PAGE, Counter
from scripts.evaluating.baseline import WEIGHTS

HEADS = ("title", "headline", "summary", "theme", "place")
COLUMNS = (*HEADS, *SECTIONS)


class FullText:
    """A full-text table of all entries in a file."""

    def __init__(self, path: Path, entries: Iterable[Entry], counter: Counter) -> None:
        stemmer = snowballstemmer.stemmer("danish")
        self._stem_word = lru_cache(maxsize=1 << 20)(stemmer.stemWord)
        self._counter = counter
        self._connection = sqlite3.connect(path)
        self._connection.execute(
            f"CREATE VIRTUAL TABLE texts USING fts5({', '.join(COLUMNS)}, "
            "tokenize = 'unicode61 remove_diacritics 2')"
        )
        marks = ", ".join("?" * (len(COLUMNS) + 1))
        self._ids: list[str] = []
        self._connection.executemany(
            f"INSERT INTO texts(rowid, {', '.join(COLUMNS)}) VALUES ({marks})",  # noqa: S608
            map(self._to_row, entries),
        )
        weights = ", ".join(map(str, WEIGHTS))
        self._connection.execute(
            "INSERT INTO texts(texts, rank) VALUES ('rank', ?)", [f"bm25({weights})"]
        )
        self._connection.execute("INSERT INTO texts(texts) VALUES ('optimize')")
        self._connection.commit()

    def answer(self, question: str) -> bytes:
        """Return the answer to a question."""
        words = " OR ".join(f'"{word}"' for word in self._stem(question).split())
        found = self._find(words) if words else []
        best = self._show(words) if words else []
        facets = self._counter.count(np.array(found, dtype=np.int64))
        return orjson.dumps({"total": len(found), "hits": best, "facets": facets})

    def _find(self, words: str) -> list[int]:
        rows = self._connection.execute("SELECT rowid FROM texts WHERE texts MATCH ?", [words])
        return [row[0] for row in rows.fetchall()]

    def _show(self, words: str) -> list[dict[str, object]]:
        rows = self._connection.execute(
            "SELECT rowid, rank, snippet(texts, -1, '<mark>', '</mark>', '…', 32) "
            "FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?",
            [words, PAGE],
        )
        return [
            {"id": self._ids[number], "score": -rank, "snippet": snippet}
            for number, rank, snippet in rows
        ]

    def _to_row(self, entry: Entry) -> Sequence[str | int]:
        texts = dict.fromkeys(COLUMNS, "")
        for document in entry.documents:
            if document.section in texts:
                texts[document.section] += f"{document.text} "
        self._ids.append(entry.facts.id)
        return [len(self._ids) - 1, *map(self._stem, texts.values())]

    def _stem(self, text: str) -> str:
        words = (token.text.lower() for token in tokenize(normalize(text)))
        return " ".join(map(self._stem_word, words))
