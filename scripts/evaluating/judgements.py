"""Judged questions and how well a ranking answers them."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from scripts.evaluating.metrics import Measures, measure

Rank = Callable[[str], Sequence[str]]


@dataclass(frozen=True)
class Judgement:
    """A question and the grade of every trial action that answers it."""

    query: str
    kind: str
    relevant: dict[str, int]


@dataclass(frozen=True)
class Quality:
    """The means of some rankings' measures."""

    ndcg: float
    recall: float
    reciprocal_rank: float
    precision: float
    recall_of_all: float
    hits: float


def load_judgements(path: Path) -> list[Judgement]:
    """Return the judged questions of a file."""
    rows = json.loads(path.read_text("utf-8"))
    return [Judgement(row["query"], row["kind"], _without_zeros(row["relevant"])) for row in rows]


def _without_zeros(grades: dict[str, int]) -> dict[str, int]:
    # Not listed and graded 0 say the same.
    return {action: grade for action, grade in grades.items() if grade}


def measure_all(judgements: Iterable[Judgement], rank: Rank) -> list[tuple[Judgement, Measures]]:
    """Return each question with the measures of its ranking."""
    return [(asked, measure(rank(asked.query), asked.relevant)) for asked in judgements]


def summarize(measured: Iterable[Measures]) -> Quality:
    """Return the means, each over the questions that have the measure."""
    rows = list(measured)
    return Quality(
        ndcg=_mean(row.ndcg for row in rows),
        recall=_mean(row.recall for row in rows),
        reciprocal_rank=_mean(row.reciprocal_rank for row in rows),
        precision=_mean(row.precision for row in rows),
        recall_of_all=_mean(row.recall_of_all for row in rows),
        hits=fmean(row.hits for row in rows),
    )


def _mean(values: Iterable[float | None]) -> float:
    known = [value for value in values if value is not None]
    return fmean(known) if known else 0.0
