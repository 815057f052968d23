"""Keywords: what readers would type who look for a trial action, in words its text may not have.

One file an action in data/vocabulary/keywords, ``{main: [phrases], useful: [phrases], touched:
[phrases]}``, written by someone who read the whole, as a library's catalogue card has keywords.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, TypeAdapter

from catalogue.data_files import read_data
from index.subjects import DEGREES

# Phrases by trial action, one tuple a degree.
Keywords = Mapping[str, tuple[tuple[str, ...], ...]]


_Phrases = tuple[Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)], ...]


class _Card(BaseModel):
    model_config = ConfigDict(extra="forbid")

    main: _Phrases = ()
    useful: _Phrases = ()
    touched: _Phrases = ()


def load_keywords(folder: Path) -> Keywords:
    """Return the keywords of each trial action, or raise ``InvalidFile``."""
    return {path.stem: _read(path) for path in sorted(folder.glob("*.yaml"))}


def _read(path: Path) -> tuple[tuple[str, ...], ...]:
    card = read_data(path, TypeAdapter(_Card), only_texts=True)
    return tuple(getattr(card, degree) for degree in DEGREES)
