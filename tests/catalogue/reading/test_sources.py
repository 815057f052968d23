"""A received text is opened, or refused with file, line and reason."""

from pathlib import Path

import pytest

from catalogue.errors import UnreadableSource
from catalogue.reading.sources import open_source


def test_a_source_is_read_with_plain_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "kilde.txt"
    path.write_bytes("på\r\nvej\n".encode())

    assert open_source(path) == "på\nvej\n"


def test_a_source_that_is_not_utf_8_is_refused_at_its_line(tmp_path: Path) -> None:
    path = tmp_path / "kilde.txt"
    path.write_bytes(b"en\nto\np\xe5\n")

    with pytest.raises(UnreadableSource, match=r"kilde\.txt:3: is not UTF-8"):
        open_source(path)


def test_a_source_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match=r"kilde\.txt:1: cannot be opened"):
        open_source(tmp_path / "kilde.txt")
