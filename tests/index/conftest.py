"""The real language and the index of the real records."""

from collections.abc import Callable

import pytest

from app.settings import DATA, Settings
from catalogue.importing import read_records
from catalogue.records import TrialAction
from catalogue.vocabulary import Vocabulary, load_vocabulary
from index.language import Language, load_language
from index.opening import open_index
from index.results import Request
from index.searching import search
from index.snapshot import Snapshot

Find = Callable[..., list[str]]


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary(DATA / "vocabulary")


@pytest.fixture(scope="session")
def language(settings: Settings, vocabulary: Vocabulary) -> Language:
    return load_language(DATA / "vocabulary", vocabulary, settings.kept_language)


@pytest.fixture(scope="session")
def records(vocabulary: Vocabulary) -> list[TrialAction]:
    found, problems = read_records(DATA / "records", vocabulary)
    assert not problems
    return found


@pytest.fixture(scope="session")
def snapshot(settings: Settings, language: Language) -> Snapshot:
    return open_index(settings.index, language)


@pytest.fixture(scope="session")
def find(snapshot: Snapshot) -> Find:
    def ids(q: str, **parameters: object) -> list[str]:
        request = Request(q=q, page_size=100, **parameters)  # type: ignore[arg-type]
        return [hit.id for hit in search(snapshot, request).hits]

    return ids
