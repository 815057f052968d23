"""``import-records`` and ``build-index``: record files → database → index."""

import typer

from app.settings import Settings
from catalogue.collection import ImportReport
from scripts.preparing import Preparation, prepare


def import_records() -> None:
    """Bring database and index up to date with the record files."""
    _tell_honestly(prepare(Settings()))


def build_index() -> None:
    """Import the record files and build the index anew, even where it is up to date."""
    _tell_honestly(prepare(Settings(), rebuild=True))


def _tell_honestly(preparation: Preparation) -> None:
    tell(preparation)
    raise typer.Exit(1 if preparation.problems else 0)


def tell(preparation: Preparation) -> None:
    """Print what a preparation changed, and to standard error what it refused."""
    for problem in preparation.problems:
        typer.echo(f"not imported: {problem}", err=True)
    if preparation.guidance or preparation.guidance_report.changes():
        typer.echo(f"{preparation.guidance} guidance texts: {_sum_up(preparation.guidance_report)}")
    built = "built" if preparation.built else "up to date"
    typer.echo(f"{preparation.records} trial actions: {_sum_up(preparation.report)}; index {built}")


def _sum_up(report: ImportReport) -> str:
    counts = (len(report.added), len(report.changed), len(report.removed))
    return "{} added, {} changed, {} removed".format(*counts)
