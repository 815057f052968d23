"""A query string → checked parameters, or every fault in it at once."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar, get_origin
from urllib.parse import unquote_to_bytes

from pydantic import ValidationError

from app.bad_parameters import BadParameter, BadParameters, shorten, to_fault
from app.parameters import CONTROLS, Choices, Parameters

P = TypeVar("P", bound=Parameters)
Values = Mapping[str, list[str]]

# More than every choice there is; each one refused costs a search for what was meant.
MOST = 200
_CONTROL = re.compile(f"[{CONTROLS}]")


def read_query_string(model: type[P], query: bytes, choices: Choices) -> P:
    """Return the parameters in ``query``, or raise ``BadParameters`` with all that is wrong."""
    values: dict[str, list[str]] = defaultdict(list)
    faults: list[BadParameter] = []
    for name, value, fault in _decode(query):
        values[name].append(value)
        if fault:
            faults.append(fault)
    faults += _find_repeats(model, values)
    fields = {name: found if _is_list(model, name) else found[0] for name, found in values.items()}
    context = replace(choices, renamed=model.renamed)
    known = {fault.name for fault in faults}
    try:
        parameters = model.model_validate(fields, context=context)
    except ValidationError as error:
        further = [to_fault(model, detail, context) for detail in error.errors()]
        faults += [fault for fault in further if fault.name not in known]
    if faults:
        raise BadParameters(faults, _list_kept(values, faults, known))
    return parameters


def leave_known(model: type[Parameters], query: bytes) -> bytes:
    """Return the query without the names that the model does not have."""
    pairs = (pair for pair in query.split(b"&") if _read_name(pair) in model.model_fields)
    return b"&".join(pairs)


def _read_name(pair: bytes) -> str:
    return _mend(pair.partition(b"=")[0].replace(b"+", b" "))


def _decode(query: bytes) -> Iterator[tuple[str, str, BadParameter | None]]:
    pairs = [pair for pair in query.split(b"&") if pair]
    if len(pairs) > MOST:
        reason = f"only {MOST} parameters may be given, not {len(pairs)}"
        raise BadParameters([BadParameter("", "", reason, kind="too_many", limit=MOST)])
    for pair in pairs:
        encoded, _, value = pair.replace(b"+", b" ").partition(b"=")
        name, text = _mend(encoded), _mend(value)
        kind, reason = _find_unreadable(encoded, value)
        fault = BadParameter(shorten(name), shorten(text), reason, kind=kind) if kind else None
        yield name, text, fault


def _find_unreadable(name: bytes, value: bytes) -> tuple[str, str]:
    """Return the kind and the reason why a pair cannot be read, both empty where it can."""
    try:
        unquote_to_bytes(name).decode("utf-8")
        found = _CONTROL.search(unquote_to_bytes(value).decode("utf-8"))
    except UnicodeDecodeError:
        return "not_text", "not UTF-8"
    if found:
        return "control", f"has the control character U+{ord(found.group()):04X}"
    return "", ""


def _mend(encoded: bytes) -> str:
    return unquote_to_bytes(encoded).decode("utf-8", errors="replace")


def _find_repeats(model: type[Parameters], values: Values) -> Iterator[BadParameter]:
    for name, found in values.items():
        if len(found) > 1 and name in model.model_fields and not _is_list(model, name):
            reason = "may be given once only"
            yield BadParameter(name, shorten(found[1]), reason, kind="repeated")


def _is_list(model: type[Parameters], name: str) -> bool:
    field = model.model_fields.get(name)
    return field is not None and get_origin(field.annotation) is tuple


def _list_kept(
    values: Values, faults: list[BadParameter], unreadable: set[str]
) -> Iterator[tuple[str, str]]:
    """Yield the pairs that nothing is wrong with; of what cannot be read whole, none."""
    refused = {(fault.name, fault.value) for fault in faults}
    for name, found in values.items():
        if shorten(name) not in unreadable:
            yield from (
                (name, value) for value in found if (shorten(name), shorten(value)) not in refused
            )
