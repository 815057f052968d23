"""YAML files of data → what they hold, or the reason why not."""

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import TypeAdapter

from catalogue.errors import InvalidFile, Problem

T = TypeVar("T")


def read_data(path: Path, kind: TypeAdapter[T], *, only_texts: bool = False) -> T:
    """Return what a file holds, or raise ``InvalidFile``; one of ``only_texts`` sooner."""
    try:
        # A text file has nothing but strings to make: no dates, numbers or answers yes and no.
        loader = yaml.CBaseLoader if only_texts else yaml.CSafeLoader
        return kind.validate_python(yaml.load(path.read_text("utf-8"), Loader=loader))  # noqa: S506
    except (OSError, yaml.YAMLError, ValueError) as error:
        # A ``ValueError`` is a broken entry, a text that is not UTF-8 or a date of no calendar.
        raise InvalidFile([Problem(path.name, 1, str(error))]) from error
