"""The tables of the language are kept for the next start, and are those of the files."""

import shutil
from pathlib import Path

import pytest

from app.settings import DATA
from catalogue.errors import InvalidFile
from catalogue.vocabulary import Vocabulary
from index import tables
from index.language import load_language
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
    keep_tables(own, kept)
    return kept


def test_what_is_kept_is_what_the_files_say(own: Path, kept: Path) -> None:
    read = read_tables(own, kept)

    assert read is not None
    assert vars(read) == vars(make_tables(own))


def test_nothing_is_read_where_nothing_is_kept(own: Path, tmp_path: Path) -> None:
    assert read_tables(own, tmp_path / "nothing.json") is None


@pytest.mark.parametrize(
    ("file", "line"),
    [("stop-words.txt", "zulutid"), ("filler-phrases.txt", "zulu om"), ("other-words.txt", "zulu")],
)
def test_what_is_kept_of_other_files_is_not_read(
    own: Path, kept: Path, file: str, line: str
) -> None:
    with (own / file).open("a", encoding="utf-8") as written:
        written.write(f"{line}\n")

    assert read_tables(own, kept) is None


@pytest.mark.parametrize(
    ("file", "content", "reason"),
    [
        (THESAURUS, "- {id: hav, label: hav}\n- {id: hav, label: sø}\n", "an id stands twice"),
        (THESAURUS, b"- {id: hav, label: " + b"s\xf8}\n", "utf-8"),
        ("compounds.txt", "skolehave = skolehave + have\n", "'skolehave' is no part of itself"),
    ],
)
def test_tables_that_break_a_rule_are_refused(
    own: Path, file: str, content: str | bytes, reason: str
) -> None:
    (own / file).write_bytes(content.encode() if isinstance(content, str) else content)

    with pytest.raises(InvalidFile, match=reason):
        make_tables(own)


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


def test_what_is_kept_of_other_files_is_replaced(own: Path, kept: Path) -> None:
    (own / THESAURUS).write_text("- {id: hav, label: hav, equal: [ocean]}\n", "utf-8")

    keep_tables(own, kept)

    read = read_tables(own, kept)
    assert read is not None
    assert read.terms == {"hav": {"hav": "hav", "ocean": "ocean"}}
    assert not kept.with_suffix(".new").exists()


def test_what_is_whole_is_not_written_again(own: Path, kept: Path) -> None:
    before = kept.stat().st_mtime_ns

    keep_tables(own, kept)

    assert kept.stat().st_mtime_ns == before


def test_what_is_saved_while_tables_are_made_is_not_taken_for_them(
    own: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make_late(folder: Path) -> tables.Tables:
        made = make_tables(folder)
        (own / THESAURUS).write_text("- {id: hav, label: hav}\n", "utf-8")
        return made

    kept.unlink()
    monkeypatch.setattr(tables, "make_tables", make_late)
    keep_tables(own, kept)

    assert read_tables(own, kept) is None


def test_what_is_kept_in_another_shape_is_not_read(own: Path, kept: Path) -> None:
    head, _, content = kept.read_bytes().partition(b"\n")
    other = content.replace(b'"danish_for"', b'"danish"')
    sealed = head.replace(tables._check(content), tables._check(other))
    kept.write_bytes(sealed + b"\n" + other)

    assert read_tables(own, kept) is None


def test_files_that_are_wrong_are_refused_whatever_is_kept(
    own: Path, kept: Path, vocabulary: Vocabulary
) -> None:
    (own / THESAURUS).write_text("- {id: hav, label: hav, broader: [jord]}\n", "utf-8")

    with pytest.raises(InvalidFile, match="'hav' points to 'jord'"):
        load_language(own, vocabulary, kept)


def test_the_revision_is_another_one_where_a_file_has_another_name(
    own: Path, vocabulary: Vocabulary
) -> None:
    before = load_language(own, vocabulary).revision
    last = max((own / "keywords").glob("*.yaml"))
    last.rename(last.with_name("zz.yaml"))

    assert load_language(own, vocabulary).revision != before
