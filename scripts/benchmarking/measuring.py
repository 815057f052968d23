"""Engines asked the same questions in turn, in one process, and how long each took."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from time import process_time

from scripts.benchmarking.engines import Job

# Rounds after the first; what is told of them is each question's median.
ROUNDS = 3


@dataclass(frozen=True)
class Times:
    """Seconds that an engine took: for each question when first asked, and when asked again."""

    first: list[float]
    again: list[float]


@dataclass(frozen=True)
class Spread:
    """The median and the slowest but five in a hundred, in milliseconds."""

    p50: float
    p95: float


def measure(jobs: Mapping[str, Job], questions: Sequence[str]) -> dict[str, Times]:
    """Ask every engine every question, several times, no engine always first."""
    with _undisturbed():
        first = _ask_all(jobs, questions)
        rounds = [_ask_all(jobs, questions) for _ in range(ROUNDS)]
    return {
        name: Times(
            first=first[name],
            again=[
                sorted(times)[ROUNDS // 2]
                for times in zip(*(one[name] for one in rounds), strict=True)
            ],
        )
        for name in jobs
    }


def _ask_all(jobs: Mapping[str, Job], questions: Sequence[str]) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {name: [] for name in jobs}
    names = list(jobs)
    for number, question in enumerate(questions):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            begun = process_time()
            jobs[name](question)
            times[name].append(process_time() - begun)
    return times


@contextmanager
def _undisturbed() -> Iterator[None]:
    # What was made before is not looked through again and again while others are timed.
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def spread(times: Sequence[float]) -> Spread:
    """Return the spread of some times."""
    ordered = sorted(1_000 * time for time in times)
    return Spread(ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)])
