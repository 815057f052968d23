"""Everything that can go wrong with the catalogue.

CatalogueError
├── InvalidFile          a record or vocabulary file breaks a rule; carries every problem found
├── InvalidPlan          the file of a plan cannot be read, or is something else
├── UnreadableSource     a source text holds no recognisable trial action
├── UnknownTrialAction   no trial action has the requested id
├── UnknownGuidance      no piece of guidance has the requested id
├── UnknownTerm          a vocabulary has no such term
├── DatabaseUnusable     the database cannot be opened, read or written
└── PlaceUnusable        a folder or file that is not the database cannot be read or written
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Problem:
    """One broken rule: where it stands, why it is refused and what is allowed instead."""

    file: str
    line: int
    reason: str
    allowed: tuple[str, ...] = ()

    def __str__(self) -> str:
        allowed = f" (allowed: {', '.join(self.allowed)})" if self.allowed else ""
        return f"{self.file}:{self.line}: {self.reason}{allowed}"


class CatalogueError(Exception):
    """The root of the catalogue's errors."""


class InvalidFile(CatalogueError):
    """A file that breaks one or more rules."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, problems)))


class InvalidPlan(CatalogueError):
    """The file of a plan cannot be read here; ``kind`` says why."""

    def __init__(
        self,
        kind: Literal["unreadable", "foreign", "other-version", "broken", "too-long"],
        reason: str,
    ) -> None:
        self.kind = kind
        super().__init__(reason)


class UnreadableSource(CatalogueError):
    """A source text without a recognisable trial action."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


class UnknownTrialAction(CatalogueError):
    """No trial action has the id."""

    def __init__(self, trial_action_id: str) -> None:
        self.id = trial_action_id
        super().__init__(f"no trial action has the id '{trial_action_id}'")


class UnknownGuidance(CatalogueError):
    """No piece of guidance has the id."""

    def __init__(self, guidance_id: str) -> None:
        self.id = guidance_id
        super().__init__(f"no guidance has the id '{guidance_id}'")


class UnknownTerm(CatalogueError):
    """A vocabulary has no term with the id."""

    def __init__(self, vocabulary: str, term_id: str, allowed: Sequence[str]) -> None:
        self.vocabulary = vocabulary
        self.id = term_id
        self.allowed = tuple(allowed)
        super().__init__(f"{vocabulary} has no term '{term_id}'")


class DatabaseUnusable(CatalogueError):
    """The database cannot be opened, read or written; one ``is_damaged`` can be made anew."""

    def __init__(self, reason: str, *, is_damaged: bool = False) -> None:
        self.is_damaged = is_damaged
        super().__init__(reason)


class PlaceUnusable(CatalogueError):
    """A folder or file that is not the database cannot be read or written."""
