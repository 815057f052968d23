"""Questions for the discussion, each made of the record's own words."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.pages.meeting.shortening import quote
from catalogue.records import Block, Experience, TrialAction

HERE = "Hvordan er det hos os?"


@dataclass(frozen=True)
class Question:
    """Who says what, and what is asked about it."""

    said: str
    quote: str
    asked: str = HERE

    def __str__(self) -> str:
        return f"{self.said}: ”{self.quote}” {self.asked}"


def ask(record: TrialAction, told: Sequence[Experience]) -> list[Question]:
    """Return questions about the need, what was difficult, what is hoped for, what was learned."""
    difficult = [one for one in told if one.kind == "challenge"]
    hoped = [one for one in told if one.kind == "expected"]
    return [
        *_quote("De skriver om udfordringen", [record.problem]),
        *_quote("De vil opnå", [] if record.problem else [record.goals]),
        # Whole: cut short, it may be left with what was not difficult.
        *(Question("De fortæller om noget svært", one.text) for one in difficult[:2]),
        *_quote("De håber, ønsker eller planlægger", [[one] for one in hoped[:1]]),
        *_quote("De har lært", [[one] for one in record.learnings[:2]]),
    ] or _quote("De skriver", [record.actions])


def _quote(said: str, passages: Sequence[Sequence[Block]]) -> list[Question]:
    return [Question(said, quote(blocks)) for blocks in passages if blocks]
