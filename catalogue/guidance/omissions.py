"""The reviewed list of what of a received text stands in no record, and why."""

from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from catalogue.errors import InvalidFile, Problem
from catalogue.records import Fact, Lines, Text


class Omission(Fact):
    """Lines that are left out, or these words of them only, for a reason."""

    lines: Lines
    words: Text | None = None
    reason: Text


def load_omissions(path: Path) -> dict[str, list[Omission]]:
    """Return the omissions by source, or raise ``InvalidFile``."""
    try:
        content = yaml.safe_load(path.read_text("utf-8"))
        return TypeAdapter(dict[str, list[Omission]]).validate_python(content)
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise InvalidFile([Problem(path.name, 1, str(error))]) from error
