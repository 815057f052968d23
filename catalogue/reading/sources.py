"""A received text is opened."""

from pathlib import Path

from catalogue.errors import Problem, UnreadableSource


def open_source(path: Path) -> str:
    """Return the text of a source, or raise ``UnreadableSource``."""
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = f"cannot be opened: {error.strerror}"
        raise UnreadableSource(Problem(path.name, 1, reason)) from error
    try:
        return content.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableSource(Problem(path.name, line, "is not UTF-8")) from error
