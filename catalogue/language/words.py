"""What a word is, and every word that the record and vocabulary files use."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

# Letters and digits with inner hyphens or apostrophes, at least one of them a letter.
_WORD = re.compile(r"(?=[\d’-]*[^\W\d_])[^\W_]+(?:[-’][^\W_]+)*")
_ALIKE = str.maketrans({"'": "’", "\u2010": "-", "\u2011": "-", "\u00ad": None})

# The fields of records, vocabularies and thesaurus that hold Danish text; the others hold English,
# ids and numbers.
TEXT_FIELDS = frozenset(
    {
        *("title", "headline", "summary", "name", "text", "notes", "dated"),
        *("label", "definition", "synonyms", "region", "publisher", "equal"),
    }
)


class Sighting(NamedTuple):
    """A place in a file."""

    file: str
    line: int


def find_words(text: str) -> list[str]:
    """Return the words of ``text`` in order: lower case, one hyphen, one apostrophe, form C."""
    folded = unicodedata.normalize("NFC", text).translate(_ALIKE).lower()
    return _WORD.findall(folded)


def list_words(*folders: Path) -> dict[str, Sighting]:
    """Return every Danish word in the YAML files of ``folders``, with where it was first seen."""
    seen: dict[str, Sighting] = {}
    for path in (path for folder in folders for path in sorted(folder.glob("*.yaml"))):
        root = yaml.compose(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
        for scalar in _texts(root, field=""):
            place = Sighting(path.name, scalar.start_mark.line + 1)
            for word in find_words(scalar.value):
                seen.setdefault(word, place)
    return seen


def _texts(node: Node | None, *, field: str) -> Iterator[ScalarNode]:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            yield from _texts(value, field=key.value)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _texts(item, field=field)
    elif isinstance(node, ScalarNode) and field in TEXT_FIELDS:
        yield node
