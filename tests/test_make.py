"""What ``make`` leaves behind when it cannot set itself up."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAKE = shutil.which("make") or "/usr/bin/make"
# As Debian's without python3-venv: the interpreter is there before pip turns out to be missing.
WITHOUT_VENV = """\
#!/bin/sh
[ "$2" = venv ] || exit 0
mkdir -p "$3/bin" && touch "$3/bin/python"
exit 1
"""


@pytest.mark.parametrize(
    ("target", "folder"), [(".venv/serve", ".venv"), (".venv-client/ready", ".venv-client")]
)
def test_an_environment_that_cannot_be_made_is_said_so_and_left_in_no_part(
    tmp_path: Path, target: str, folder: str
) -> None:
    (tmp_path / "requirements.txt").touch()
    (tmp_path / "requirements-client.txt").touch()
    python = tmp_path / "python"
    python.write_text(WITHOUT_VENV)
    python.chmod(0o700)

    done = subprocess.run(
        [MAKE, "-f", ROOT / "Makefile", f"PYTHON={python}", target],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode != 0
    assert "apt install python3-venv" in done.stderr
    assert not (tmp_path / folder).exists()
