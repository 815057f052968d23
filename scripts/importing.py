"""``import-records`` and ``build-index``: record files → database → index."""

import typer

from app.settings import Settings
from scripts.preparing import Preparation, prepare


def import_records() -> None:
    """Bring database and index up to date with the record files."""
    preparation = prepare(Settings())
    tell(preparation)
    raise typer.Exit(1 if preparation.report.problems else 0)


def build_index() -> None:
    """Import the record files and build the index anew, even where it is up to date."""
    preparation = prepare(Settings(), rebuild=True)
    tell(preparation)
    raise typer.Exit(1 if preparation.report.problems else 0)


def tell(preparation: Preparation) -> None:
    """Print what a preparation changed, and to standard error what it refused."""
    report = preparation.report
    for problem in report.problems:
        typer.echo(f"not imported: {problem}", err=True)
    typer.echo(
        f"{preparation.records} trial actions: {len(report.added)} added, "
        f"{len(report.changed)} changed, {len(report.removed)} removed; "
        f"index {'built' if preparation.built else 'up to date'}"
    )
