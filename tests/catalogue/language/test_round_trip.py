import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.language.tables import (
    add_proposals,
    alphabetical,
    format_compound,
    format_lemma,
    load_compounds,
    load_lemmas,
    load_words,
    unreviewed,
)
from catalogue.language.words import find_words

# A busy disk is no fault of the tables.
writes_files = settings(deadline=None)
words = st.text(alphabet="abdeknrstæøåé", min_size=1, max_size=8)
tables = st.lists(words, unique=True, min_size=1, max_size=20).flatmap(
    lambda forms: st.lists(
        st.integers(0, len(forms) - 1), min_size=len(forms), max_size=len(forms)
    ).map(lambda places: _grouped(forms, places))
)
compounds = st.dictionaries(
    words, st.lists(words, min_size=2, max_size=4).map(tuple), min_size=1
).filter(lambda table: all(word not in parts for word, parts in table.items()))


def _grouped(forms: list[str], places: list[int]) -> dict[str, list[str]]:
    groups: dict[int, list[str]] = {}
    for form, place in zip(forms, places, strict=True):
        groups.setdefault(place, []).append(form)
    return {lemma: others for lemma, *others in groups.values()}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tables") / "table.txt"


def _write(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")


@writes_files
@given(tables)
def test_lemmas_that_are_written_are_read_again(path: Path, table: dict[str, list[str]]) -> None:
    _write(path, (format_lemma(lemma, forms) for lemma, forms in table.items()))

    expected = {word: lemma for lemma, forms in table.items() for word in (lemma, *forms)}
    assert load_lemmas(path) == expected


@writes_files
@given(compounds)
def test_compounds_that_are_written_are_read_again(
    path: Path, table: dict[str, tuple[str, ...]]
) -> None:
    _write(path, (format_compound(compound, parts) for compound, parts in table.items()))

    assert load_compounds(path) == table


@writes_files
@given(st.lists(words, unique=True))
def test_stop_words_that_are_written_are_read_again(path: Path, stops: list[str]) -> None:
    _write(path, stops)

    assert load_words(path) == frozenset(stops)


@writes_files
@given(tables)
def test_proposals_are_marked_and_put_in_order(path: Path, table: dict[str, list[str]]) -> None:
    _write(path, ["# what this file is", ""])
    lines = [format_lemma(lemma, forms) for lemma, forms in table.items()]

    add_proposals(path, lines)

    assert sorted(unreviewed(path)) == sorted(lines)
    assert list(dict.fromkeys(load_lemmas(path).values())) == sorted(table, key=alphabetical)
    assert path.read_text("utf-8").startswith("# what this file is\n\n")


@given(st.text())
def test_words_are_folded_once_and_for_all(text: str) -> None:
    found = find_words(text)

    assert find_words(" ".join(found)) == found
    assert all(word == unicodedata.normalize("NFC", word) for word in found)
