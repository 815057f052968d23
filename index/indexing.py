"""Entries → a new index generation, built aside, checked, then switched to.

Volumes whose entries have not changed are taken over from the generation that serves, and so are
the cards while the vocabulary and the trial actions are the same.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from index.card_columns import CardColumns, make_cards, name_cards
from index.columns import read_columns, write_columns
from index.documents import Entry
from index.generations import COLUMNS, new_generation, switch, write_manifest
from index.language import Language
from index.merging import merge
from index.parts import Part, find_predecessor, place
from index.revisions import make_revision
from index.volumes import Volume, VolumeColumns, bind, list_ids, write_volume

Told = Callable[[int, int], None]


def build_index(
    folder: Path,
    entries: Iterable[Entry],
    *,
    language: Language,
    catalogue_revision: str,
    tell: Told = lambda done, total: None,
) -> str:
    """Build and switch to a new generation in ``folder``; return its revision.

    ``tell`` hears how many parts of how many are done.
    """
    revision = make_revision(catalogue_revision, language)
    parts = _list_parts(bind(entries, language), language)
    predecessor = find_predecessor(folder)
    with new_generation(folder, revision) as generation:
        known: dict[str, str] = {}
        for number, part in enumerate(parts):
            known |= place(part, generation, predecessor)
            tell(number + 1, len(parts))
        *volumes, cards = [generation / part.name / COLUMNS for part in parts]
        _write_columns(generation, volumes, cards, language)
        told = {"revision": revision, "catalogue_revision": catalogue_revision}
        write_manifest(generation, told, known)
    switch(folder, generation)
    return revision


def _list_parts(volumes: Sequence[Volume], language: Language) -> list[Part]:
    """Return the parts of an index, the cards last."""
    ids = list_ids(volumes)
    return [
        *(
            Part(one.name, partial(write_volume, entries=one.entries, language=language))
            for one in volumes
        ),
        Part(name_cards(ids, language), partial(_write_cards, ids=ids, language=language)),
    ]


def _write_cards(folder: Path, ids: tuple[str, ...], language: Language) -> None:
    write_columns(folder / COLUMNS, make_cards(ids, language))


def _write_columns(
    generation: Path, volumes: Sequence[Path], cards: Path, language: Language
) -> None:
    read = [read_columns(VolumeColumns, volume) for volume in volumes]
    merged = merge(read, read_columns(CardColumns, cards), language)
    write_columns(generation / COLUMNS, merged)
