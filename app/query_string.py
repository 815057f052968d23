"""A query string → checked parameters, or every fault in it at once."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal, TypeVar, get_args, get_origin
from urllib.parse import unquote_to_bytes

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from app.parameters import CONTROLS, Choices, Parameters

P = TypeVar("P", bound=Parameters)

# So much of a refused value is repeated in the answer.
LONGEST_ECHO = 100
# More than every choice there is; each one refused costs a search for what was meant.
MOST = 200
_CONTROL = re.compile(f"[{CONTROLS}]")


@dataclass(frozen=True)
class BadParameter:
    """A parameter that was refused, why, and what is allowed instead."""

    name: str
    value: str
    reason: str
    allowed: tuple[str, ...] = ()


class BadParameters(Exception):
    """A query string with one fault or more."""

    def __init__(self, parameters: list[BadParameter]) -> None:
        self.parameters = tuple(parameters)
        super().__init__("; ".join(f"{fault.name}: {fault.reason}" for fault in parameters))


def read_query_string(model: type[P], query: bytes, choices: Choices) -> P:
    """Return the parameters in ``query``, or raise ``BadParameters`` with all that is wrong."""
    values: dict[str, list[str]] = defaultdict(list)
    faults: list[BadParameter] = []
    for name, value, reason in _decode(query):
        values[name].append(value)
        if reason:
            faults.append(BadParameter(shorten(name), shorten(value), reason))
    faults += _find_repeats(model, values)
    fields = {name: found if _is_list(model, name) else found[0] for name, found in values.items()}
    try:
        parameters = model.model_validate(fields, context=replace(choices, renamed=model.renamed))
    except ValidationError as error:
        known = {fault.name for fault in faults}
        further = [_to_fault(model, detail) for detail in error.errors()]
        faults += [fault for fault in further if fault.name not in known]
    if faults:
        raise BadParameters(faults)
    return parameters


def leave_known(model: type[Parameters], query: bytes) -> bytes:
    """Return the query without the names that the model does not have."""
    pairs = (pair for pair in query.split(b"&") if _read_name(pair) in model.model_fields)
    return b"&".join(pairs)


def _read_name(pair: bytes) -> str:
    return _mend(pair.partition(b"=")[0].replace(b"+", b" "))


def _decode(query: bytes) -> Iterator[tuple[str, str, str]]:
    pairs = [pair for pair in query.split(b"&") if pair]
    if len(pairs) > MOST:
        too_many = BadParameter("", "", f"only {MOST} parameters may be given, not {len(pairs)}")
        raise BadParameters([too_many])
    for pair in pairs:
        name, _, value = pair.replace(b"+", b" ").partition(b"=")
        try:
            text = unquote_to_bytes(value).decode("utf-8")
            yield unquote_to_bytes(name).decode("utf-8"), text, _find_control_character(text)
        except UnicodeDecodeError:
            yield _mend(name), _mend(value), "not UTF-8"


def _mend(encoded: bytes) -> str:
    return unquote_to_bytes(encoded).decode("utf-8", errors="replace")


def _find_control_character(text: str) -> str:
    found = _CONTROL.search(text)
    return f"has the control character U+{ord(found.group()):04X}" if found else ""


def _find_repeats(
    model: type[Parameters], values: Mapping[str, list[str]]
) -> Iterator[BadParameter]:
    for name, found in values.items():
        if len(found) > 1 and name in model.model_fields and not _is_list(model, name):
            yield BadParameter(name, shorten(found[1]), "may be given once only")


def _is_list(model: type[Parameters], name: str) -> bool:
    field = model.model_fields.get(name)
    return field is not None and get_origin(field.annotation) is tuple


def _to_fault(model: type[Parameters], detail: ErrorDetails) -> BadParameter:
    name = str(detail["loc"][0])
    value = detail["input"]
    text = value[0] if isinstance(value, list) else str(value)
    if detail["type"] == "extra_forbidden":
        allowed = tuple(model.model_fields)
        return _suggest(shorten(name), text, "unknown parameter", allowed, meant=name)
    allowed = detail.get("ctx", {}).get("allowed") or _list_values(
        model.model_fields[name].annotation
    )
    return _suggest(name, text, detail["msg"].removeprefix("Input "), tuple(allowed), meant=text)


def _list_values(annotation: object) -> tuple[str, ...]:
    if annotation is bool:
        return ("true", "false")
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return tuple(value for part in get_args(annotation) for value in _list_values(part))


def _suggest(
    name: str, value: str, reason: str, allowed: tuple[str, ...], *, meant: str
) -> BadParameter:
    near = get_close_matches(shorten(meant).lower(), allowed, n=1)
    question = f"; did you mean '{near[0]}'?" if near else ""
    return BadParameter(name, shorten(value), f"{reason}{question}", allowed)


def shorten(text: str) -> str:
    """Return as much of a text as an answer repeats."""
    return text if len(text) <= LONGEST_ECHO else f"{text[:LONGEST_ECHO]}…"
