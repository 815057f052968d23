"""Volumes: how entries are bound, taken over while unchanged, and merged."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import numpy as np
import pytest

from catalogue.records import TrialAction
from index import card_columns, volumes
from index.card_columns import name_cards
from index.columns import Texts, read_columns, write_columns
from index.documents import Entry, to_entry
from index.errors import IndexDamaged
from index.generations import COLUMNS, current_generation, list_files
from index.indexing import build_index
from index.language import Language
from index.opening import open_index
from index.results import Request, Results
from index.searching import search
from index.snapshot import Snapshot
from index.volumes import VolumeColumns, bind, to_rows, write_volume
from scripts.benchmarking.building import columns_of

QUESTIONS = ("", "elever med skolefravær", '"faglig ledelse"', "trivsel -elev", "melemform")


@pytest.fixture(scope="module")
def entries(records: list[TrialAction], language: Language) -> list[Entry]:
    return [to_entry(record, language) for record in records]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Volumes so small that the real records fill several."""
    monkeypatch.setattr(volumes, "LARGEST", 5)


def build(folder: Path, entries: Sequence[Entry], language: Language) -> Snapshot:
    build_index(folder, entries, language=language, catalogue_revision="test")
    return open_index(folder, language)


def parts_of(folder: Path) -> dict[str, int]:
    """Return the file of columns of each volume that serves, and of the cards, by their names."""
    generation = folder / str(current_generation(folder))
    return {
        path.parent.name: path.stat().st_ino
        for path in list_files(generation)
        if path.name == COLUMNS and path.parent != generation
    }


def ask_all(snapshot: Snapshot) -> list[Results]:
    return [search(snapshot, Request(q=q, page_size=100)) for q in QUESTIONS]


def test_an_entry_is_bound_where_it_was_whatever_else_there_is(
    entries: list[Entry], language: Language, small: None
) -> None:
    whole = bind(entries, language)
    without = bind(entries[1:], language)

    assert len(whole) > 4
    assert sorted(entry.facts.id for volume in whole for entry in volume.entries) == sorted(
        entry.facts.id for entry in entries
    )
    assert len({volume.name for volume in whole} - {volume.name for volume in without}) == 1


def test_many_volumes_answer_as_one_does(
    tmp_path: Path, entries: list[Entry], language: Language, snapshot: Snapshot, small: None
) -> None:
    several = build(tmp_path, entries, language)

    assert len(parts_of(tmp_path)) > 4
    assert ask_all(several) == ask_all(snapshot)


def test_one_changed_entry_makes_one_volume_anew_and_links_the_others(
    tmp_path: Path, entries: list[Entry], language: Language, small: None
) -> None:
    build(tmp_path, entries, language)
    before = parts_of(tmp_path)
    changed = replace(entries[0], facts=replace(entries[0].facts, title="Noget andet"))

    snapshot = build(tmp_path, [changed, *entries[1:]], language)

    after = parts_of(tmp_path)
    kept = set(before) & set(after)
    assert len(kept) == len(before) - 1 == len(after) - 1
    assert all(before[name] == after[name] for name in kept)
    assert snapshot.facts[snapshot.numbers[changed.facts.id]].title == "Noget andet"


def test_the_cards_are_made_anew_only_for_other_trial_actions(
    tmp_path: Path, entries: list[Entry], language: Language
) -> None:
    made = []
    for of_them in (
        entries[:2],
        [replace(entries[0], documents=entries[0].documents[:3]), entries[1]],
        entries[:3],
    ):
        build_index(tmp_path, of_them, language=language, catalogue_revision="test")
        name = name_cards(tuple(sorted(entry.facts.id for entry in of_them)), language)
        made.append(parts_of(tmp_path)[name])

    assert made[0] == made[1] != made[2]


