"""The reviewed list of what a person corrected in a source beyond the confusion table."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

from catalogue.data_files import read_data


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
    return read_data(path, TypeAdapter(dict[str, list[Correction]]))
