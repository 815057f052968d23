"""What is wrong with a parameter: told to programs in a sentence, and to pages as a kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, get_args, get_origin

from pydantic_core import ErrorDetails

from app.parameters import Choices, Parameters

# So much of a refused value is repeated in the answer.
LONGEST_ECHO = 100
UNKNOWN_VALUE = "unknown_value"
# What pydantic calls the number in a reason.
LIMITS = ("ge", "le", "max_length")


@dataclass(frozen=True)
class BadParameter:
    """A parameter that was refused, why, and what is allowed instead."""

    name: str
    value: str
    reason: str
    allowed: tuple[str, ...] = ()
    # For those who say it in other words: the number in the reason, and what may have been meant.
    kind: str = ""
    limit: int | None = None
    meant: str = ""


class BadParameters(Exception):
    """A query string with one fault or more, and the pairs of it that have none."""

    def __init__(
        self, parameters: Iterable[BadParameter], kept: Iterable[tuple[str, str]] = ()
    ) -> None:
        self.parameters = tuple(parameters)
        self.kept = tuple(kept)
        super().__init__("; ".join(f"{fault.name}: {fault.reason}" for fault in self.parameters))


def to_fault(model: type[Parameters], detail: ErrorDetails, choices: Choices) -> BadParameter:
    """Return what is told of what pydantic found."""
    name = str(detail["loc"][0])
    value = detail["input"]
    text = value[0] if isinstance(value, list) else str(value)
    if detail["type"] == "extra_forbidden":
        _, question = _find_near(name, tuple(model.model_fields))
        reason = f"unknown parameter{question}"
        return BadParameter(shorten(name), shorten(text), reason, tuple(model.model_fields))
    context = detail.get("ctx", {})
    allowed = tuple(context.get("allowed") or _list_values(model.model_fields[name].annotation))
    near, question = _find_near(text, allowed)
    return BadParameter(
        name,
        shorten(text),
        f"{detail['msg'].removeprefix('Input ')}{question}",
        allowed,
        kind=detail["type"],
        limit=next((context[key] for key in LIMITS if key in context), None),
        meant=choices.labels(name)[near] if near and detail["type"] == UNKNOWN_VALUE else near,
    )


def _list_values(annotation: object) -> tuple[str, ...]:
    if annotation is bool:
        return ("true", "false")
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return tuple(value for part in get_args(annotation) for value in _list_values(part))


def _find_near(text: str, allowed: tuple[str, ...]) -> tuple[str, str]:
    """Return what is written most like the text, and the question whether that was meant."""
    near = get_close_matches(shorten(text).lower(), allowed, n=1)
    return (near[0], f"; did you mean '{near[0]}'?") if near else ("", "")


def shorten(text: str) -> str:
    """Return as much of a text as an answer repeats."""
    return text if len(text) <= LONGEST_ECHO else f"{text[:LONGEST_ECHO]}…"
