"""``check-records``, ``format-records`` and ``export-records``: an editor's tools."""

from pathlib import Path
from typing import Annotated

import typer

from app.settings import Settings
from catalogue import storage
from catalogue.guidance.importing import GUIDANCE
from catalogue.guidance.proving import prove_all
from catalogue.importing import TRIAL_ACTIONS, find_form_problems, read_records
from catalogue.importing import export_records as write_records
from catalogue.usage import count_uses
from catalogue.vocabulary import load_vocabulary

Folder = Annotated[Path | None, typer.Argument(help="The folder of record files.")]


def check_records(folder: Folder = None) -> None:
    """Check every record file: fields, terms, ids, lines and form; of guidance each word too."""
    settings = Settings()
    vocabulary = load_vocabulary(settings.vocabulary)
    records, problems = read_records(folder or settings.records, vocabulary)
    problems += find_form_problems(folder or settings.records, vocabulary)
    count = len(records)
    if folder is None:
        guidance, guidance_problems = GUIDANCE.read_folder(settings.guidance, vocabulary)
        problems += guidance_problems
        problems += GUIDANCE.find_form_problems(settings.guidance, vocabulary)
        problems += prove_all(guidance, settings.sources)
        count += len(guidance)
    for problem in problems:
        typer.echo(str(problem), err=True)
    typer.echo(f"{count} records read, {len(problems)} problems")
    raise typer.Exit(1 if problems else 0)


def format_records(folder: Folder = None) -> None:
    """Write every valid record file in its canonical form."""
    settings = Settings()
    vocabulary = load_vocabulary(settings.vocabulary)
    count, problems = TRIAL_ACTIONS.rewrite(folder or settings.records, vocabulary)
    if folder is None:
        more, more_problems = GUIDANCE.rewrite(settings.guidance, vocabulary)
        count, problems = count + more, problems + more_problems
    for problem in problems:
        typer.echo(f"left alone: {problem}", err=True)
    typer.echo(f"{count} records written")
    raise typer.Exit(1 if problems else 0)


def report_vocabulary() -> None:
    """Show how many records use each term of each vocabulary; a term nobody uses has 0."""
    settings = Settings()
    vocabulary = load_vocabulary(settings.vocabulary)
    records, _ = read_records(settings.records, vocabulary)
    guidance, _ = GUIDANCE.read_folder(settings.guidance, vocabulary)
    for name, uses in count_uses(records, vocabulary, guidance=guidance).items():
        typer.echo(name)
        for term, count in uses.items():
            typer.echo(f"  {count:4} {term}")


def export_records(folder: Annotated[Path, typer.Argument(help="Where to write.")]) -> None:
    """Write the file of every record into FOLDER, those of guidance into FOLDER/guidance."""
    engine = storage.open_database(Settings().database)
    with storage.open_session(engine) as session:
        count = write_records(session, folder)
        guidance = GUIDANCE.export(session, folder / "guidance")
    typer.echo(f"{count} records and {guidance} guidance texts written to {folder}")