def test_cards_are_named_by_all_that_they_are_made_of(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = {name_cards(("a", "b"), language), name_cards(("b", "a"), language)}
    names.add(name_cards(("a", "b"), replace(language, revision="another")))
    monkeypatch.setattr(card_columns, "FIGURES", "others")
    names.add(name_cards(("a", "b"), language))
    monkeypatch.setattr(card_columns, "FORMAT", 0)
    names.add(name_cards(("a", "b"), language))

    assert len(names) == 5


def test_reading_an_entry_does_not_change_the_name_of_its_volume(
    records: list[TrialAction], language: Language
) -> None:
    fresh = [to_entry(record, language) for record in records]
    names = [volume.name for volume in bind(fresh, language)]

    to_rows(fresh, language)

    assert [volume.name for volume in bind(fresh, language)] == names


def test_damaged_volumes_and_cards_are_not_taken_over(
    tmp_path: Path, entries: list[Entry], language: Language, snapshot: Snapshot, small: None
) -> None:
    build(tmp_path, entries, language)
    generation = tmp_path / str(current_generation(tmp_path))
    for name in parts_of(tmp_path):
        damaged = generation / name / COLUMNS
        damaged.write_bytes(damaged.read_bytes()[::-1])

    assert ask_all(build(tmp_path, entries, language)) == ask_all(snapshot)


def test_damaged_columns_are_refused(
    tmp_path: Path, entries: list[Entry], language: Language
) -> None:
    build(tmp_path, entries[:2], language)
    path = tmp_path / str(current_generation(tmp_path)) / COLUMNS
    content = bytearray(path.read_bytes())
    content[-100] ^= 1
    path.write_bytes(content)

    with pytest.raises(IndexDamaged):
        open_index(tmp_path, language)


def test_columns_cut_short_under_a_server_do_not_disturb_it(
    tmp_path: Path, entries: list[Entry], language: Language
) -> None:
    snapshot = build(tmp_path, entries[:3], language)
    before = ask_all(snapshot)
    path = tmp_path / str(current_generation(tmp_path)) / COLUMNS

    path.write_bytes(b"")

    assert ask_all(snapshot) == before


def flatten(columns: object) -> dict[str, list[object]]:
    found: dict[str, list[object]] = {}
    for field in fields(columns):  # type: ignore[arg-type]
        value = getattr(columns, field.name)
        inner = flatten(value) if is_dataclass(value) else {"": value.tolist()}
        found |= {f"{field.name}.{name}": one for name, one in inner.items()}
    return found


def test_what_is_read_out_of_whoosh_is_what_was_put_in(
    tmp_path: Path, entries: list[Entry], language: Language
) -> None:
    write_volume(tmp_path, entries, language)

    read = read_columns(VolumeColumns, tmp_path / COLUMNS)

    assert flatten(read) == flatten(columns_of(entries, language))


def test_the_words_of_every_text_stand_in_their_order(
    tmp_path: Path, entries: list[Entry], language: Language
) -> None:
    write_volume(tmp_path, entries[:2], language)
    read = read_columns(VolumeColumns, tmp_path / COLUMNS)

    for number, row in enumerate(to_rows(entries[:2], language)):
        words = [read.terms[word] for word in read.said.words[number].tolist()]
        assert words == [*row["words"], *row["units"]]
        assert Counter(words) == Counter(
            {
                read.terms[term]: int(read.counts[place])
                for term in range(len(read.terms))
                for place in range(read.postings.offsets[term], read.postings.offsets[term + 1])
                if read.postings.values[place] == number
            }
        )


def test_texts_come_back_as_they_were_written(tmp_path: Path) -> None:
    texts = ["", "æøå – ”ja”", "", "\U0001f600", "a\x00b"]
    write_columns(tmp_path / "texts", Texts.of(texts))

    read = read_columns(Texts, tmp_path / "texts")

    assert (list(read), read[1:3], len(read)) == (texts, texts[1:3], len(texts))


def test_large_columns_are_mapped_and_small_ones_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_columns(tmp_path / "texts", Texts.of(["en", "to"]))
    monkeypatch.setattr("index.columns.MAPPED_FROM", 1)

    mapped = read_columns(Texts, tmp_path / "texts")

    assert list(mapped) == ["en", "to"]
    assert not mapped.blob.flags.writeable
    assert isinstance(mapped.offsets, np.ndarray)
