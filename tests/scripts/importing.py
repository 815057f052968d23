"""An import in a process of its own, what it told, and whether it left the catalogue whole."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from catalogue.vocabulary import load_vocabulary
from index.language import load_language
from index.opening import open_index
from scripts.preparing import prepare
from tests.serving import ROOT, places_of
from tests.small import settings_in


def start(
    folder: Path,
    *command: str,
    before: Callable[[], None] | None = None,
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "scripts", *(command or ["import-records"])],
        cwd=ROOT,
        env=os.environ | places_of(settings_in(folder)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=before,  # noqa: PLW1509 - no thread runs yet
    )


def run(folder: Path, *, before: Callable[[], None] | None = None) -> tuple[int, str, str]:
    """Import; return exit code, what was told, and what was told of problems."""
    process = start(folder, before=before)
    out, problems = process.communicate(timeout=60)
    return process.returncode, out, problems


def assert_refused(result: tuple[int, str, str]) -> None:
    code, out, problems = result
    assert (code, out) == (1, "")
    assert problems.startswith("error: ")
    assert len(problems.splitlines()) == 1


def assert_whole(folder: Path) -> None:
    settings = settings_in(folder)
    language = load_language(settings.vocabulary, load_vocabulary(settings.vocabulary))
    names = {path.stem for path in settings.records.iterdir()}
    assert {fact.id for fact in open_index(settings.index, language).facts} == names
    preparation = prepare(settings)
    assert (preparation.records, preparation.built) == (3, False)
    assert len(preparation.report.unchanged) == 3
    assert len(preparation.guidance_report.unchanged) == 1
    guidance = open_index(settings.guidance_index, language).facts
    assert [fact.id for fact in guidance] == ["kommunale-vejledningsforloeb"]
