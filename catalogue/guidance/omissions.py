"""The reviewed list of what of a received text stands in no record, and why."""

from pathlib import Path

from pydantic import TypeAdapter

from catalogue.data_files import read_data
from catalogue.records import Fact, Lines, Text


class Omission(Fact):
    """Lines that are left out, or these words of them only, for a reason."""

    lines: Lines
    words: Text | None = None
    reason: Text


def load_omissions(path: Path) -> dict[str, list[Omission]]:
    """Return the omissions by source, or raise ``InvalidFile``."""
    return read_data(path, TypeAdapter(dict[str, list[Omission]]))
