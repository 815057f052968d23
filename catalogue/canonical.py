"""YAML in one canonical form: written the same way each time, read with the line of every fault."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from yaml.constructor import ConstructorError
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent
from yaml.nodes import MappingNode, Node, SequenceNode
from yaml.reader import ReaderError

from catalogue.errors import InvalidFile, Problem
from catalogue.vocabulary import Vocabulary

# Wide enough to read in one glance, narrow enough that a changed word is a short diff.
WIDTH = 96
# A file needs four: itself, a section, a block, its lines.
DEEPEST = 8

Fields = dict[str, Any]
M = TypeVar("M", bound=BaseModel)


class _Loader(yaml.CSafeLoader):
    """The safe loader, which also says where a value stands that cannot be."""

    def construct_object(self, node: Node, deep: bool = False) -> object:
        try:
            return super().construct_object(node, deep)
        except (ValueError, KeyError, IndexError, AttributeError) as error:
            # A date that no calendar has, or a tag that its value does not go with.
            raise ConstructorError(None, None, str(error), node.start_mark) from error


class Prose(str):
    """A text that is written folded over several lines."""

    __slots__ = ()


class Inline(list[Any]):
    """A list that is written on one line."""


class _Dumper(yaml.SafeDumper):
    """The canonical form of a file."""


_Dumper.add_representer(
    Prose, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style=">")
)
_Dumper.add_representer(
    Inline,
    lambda dumper, items: dumper.represent_sequence(
        "tag:yaml.org,2002:seq", items, flow_style=True
    ),
)


def format_fields(fields: Mapping[str, Any]) -> str:
    """Return the canonical text of a file with these fields."""
    return yaml.dump(fields, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)


def read_text(path: Path) -> str:
    """Return the text of a file, or raise ``InvalidFile``."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidFile([Problem(path.name, 1, f"cannot be read as UTF-8: {error}")]) from error


def parse_fields(
    text: str,
    model: type[M],
    vocabulary: Vocabulary,
    *,
    file: str,
    prepare: Callable[[Fields], None],
) -> M:
    """Return what ``text`` describes, its fields prepared, or raise ``InvalidFile``."""
    root, fields = _read_yaml(text, file)
    repeated = list(_repeated_keys(root, file))
    if repeated:
        raise InvalidFile(repeated)
    prepare(fields)
    try:
        return model.model_validate(fields, context=vocabulary)
    except ValidationError as error:
        raise InvalidFile([_locate(detail, root, file) for detail in error.errors()]) from error


def check_name(path: Path, id_: str, text: str) -> None:
    """Raise ``InvalidFile`` where the file is not named after the id in its text."""
    if path.stem != id_:
        line = _follow(_read_yaml(text, path.name)[0], ("id",)).start_mark.line + 1
        raise InvalidFile([_wrong_id(path, line, id_)])


def _wrong_id(path: Path, line: int, id_: str) -> Problem:
    owner = path.with_name(f"{id_}.yaml")
    if owner.exists():
        return Problem(path.name, line, f"duplicate id '{id_}': {owner.name} has it already")
    return Problem(path.name, line, f"id '{id_}' is not the file's name", (path.stem,))


def _read_yaml(text: str, file: str) -> tuple[Node, Fields]:
    try:
        _refuse_tangles(text, file)
        loader = _Loader(text)
        root = loader.get_single_node()
        fields = loader.construct_document(root) if root else None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise InvalidFile([Problem(file, line, f"not YAML: {error.problem}")]) from error
    except ReaderError as error:
        # The position counts bytes.
        line = text.encode()[: error.position].count(b"\n") + 1
        raise InvalidFile([Problem(file, line, f"not YAML: {error.reason}")]) from error
    if root is None or not isinstance(fields, dict):
        raise InvalidFile([Problem(file, 1, "a record is a YAML mapping")])
    return root, fields


def _refuse_tangles(text: str, file: str) -> None:
    # Before anything is made of them: a loop has no end, and nine aliases of nine fill the memory.
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if isinstance(event, AliasEvent) or depth > DEEPEST:
            line = event.start_mark.line + 1 if event.start_mark else 1
            reason = f"a record has no aliases (*name) and {DEEPEST} levels at most"
            raise InvalidFile([Problem(file, line, reason)])


def _repeated_keys(node: Node, file: str) -> Iterable[Problem]:
    if isinstance(node, MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                yield Problem(file, key.start_mark.line + 1, f"field '{key.value}' stands twice")
            seen.add(key.value)
            yield from _repeated_keys(value, file)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _repeated_keys(item, file)


def _locate(detail: ErrorDetails, root: Node, file: str) -> Problem:
    where = ".".join(map(str, detail["loc"]))
    reason = f"{where}: {detail['msg']}" if where else detail["msg"]
    allowed = detail.get("ctx", {}).get("allowed", ())
    node = _follow(root, detail["loc"])
    return Problem(file, node.start_mark.line + 1, reason, tuple(allowed))


def _follow(node: Node, path: tuple[str | int, ...]) -> Node:
    """Return the deepest node on the path: for a missing field, the mapping that lacks it."""
    for step in path:
        if isinstance(node, MappingNode):
            found = [value for key, value in node.value if key.value == step]
        elif isinstance(node, SequenceNode) and isinstance(step, int):
            found = node.value[step : step + 1]
        else:
            found = []
        if not found:
            break
        node = found[0]
    return node
