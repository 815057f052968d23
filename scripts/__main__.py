"""``python -m scripts COMMAND``: every chore of the catalogue by its name."""

import typer

from catalogue.errors import CatalogueError
from index.errors import IndexProblem
from scripts.evaluate import evaluate
from scripts.explain import explain
from scripts.importing import build_index, import_records
from scripts.propose_language import propose_language
from scripts.read_source import read_source
from scripts.records import check_records, export_records, format_records
from scripts.serve import serve
from scripts.show_record import show_record

COMMANDS = (
    serve,
    import_records,
    build_index,
    check_records,
    format_records,
    export_records,
    read_source,
    show_record,
    propose_language,
    evaluate,
    explain,
)


def make_cli() -> typer.Typer:
    """Return the command line with every command."""
    cli = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
    for command in COMMANDS:
        cli.command()(command)
    return cli


def main() -> None:
    """Run one command; what the library refuses is told in one line."""
    try:
        make_cli()()
    except (CatalogueError, IndexProblem) as error:
        typer.echo(f"error: {error}", err=True)
        raise SystemExit(1) from error


if __name__ == "__main__":
    main()
