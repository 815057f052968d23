"""A small catalogue of its own, for what a test may spoil: little to index, nothing left out."""

import shutil
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from app.settings import DATA, Settings

RECORDS = 3
FIRST = tuple(sorted(path.stem for path in (DATA / "records").glob("*.yaml"))[:RECORDS])
# A comment, a degree and three keywords of it.
KEYWORD_LINES = 5


def make_small(folder: Path, ids: Iterable[str] = FIRST) -> Settings:
    """Put a few records, and the vocabulary with a few keywords of each, into a folder."""
    shutil.copytree(
        DATA / "vocabulary", folder / "vocabulary", ignore=shutil.ignore_patterns("keywords")
    )
    (folder / "vocabulary" / "keywords").mkdir()
    for path in (DATA / "vocabulary" / "keywords").iterdir():
        with path.open(encoding="utf-8") as lines:
            text = "".join(islice(lines, KEYWORD_LINES))
        (folder / "vocabulary" / "keywords" / path.name).write_text(text, "utf-8")
    (folder / "records").mkdir()
    for id_ in ids:
        shutil.copy(DATA / "records" / f"{id_}.yaml", folder / "records")
    return settings_in(folder)


def settings_in(folder: Path) -> Settings:
    """Return the places of a catalogue that lies in one folder."""
    database = f"sqlite:///{folder / 'build' / 'catalogue.sqlite'}"
    return Settings(data=folder, database=database, index=folder / "build" / "index")
