"""Commands → a command line that tells in one line what the library refuses."""

from collections.abc import Callable, Iterable

import typer

from catalogue.errors import CatalogueError
from index.errors import IndexProblem


def make_cli(commands: Iterable[Callable[..., None]]) -> typer.Typer:
    """Return the command line with every command."""
    cli = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
    for command in commands:
        cli.command()(command)
    return cli


def run(commands: Iterable[Callable[..., None]]) -> None:
    """Run the command that was typed; end with 1 on what the library refuses."""
    try:
        make_cli(commands)()
    except (CatalogueError, IndexProblem) as error:
        typer.echo(f"error: {error}", err=True)
        raise SystemExit(1) from error
