"""What a school could use today: SQLite FTS5 with Danish stems, any word, field weights.

Measured in the same run as our own search, so that the two can be compared.
"""

import sqlite3
from collections.abc import Iterable

import snowballstemmer

from catalogue.records import SECTIONS, TrialAction
from catalogue.vocabulary import Vocabulary
from index.analysis import normalize, tokenize

# Title first, then themes and place, then the sections in reading order.
WEIGHTS = (6.0, 4.0, 3.0, 3.0, 3.0, 2.0, 1.5, 1.5, 1.0, 0.8, 1.2)


class FullText:
    """A full-text table of the records in memory."""

    def __init__(self, records: Iterable[TrialAction], vocabulary: Vocabulary) -> None:
        self._stemmer = snowballstemmer.stemmer("danish")
        self._connection = sqlite3.connect(":memory:")
        columns = ", ".join(["title", "headline", "summary", "themes", "place", *SECTIONS])
        self._connection.execute(
            f"CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, {columns}, "
            "tokenize = 'unicode61 remove_diacritics 2')"
        )
        for record in records:
            self._add(record, vocabulary)

    def rank(self, question: str) -> list[str]:
        """Return the ids of the records with any word of the question, best first."""
        words = " OR ".join(f'"{word}"' for word in self._stem(question).split())
        if not words:
            return []
        weights = ", ".join(map(str, (0.0, *WEIGHTS)))
        rows = self._connection.execute(
            f"SELECT id FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, {weights}), id",  # noqa: S608 - the weights are ours
            [words],
        )
        return [row[0] for row in rows]

    def _add(self, record: TrialAction, vocabulary: Vocabulary) -> None:
        themes = (vocabulary.get("theme", theme) for theme in record.themes)
        heads = (
            record.title,
            record.headline,
            record.summary,
            " ".join(" ".join([theme.label, *theme.synonyms]) for theme in themes),
            " ".join(
                [
                    vocabulary.get("municipality", record.municipality).label,
                    *(school.name for school in record.schools),
                ]
            ),
        )
        sections = (
            " ".join(block.text for block in getattr(record, section)) for section in SECTIONS
        )
        values = [record.id, *map(self._stem, (*heads, *sections))]
        marks = ", ".join("?" * len(values))
        self._connection.execute(f"INSERT INTO texts VALUES ({marks})", values)  # noqa: S608

    def _stem(self, text: str) -> str:
        words = [token.text.lower() for token in tokenize(normalize(text))]
        return " ".join(self._stemmer.stemWords(words))
