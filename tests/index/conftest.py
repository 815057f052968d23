"""The real language and an index of the real records, built once for all tests."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.settings import DATA
from catalogue.importing import read_records
from catalogue.records import TrialAction
from catalogue.vocabulary import Vocabulary, load_vocabulary
from index.documents import to_entry
from index.indexing import build_index
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
def language(vocabulary: Vocabulary) -> Language:
    return load_language(DATA / "vocabulary", vocabulary)


@pytest.fixture(scope="session")
def records(vocabulary: Vocabulary) -> list[TrialAction]:
    found, problems = read_records(DATA / "records", vocabulary)
    assert not problems
    return found


@pytest.fixture(scope="session")
def snapshot(
    tmp_path_factory: pytest.TempPathFactory, records: list[TrialAction], language: Language
) -> Snapshot:
    folder: Path = tmp_path_factory.mktemp("index")
    entries = [to_entry(record, language) for record in records]
    build_index(folder, entries, language=language, catalogue_revision="test")
    return open_index(folder, language)


@pytest.fixture(scope="session")
def find(snapshot: Snapshot) -> Find:
    def ids(q: str, **parameters: object) -> list[str]:
        request = Request(q=q, page_size=100, **parameters)  # type: ignore[arg-type]
        return [hit.id for hit in search(snapshot, request).hits]

    return ids
