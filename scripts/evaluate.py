"""``evaluate``: how well the search answers judged questions, beside SQLite FTS5."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from app.settings import Settings
from catalogue.importing import read_records
from catalogue.vocabulary import load_vocabulary
from index.language import load_language
from index.opening import open_index
from index.results import Request
from index.searching import find_ids
from index.snapshot import Snapshot
from scripts.evaluating.baseline import FullText
from scripts.evaluating.judgements import (
    Judgement,
    Quality,
    Rank,
    load_judgements,
    measure_all,
    summarize,
)
from scripts.evaluating.metrics import Measures
from scripts.preparing import prepare

JUDGED = Path(__file__).parent.parent / "tests" / "judged"
# Questions whose answers are only counted: looking at them would make them one more set to learn.
HANDS = ("asked", "second", "third", "fourth", "fifth", "sixth", "seventh")
UNSEEN = tuple(f"{name}-held-out" for name in HANDS)
HEADINGS = ("nDCG@10", "recall@10", "MRR", "precision", "recall", "hits")

Measured = Sequence[tuple[Judgement, Measures]]


def evaluate(
    files: Annotated[list[Path] | None, typer.Argument(help="Files of judged questions.")] = None,
    worst: Annotated[int, typer.Option(help="Show so many of the worst answers.")] = 0,
) -> None:
    """Measure the search on judged questions, overall and by kind."""
    settings = Settings()
    prepare(settings)
    vocabulary = load_vocabulary(settings.vocabulary)
    language = load_language(settings.vocabulary, vocabulary, settings.kept_language)
    snapshot = open_index(settings.index, language)
    records, _ = read_records(settings.records, vocabulary)
    full_text = FullText(records, vocabulary)
    for path in files or sorted(JUDGED.glob("*.json")):
        judgements = load_judgements(path)
        ours = measure_all(judgements, rank_with(snapshot))
        _tell(path.stem, ours, measure_all(judgements, full_text.rank))
        shown = 0 if path.stem in UNSEEN else worst
        for asked, measures in sorted(ours, key=lambda way: _badness(way[1]))[:shown]:
            typer.echo(f"    {_show(measures.ndcg)} {_show(measures.precision)}  {asked.query}")


def rank_with(snapshot: Snapshot) -> Rank:
    """Return a ranking of the snapshot's trial actions, all hits of a question."""

    return lambda question: find_ids(snapshot, Request(q=question))


def _tell(name: str, ours: Measured, theirs: Measured) -> None:
    typer.echo(f"\n{name}: {len(ours)} questions")
    typer.echo(f"  {'':24}" + "".join(f"{heading:>10}" for heading in HEADINGS))
    for label, measured in (("catalogue", ours), ("SQLite FTS5", theirs)):
        typer.echo(_row(label, summarize(measures for _, measures in measured)))
        by_kind = sorted(measured, key=lambda way: way[0].kind)
        for kind, group in groupby(by_kind, key=lambda way: way[0].kind):
            typer.echo(_row(f"  {kind}", summarize(measures for _, measures in group)))


def _row(label: str, quality: Quality) -> str:
    values = (
        quality.ndcg,
        quality.recall,
        quality.reciprocal_rank,
        quality.precision,
        quality.recall_of_all,
    )
    return f"  {label:24}" + "".join(f"{value:10.3f}" for value in values) + f"{quality.hits:10.1f}"


def _badness(measures: Measures) -> tuple[float, float]:
    return (measures.ndcg or 0.0, measures.precision or 0.0)


def _show(value: float | None) -> str:
    return "  – " if value is None else f"{value:.2f}"
