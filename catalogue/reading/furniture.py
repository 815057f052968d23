"""The lines of a source that belong to the page and not to the text, by named patterns."""

import re
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

from catalogue.data_files import read_data


class Furniture(BaseModel):
    """One kind of line that is dropped."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    pattern: re.Pattern[str]

    def matches(self, line: str) -> bool:
        """Return whether the whole line is furniture of this kind."""
        return self.pattern.fullmatch(line) is not None


def find_furniture(text: str, furniture: Sequence[Furniture]) -> list[tuple[int, str, str]]:
    """Return the lines with something on them that are dropped: number, line, kind."""
    return [
        (number, line.strip(), kind.name)
        for number, line in enumerate(text.split("\n"), start=1)
        for kind in furniture
        if line.strip() and kind.matches(line)
    ]


def load_furniture(path: Path) -> list[Furniture]:
    """Return the kinds of furniture in the file, or raise ``InvalidFile``."""
    return read_data(path, TypeAdapter(list[Furniture]))
