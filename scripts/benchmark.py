"""``benchmark``: how fast the whole search is beside SQLite FTS5 and tantivy, at several sizes."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from app.settings import Settings
from catalogue.importing import read_records
from catalogue.records import TrialAction
from catalogue.vocabulary import load_vocabulary
from index.documents import Entry, to_entry
from index.language import Language, load_language
from scripts.benchmarking.building import Built, build, build_without_whoosh
from scripts.benchmarking.engines import Counter, Job, catalogue
from scripts.benchmarking.full_text import FullText
from scripts.benchmarking.made_up import Maker
from scripts.benchmarking.measuring import measure
from scripts.benchmarking.telling import Result, tell_results
from scripts.evaluate import JUDGED
from scripts.progress import show_progress, telling_progress

SIZES = [24, 2_400, 24_000, 100_000]
# Whoosh takes some minutes for so many; above, the same columns are made without it.
WHOOSH_UP_TO = 2_400


def benchmark(
    sizes: Annotated[list[int] | None, typer.Argument(help="Numbers of records.")] = None,
    whoosh_up_to: Annotated[
        int, typer.Option(help="Above so many records, make the columns without Whoosh.")
    ] = WHOOSH_UP_TO,
    results: Annotated[
        Path | None, typer.Option(help="A file of earlier results, to which these are added.")
    ] = None,
    every: Annotated[int, typer.Option(help="Ask every so manieth question only.", min=1)] = 1,
    docs: Annotated[
        Path | None, typer.Option(help="A folder for the table and the chart of all results.")
    ] = None,
) -> None:
    """Measure the whole job: question in, ten hits, all facets, snippets, as JSON."""
    settings = Settings()
    vocabulary = load_vocabulary(settings.vocabulary)
    language = load_language(settings.vocabulary, vocabulary)
    records, _ = read_records(settings.records, vocabulary)
    known = _read_results(results)
    for size in sizes or SIZES:
        entries = _make_entries(size, records, language)
        questions = read_questions()[::every]
        whoosh = size <= whoosh_up_to
        known[size] = _measure(entries, questions, language, with_whoosh=whoosh)
        if results:
            told = {str(key): asdict(value) for key, value in sorted(known.items())}
            results.write_text(json.dumps(told, indent=1))
    tell_results(dict(sorted(known.items())), docs)


def _read_results(path: Path | None) -> dict[int, Result]:
    if path is None or not path.exists():
        return {}
    read = json.loads(path.read_text("utf-8"))
    return {int(size): Result(**result) for size, result in read.items()}


def _make_entries(size: int, records: Sequence[TrialAction], language: Language) -> list[Entry]:
    if size <= len(records):
        return [to_entry(record, language) for record in records[:size]]
    made = Maker(records, language.vocabulary, language).make(size)
    shown = show_progress("records", made, size)
    return [to_entry(record, language) for record in shown]


def _measure(
    entries: Sequence[Entry], questions: Sequence[str], language: Language, *, with_whoosh: bool
) -> Result:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "index").mkdir()
        make = build if with_whoosh else build_without_whoosh
        with telling_progress("index") as tell:
            built = make(folder / "index", entries, language, tell=tell)
        jobs = _make_jobs(folder, built, entries)
        return Result.of(measure(jobs, questions), built, with_whoosh)


def _make_jobs(folder: Path, built: Built, entries: Sequence[Entry]) -> dict[str, Job]:
    # In the order of our own numbers, so that all engines' facets are counted alike.
    by_id = {entry.facts.id: entry for entry in entries}
    ordered = [by_id[id_] for id_ in built.snapshot.ids]
    counter = Counter.of(built.snapshot)
    full_text = FullText(folder / "fts5.sqlite", ordered, counter)
    jobs: dict[str, Job] = {"catalogue": catalogue(built.snapshot), "FTS5": full_text.answer}
    if find_spec("tantivy"):
        from scripts.benchmarking.tantivy_engine import Tantivy  # noqa: PLC0415

        (folder / "tantivy").mkdir()
        jobs["tantivy"] = Tantivy(folder / "tantivy", ordered).answer
    return jobs


def read_questions() -> list[str]:
    """Return the judged questions, without their answers."""
    paths = sorted(JUDGED.glob("*.json"))
    rows = [row for path in paths for row in json.loads(path.read_text("utf-8"))]
    return [row["query"] for row in rows]
