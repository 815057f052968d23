"""Where nothing can be written it is told in one line, and the next start is right."""

import ctypes
import os
import resource
import shutil
from functools import partial
from pathlib import Path

import pytest

from catalogue.vocabulary import load_vocabulary
from index.language import load_language
from index.opening import open_index
from scripts.preparing import prepare
from tests.scripts.importing import assert_refused, assert_whole, run, start
from tests.small import settings_in

UP_TO_DATE = (
    "1 guidance texts: 0 added, 0 changed, 0 removed\n"
    "3 trial actions: 0 added, 0 changed, 0 removed; index up to date\n"
)
DROP_FROM_BOUNDS = 24


def obey_permissions() -> None:
    # Root may write anywhere, unless it gives that up: CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH.
    for capability in (1, 2):
        ctypes.CDLL(None).prctl(DROP_FROM_BOUNDS, capability, 0, 0, 0)


def test_a_read_only_folder_is_refused_in_one_line(own: Path) -> None:
    for folder, _, names in os.walk(own / "build"):
        for name in names:
            (Path(folder) / name).chmod(0o400)
        Path(folder).chmod(0o500)
    try:
        assert_refused(run(own, before=obey_permissions))
    finally:
        for folder, _, names in os.walk(own / "build"):
            Path(folder).chmod(0o700)
            for name in names:
                (Path(folder) / name).chmod(0o600)
    assert_whole(own)


@pytest.mark.parametrize("size", [0, 40_000])
def test_a_full_disk_is_refused_in_one_line_and_the_next_run_succeeds(own: Path, size: int) -> None:
    shutil.rmtree(own / "build")
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size))

    assert_refused(run(own, before=limit))

    assert run(own)[0] == 0
    assert_whole(own)


def test_a_disk_that_fills_during_an_import_leaves_an_index_that_is_whole(own: Path) -> None:
    settings = settings_in(own)
    language = load_language(settings.vocabulary, load_vocabulary(settings.vocabulary))
    before = {fact.id for fact in open_index(settings.index, language).facts}
    min(settings.records.iterdir()).unlink()

    assert_refused(
        run(own, before=partial(resource.setrlimit, resource.RLIMIT_FSIZE, (1_000,) * 2))
    )

    assert {fact.id for fact in open_index(settings.index, language).facts} == before
    assert prepare(settings).records == 2


def test_two_that_start_at_once_on_one_folder_both_serve_the_whole_catalogue(own: Path) -> None:
    shutil.rmtree(own / "build")
    processes = [start(own) for _ in range(2)]

    told = [process.communicate(timeout=60) for process in processes]

    assert [process.returncode for process in processes] == [0, 0]
    assert sorted(out for out, _ in told)[0] == UP_TO_DATE
    assert_whole(own)
