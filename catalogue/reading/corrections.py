"""The reviewed list of what a person corrected in a source beyond the confusion table."""

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from catalogue.errors import InvalidFile, Problem


class Correction(BaseModel):
    """In ``line``, ``raw`` was read as ``restored``, for a reason."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    line: int
    raw: str
    restored: str
    reason: str

    def apply(self, line: str) -> str:
        """Return the line corrected; what does not stand in it once is left alone."""
        return line.replace(self.raw, self.restored) if line.count(self.raw) == 1 else line


def load_corrections(path: Path) -> dict[str, list[Correction]]:
    """Return the corrections by source, or raise ``InvalidFile``."""
    try:
        content = yaml.safe_load(path.read_text("utf-8"))
        return TypeAdapter(dict[str, list[Correction]]).validate_python(content)
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise InvalidFile([Problem(path.name, 1, str(error))]) from error
