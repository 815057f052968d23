"""``show-record``: one record beside its source lines, for a person to check in three minutes."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from app.settings import Settings
from catalogue.errors import UnknownTrialAction
from catalogue.files import read_record
from catalogue.reading.comparison import Comparison, Run, compare, to_html
from catalogue.reading.corrections import load_corrections
from catalogue.reading.furniture import load_furniture
from catalogue.reading.proving import Proof
from catalogue.reading.sources import open_source
from catalogue.records import TrialAction
from catalogue.vocabulary import Vocabulary, load_vocabulary


def show_record(
    record_id: Annotated[str, typer.Argument(metavar="ID", help="The id of the record.")],
    html: Annotated[Path | None, typer.Option(help="Write a page instead.")] = None,
) -> None:
    """Show record ID beside its source, every changed letter marked."""
    settings = Settings()
    vocabulary = load_vocabulary(settings.vocabulary)
    path = settings.records / f"{record_id}.yaml"
    if not path.is_file():
        raise UnknownTrialAction(record_id)
    record = read_record(path, vocabulary)
    comparisons = _compare(record, vocabulary, settings.sources)
    if html:
        html.write_text(to_html(record.title, comparisons), encoding="utf-8")
    else:
        Console().print(_to_table(record.title, comparisons))


def _compare(record: TrialAction, vocabulary: Vocabulary, sources: Path) -> list[Comparison]:
    corrections = load_corrections(sources / "corrections.yaml").get(record.source.id, [])
    proof = Proof(
        file=f"{record.source.id}.txt",
        text=open_source(sources / f"{record.source.id}.txt"),
        records=[record],
        corrections=[],
        furniture=load_furniture(sources / "furniture.yaml"),
        vocabulary=vocabulary,
    )
    return [compare(passage, corrections) for passage in proof.passages()]


def _to_table(title: str, comparisons: Iterable[Comparison]) -> Table:
    table = Table("source", "record", title=title, show_lines=True)
    for one in comparisons:
        printed = Text("\n").join(
            Text(f"{number:>5} ", "dim") + _to_text(runs, "red") for number, runs in one.printed
        )
        restored = Text(f"{one.name}\n", "dim") + _to_text(one.restored, "bold green underline")
        for fix in one.corrections:
            restored += Text(f"\n{fix.line}: {fix.raw} → {fix.restored} ({fix.reason})", "yellow")
        table.add_row(printed, restored)
    return table


def _to_text(runs: Iterable[Run], style: str) -> Text:
    return Text.assemble(*((run.text, style if run.changed else "") for run in runs))
