"""Keywords: what readers would type who look for a trial action, in words its text may not have.

One file an action in data/vocabulary/keywords, ``{main: [phrases], useful: [phrases], touched:
[phrases]}``, written by someone who read the whole, as a library's catalogue card has keywords.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from catalogue.errors import InvalidFile, Problem
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
    try:
        card = _Card.model_validate(yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader))  # noqa: S506
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise InvalidFile([Problem(path.name, 1, str(error))]) from error
    return tuple(getattr(card, degree) for degree in DEGREES)
