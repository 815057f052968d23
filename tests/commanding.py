"""A command as its user types it, but in this process, which has imported already what it needs."""

import io
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass

import pytest

from scripts.__main__ import COMMANDS
from scripts.command_line import run

# Rich folds long lines at the width of the terminal.
WIDE = "200"


@dataclass(frozen=True)
class Told:
    """What a command told, and how it ended."""

    returncode: int
    stdout: str
    stderr: str


def command(environment: Mapping[str, str], *typed: object) -> Told:
    """Run one of the commands of ``python -m scripts`` in an environment."""
    out, problems = io.StringIO(), io.StringIO()
    with (
        pytest.MonkeyPatch.context() as patch,
        redirect_stdout(out),
        redirect_stderr(problems),
        pytest.raises(SystemExit) as ended,
    ):
        for name, value in {"COLUMNS": WIDE, **environment}.items():
            patch.setenv(name, value)
        patch.setattr(sys, "argv", ["scripts", *map(str, typed)])
        run(COMMANDS)
    code = ended.value.code
    assert isinstance(code, int)
    return Told(code, out.getvalue(), problems.getvalue())
