"""nDCG, recall, reciprocal rank and precision of one ranking against judged grades.

Grades are 3 (exactly), 2 (useful) and 1 (touches); what is not judged is 0.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2

DEPTH = 10
USEFUL = 2

Grades = Mapping[str, int]


@dataclass(frozen=True)
class Measures:
    """How good one ranking is; None where the question has nothing to be found."""

    ndcg: float | None
    recall: float | None
    reciprocal_rank: float | None
    precision: float | None
    recall_of_all: float | None
    hits: int


def measure(ranking: Sequence[str], grades: Grades) -> Measures:
    """Return the measures of ``ranking``, best hit first."""
    useful = {key for key, grade in grades.items() if grade >= USEFUL}
    return Measures(
        ndcg=_ndcg(ranking, grades) if grades else None,
        # More than DEPTH useful actions cannot all stand among the first DEPTH.
        recall=len(useful & set(ranking[:DEPTH])) / min(len(useful), DEPTH) if useful else None,
        reciprocal_rank=_reciprocal_rank(ranking, useful) if useful else None,
        precision=_share_relevant(ranking, grades),
        recall_of_all=len(useful & set(ranking)) / len(useful) if useful else None,
        hits=len(ranking),
    )


def _ndcg(ranking: Sequence[str], grades: Grades) -> float:
    best = _gain(sorted(grades.values(), reverse=True)[:DEPTH])
    return _gain([grades.get(key, 0) for key in ranking[:DEPTH]]) / best


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / log2(place + 2) for place, grade in enumerate(grades))


def _reciprocal_rank(ranking: Sequence[str], useful: set[str]) -> float:
    return next((1 / place for place, key in enumerate(ranking, 1) if key in useful), 0.0)


def _share_relevant(ranking: Sequence[str], grades: Grades) -> float | None:
    if not ranking:
        return None if grades else 1.0
    return sum(key in grades for key in ranking) / len(ranking)
