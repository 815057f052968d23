"""A small catalogue with its database and index, for tests that spoil it."""

import shutil
from pathlib import Path

import pytest

from app.settings import DATA
from scripts.preparing import prepare
from tests.small import make_small, settings_in


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three records with their database and index."""
    folder = tmp_path_factory.mktemp("prepared")
    make_small(folder)
    (folder / "guidance").mkdir()
    shutil.copy(DATA / "guidance" / "kommunale-vejledningsforloeb.yaml", folder / "guidance")
    prepare(settings_in(folder))
    return folder


@pytest.fixture
def own(prepared: Path, tmp_path: Path) -> Path:
    """A copy that a test may spoil."""
    return Path(shutil.copytree(prepared, tmp_path / "own"))
