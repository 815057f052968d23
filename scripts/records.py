"""``check-records``, ``format-records`` and ``export-records``: an editor's tools."""

from pathlib import Path
from typing import Annotated

import typer

from app.settings import Settings
from catalogue import storage
from catalogue.files import format_record
from catalogue.importing import export_records as write_records
from catalogue.importing import find_form_problems, read_records
from catalogue.usage import count_uses
from catalogue.vocabulary import load_vocabulary

Folder = Annotated[Path | None, typer.Argument(help="The folder of record files.")]


def check_records(folder: Folder = None) -> None:
    """Check every record file: fields, terms, ids, lines and form."""
    settings = Settings()
    folder = folder or settings.records
    vocabulary = load_vocabulary(settings.vocabulary)
    records, problems = read_records(folder, vocabulary)
    problems += find_form_problems(folder, vocabulary)
    for problem in problems:
        typer.echo(str(problem), err=True)
    typer.echo(f"{len(records)} records read, {len(problems)} problems")
    raise typer.Exit(1 if problems else 0)


def format_records(folder: Folder = None) -> None:
    """Write every valid record file in its canonical form."""
    settings = Settings()
    folder = folder or settings.records
    records, problems = read_records(folder, load_vocabulary(settings.vocabulary))
    for record in records:
        (folder / f"{record.id}.yaml").write_text(format_record(record), encoding="utf-8")
    for problem in problems:
        typer.echo(f"left alone: {problem}", err=True)
    typer.echo(f"{len(records)} records written")
    raise typer.Exit(1 if problems else 0)


def report_vocabulary() -> None:
    """Show how many records use each term of each vocabulary; a term nobody uses has 0."""
    settings = Settings()
    vocabulary = load_vocabulary(settings.vocabulary)
    records, _ = read_records(settings.records, vocabulary)
    for name, uses in count_uses(records, vocabulary).items():
        typer.echo(name)
        for term, count in uses.items():
            typer.echo(f"  {count:4} {term}")


def export_records(folder: Annotated[Path, typer.Argument(help="Where to write.")]) -> None:
    """Write the file of every record in the database into FOLDER."""
    engine = storage.open_database(Settings().database)
    with storage.open_session(engine) as session:
        count = write_records(session, folder)
    typer.echo(f"{count} records written to {folder}")
