"""What the tests of reading share: the real dictionary, loaded once, and the real source."""

from collections.abc import Callable
from pathlib import Path

import pytest

from catalogue.importing import read_records
from catalogue.reading.corrections import Correction, load_corrections
from catalogue.reading.dictionary import Dictionary, load_dictionary
from catalogue.reading.drafting import Draft, Reader
from catalogue.reading.furniture import Furniture, load_furniture
from catalogue.reading.letters import Restorer
from catalogue.reading.words import Word, print_words
from catalogue.records import TrialAction
from catalogue.vocabulary import Vocabulary

SOURCES = Path(__file__).parents[3] / "data" / "sources"
SOURCE = "en-skole-der-kan-mere-for-flere"

Restore = Callable[..., list[Word]]


@pytest.fixture(scope="session")
def dictionary() -> Dictionary:
    return load_dictionary()


@pytest.fixture(scope="session")
def furniture() -> list[Furniture]:
    return load_furniture(SOURCES / "furniture.yaml")


@pytest.fixture(scope="session")
def corrections() -> list[Correction]:
    return load_corrections(SOURCES / "corrections.yaml")[SOURCE]


@pytest.fixture(scope="session")
def source_text() -> str:
    return (SOURCES / f"{SOURCE}.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def records(records_folder: Path, vocabulary: Vocabulary) -> list[TrialAction]:
    records, problems = read_records(records_folder, vocabulary)
    assert problems == []
    return [record for record in records if record.source.id == SOURCE]


@pytest.fixture(scope="session")
def reader(dictionary: Dictionary, vocabulary: Vocabulary, furniture: list[Furniture]) -> Reader:
    return Reader(dictionary, vocabulary, furniture)


@pytest.fixture(scope="session")
def drafts(reader: Reader, source_text: str) -> list[Draft]:
    return reader.read(source_text, SOURCE)


@pytest.fixture(scope="session")
def restore(dictionary: Dictionary) -> Restore:
    """Restore a text; ``elsewhere`` is what else the source says."""

    def restore(text: str, elsewhere: str = "") -> list[Word]:
        words = print_words(enumerate(text.split("\n"), start=1))
        seen = print_words(enumerate(elsewhere.split("\n"), start=1))
        return Restorer(dictionary, [*words, *seen]).restore(words)

    return restore
