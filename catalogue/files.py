"""Record file ↔ ``TrialAction``, byte for byte.

A record file is YAML in one canonical form: ``format_record(parse_record(text)) == text``.
In the file a block's id is short (``problem-1``); in the record it carries the record's
(``…#problem-1``), since blocks travel alone.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from yaml.constructor import ConstructorError
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent
from yaml.nodes import MappingNode, Node, SequenceNode
from yaml.reader import ReaderError

from catalogue.errors import InvalidFile, Problem
from catalogue.records import SECTIONS, TrialAction
from catalogue.vocabulary import Vocabulary

# Wide enough to read in one glance, narrow enough that a changed word is a short diff.
WIDTH = 96
# A record needs four: itself, a section, a block, its lines.
DEEPEST = 8


class _Loader(yaml.CSafeLoader):
    """The safe loader, which also says where a value stands that cannot be."""

    def construct_object(self, node: Node, deep: bool = False) -> object:
        try:
            return super().construct_object(node, deep)
        except ValueError as error:
            # A date that no calendar has.
            raise ConstructorError(None, None, str(error), node.start_mark) from error


class _Prose(str):
    """A text that is written folded over several lines."""

    __slots__ = ()


class _Inline(list[Any]):
    """A list that is written on one line."""


class _Dumper(yaml.SafeDumper):
    """The canonical form of a record file."""


_Dumper.add_representer(
    _Prose, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style=">")
)
_Dumper.add_representer(
    _Inline,
    lambda dumper, items: dumper.represent_sequence(
        "tag:yaml.org,2002:seq", items, flow_style=True
    ),
)


def format_record(record: TrialAction) -> str:
    """Return the canonical text of the record's file."""
    fields = record.model_dump()
    fields["summary"] = _Prose(record.summary)
    for name in ("themes", "focus_areas", "levels"):
        fields[name] = _Inline(fields[name])
    fields["schools"] = list(fields["schools"])
    fields["source"]["lines"] = _Inline(record.source.lines)
    for section in SECTIONS:
        fields[section] = [_block_fields(block) for block in fields[section]]
    fields["notes"] = [_Prose(note) for note in record.notes]
    return yaml.dump(fields, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)


def _block_fields(block: dict[str, Any]) -> dict[str, Any]:
    fields = dict(block, id=block["id"].partition("#")[2], lines=_Inline(block["lines"]))
    if "stakeholders" in fields:
        fields["stakeholders"] = _Inline(fields["stakeholders"])
    # The text stands last, after all that says what it is.
    del fields["text"]
    return {**fields, "text": _Prose(block["text"])}


def read_record(path: Path, vocabulary: Vocabulary) -> TrialAction:
    """Return the record of one file, or raise ``InvalidFile`` with every problem in it."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidFile([Problem(path.name, 1, f"cannot be read as UTF-8: {error}")]) from error
    record = parse_record(text, vocabulary, file=path.name)
    if path.stem != record.id:
        line = _follow(_read_yaml(text, path.name)[0], ("id",)).start_mark.line + 1
        raise InvalidFile([_wrong_id(path, line, record.id)])
    return record


def _wrong_id(path: Path, line: int, record_id: str) -> Problem:
    owner = path.with_name(f"{record_id}.yaml")
    if owner.exists():
        return Problem(path.name, line, f"duplicate id '{record_id}': {owner.name} has it already")
    return Problem(path.name, line, f"id '{record_id}' is not the file's name", (path.stem,))


def parse_record(text: str, vocabulary: Vocabulary, file: str = "record") -> TrialAction:
    """Return the record that ``text`` describes, or raise ``InvalidFile``."""
    root, fields = _read_yaml(text, file)
    repeated = list(_repeated_keys(root, file))
    if repeated:
        raise InvalidFile(repeated)
    _lengthen_block_ids(fields)
    try:
        return TrialAction.model_validate(fields, context=vocabulary)
    except ValidationError as error:
        raise InvalidFile([_locate(detail, root, file) for detail in error.errors()]) from error


def _read_yaml(text: str, file: str) -> tuple[Node, dict[str, Any]]:
    try:
        _refuse_tangles(text, file)
        root = yaml.compose(text, Loader=_Loader)
        fields = yaml.load(text, Loader=_Loader)  # noqa: S506
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


def _lengthen_block_ids(fields: dict[str, Any]) -> None:
    for section in SECTIONS:
        blocks = fields.get(section)
        for block in blocks if isinstance(blocks, list) else []:
            if isinstance(block, dict) and "id" in block:
                block["id"] = f"{fields.get('id')}#{block['id']}"


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
