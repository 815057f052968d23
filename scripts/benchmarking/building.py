"""Made-up entries → an index of them, and how long that took."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

from index.card_columns import make_cards
from index.columns import read_columns, write_columns
from index.documents import Entry
from index.generations import COLUMNS
from index.indexing import build_index
from index.language import Language
from index.merging import IndexColumns, merge
from index.opening import open_index
from index.snapshot import Snapshot
from index.volumes import Posting, VolumeColumns, bind, list_ids, to_columns, to_rows

Told = Callable[[int, int], None]


@dataclass(frozen=True)
class Built:
    """An index and the seconds it took: to build, with one changed entry, to open."""

    snapshot: Snapshot
    build: float
    change: float | None
    open: float


def build(folder: Path, entries: Sequence[Entry], language: Language, *, tell: Told) -> Built:
    """Build as a catalogue is built, then once more with one entry changed."""
    begun = perf_counter()
    build_index(folder, entries, language=language, catalogue_revision="made-up", tell=tell)
    built = perf_counter()
    first = entries[0]
    changed = [replace(first, facts=replace(first.facts, title="Ændret")), *entries[1:]]
    build_index(folder, changed, language=language, catalogue_revision="changed")
    changed_at = perf_counter()
    snapshot = open_index(folder, language)
    opened = perf_counter()
    return Built(snapshot, built - begun, changed_at - built, opened - changed_at)


def build_without_whoosh(
    folder: Path, entries: Sequence[Entry], language: Language, *, tell: Told
) -> Built:
    """Make the same columns straight from the analysis, where Whoosh would take too long."""
    begun = perf_counter()
    volumes = bind(entries, language)
    read = []
    for number, volume in enumerate(volumes):
        read.append(columns_of(volume.entries, language))
        tell(number + 1, len(volumes))
    cards = make_cards(list_ids(volumes), language)
    write_columns(folder / COLUMNS, merge(read, cards, language))
    built = perf_counter()
    columns = read_columns(IndexColumns, folder / COLUMNS)
    snapshot = Snapshot("made-up", "made-up", "made-up", columns, language)
    return Built(snapshot, built - begun, None, perf_counter() - built)


def columns_of(entries: Sequence[Entry], language: Language) -> VolumeColumns:
    """Return the columns of a volume of the entries, as Whoosh would give them back."""
    rows = to_rows(entries, language)
    found: dict[str, Posting] = {}
    for number, row in enumerate(rows):
        for term, count in Counter([*row["words"], *row["units"]]).items():
            _, documents, counts = found.setdefault(term, (term, [], []))
            documents.append(number)
            counts.append(count)
    return to_columns(rows, found.values())
