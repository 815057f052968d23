"""A start where nothing has changed does no more than it must."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index import language
from scripts.preparing import prepare
from tests.small import make_small

ONLY_FOR_A_BUILD = ("load_keywords", "load_subjects")


def test_what_only_a_build_needs_is_read_for_a_build_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def noted(name: str) -> Callable[..., object]:
        load: Callable[..., object] = getattr(language, name)

        def note(*given: object) -> object:
            read.append(name)
            return load(*given)

        return note

    for name in ONLY_FOR_A_BUILD:
        monkeypatch.setattr(language, name, noted(name))
    settings = make_small(tmp_path)

    assert prepare(settings).built
    assert sorted(read) == sorted(ONLY_FOR_A_BUILD)
    read.clear()
    assert not prepare(settings).built
    assert read == []
