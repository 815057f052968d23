"""Commands → a command line that tells in one line what the library refuses."""

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

import typer

from catalogue.errors import CatalogueError
from index.errors import IndexProblem
from scripts.starting import without_collecting

# Each command by its name, and the module whose function of that name it is.
Commands = Mapping[str, str]


def make_cli(commands: Commands, typed: Sequence[str]) -> typer.Typer:
    """Return the command line for what was typed: with that command or, in doubt, with every one.

    The others are left alone, since a start would have to wait for all that they import.
    """
    cli = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
    # Where there is only one, its name is typed all the same.
    cli.callback()(lambda: None)
    for name in typed[:1] if typed and typed[0] in commands else commands:
        module = import_module(commands[name])
        cli.command(name)(getattr(module, name.replace("-", "_")))
    return cli


def run(commands: Commands) -> None:
    """Run the command that was typed; end with 1 on what the library refuses."""
    with without_collecting():
        cli = make_cli(commands, sys.argv[1:])
    try:
        cli()
    except (CatalogueError, IndexProblem) as error:
        typer.echo(f"error: {error}", err=True)
        raise SystemExit(1) from error
