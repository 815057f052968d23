"""The tables of the language are kept for the next start, and are those of the files."""

import shutil
from pathlib import Path

import pytest

from app.settings import DATA
from catalogue.errors import InvalidFile
from catalogue.vocabulary import Vocabulary
from index.language import keep_language, load_language
from index.tables import THESAURUS, keep_tables, make_tables, read_tables

FOLDER = DATA / "vocabulary"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of the language's files that a test may change."""
    return Path(shutil.copytree(FOLDER, tmp_path / "vocabulary"))


@pytest.fixture
def kept(tmp_path: Path, own: Path) -> Path:
    """The tables of that folder, kept."""
    kept = tmp_path / "language.json"
    keep_tables(make_tables(own), own, kept)
    return kept


def test_what_is_kept_is_what_the_files_say(own: Path, kept: Path) -> None:
    read = read_tables(own, kept)

    assert read is not None
    assert vars(read) == vars(make_tables(own))


def test_nothing_is_read_where_nothing_is_kept(own: Path, tmp_path: Path) -> None:
    assert read_tables(own, tmp_path / "nothing.json") is None


def test_what_is_kept_of_other_files_is_not_read(own: Path, kept: Path) -> None:
    with (own / "stop-words.txt").open("a", encoding="utf-8") as file:
        file.write("zulutid\n")

    assert read_tables(own, kept) is None


@pytest.mark.parametrize("place", [0, 70, 1000, -2])
def test_what_is_damaged_is_not_read(own: Path, kept: Path, place: int) -> None:
    content = bytearray(kept.read_bytes())
    content[place] ^= 1
    kept.write_bytes(content)

    assert read_tables(own, kept) is None


@pytest.mark.parametrize("length", [0, 100, 100_000])
def test_what_is_cut_off_is_not_read(own: Path, kept: Path, length: int) -> None:
    kept.write_bytes(kept.read_bytes()[:length])

    assert read_tables(own, kept) is None


def test_a_language_is_the_same_whether_its_tables_were_kept_or_made(
    own: Path, kept: Path, vocabulary: Vocabulary
) -> None:
    made, read = load_language(own, vocabulary), load_language(own, vocabulary, kept)

    assert (read.thesaurus.by_term, read.known) == (made.thesaurus.by_term, made.known)
    assert read.revision == made.revision


def test_keeping_a_language_replaces_what_was_kept_of_other_files(
    own: Path, kept: Path, vocabulary: Vocabulary
) -> None:
    (own / THESAURUS).write_text("- {id: hav, label: hav, equal: [ocean]}\n", "utf-8")

    language = keep_language(own, vocabulary, kept)

    assert language.thesaurus.terms("hav") == ("hav", "ocean")
    assert vars(make_tables(own)) == vars(read_tables(own, kept))
    assert not kept.with_suffix(".new").exists()


def test_files_that_are_wrong_are_refused_whatever_is_kept(
    own: Path, kept: Path, vocabulary: Vocabulary
) -> None:
    (own / THESAURUS).write_text("- {id: hav, label: hav, broader: [jord]}\n", "utf-8")

    with pytest.raises(InvalidFile, match="'hav' points to 'jord'"):
        keep_language(own, vocabulary, kept)
