"""Fuzzing by hand: whatever comes in is read or refused by name, and nothing else is raised.

``python tests/fuzzing/fuzz.py records|source|questions [libFuzzer options]``, from the root, with
atheris installed; docs/operations.md tells what it found.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["app", "catalogue", "index", "yaml"]):
    from app.bad_parameters import BadParameters
    from app.current_index import CurrentIndex
    from app.parameters import Choices, SearchParameters, to_request
    from app.query_string import read_query_string
    from app.settings import DATA
    from catalogue.errors import InvalidFile, UnreadableSource
    from catalogue.files import format_record, parse_record
    from catalogue.importing import read_records
    from catalogue.reading.furniture import load_furniture
    from catalogue.reading.layout import find_actions
    from catalogue.vocabulary import load_vocabulary
    from index.documents import to_entry
    from index.indexing import build_index
    from index.language import load_language
    from index.searching import search

VOCABULARY = load_vocabulary(DATA / "vocabulary")
FURNITURE = load_furniture(DATA / "sources" / "furniture.yaml")
SOURCE = DATA / "sources" / "en-skole-der-kan-mere-for-flere.txt"


def read_record(data: bytes) -> None:
    """Read bytes as a record file; what is accepted must survive its own form."""
    try:
        record = parse_record(data.decode("utf-8", errors="replace"), VOCABULARY)
    except InvalidFile:
        return
    if parse_record(format_record(record), VOCABULARY) != record:
        raise AssertionError("the record is not what its own file says")


def read_source(data: bytes) -> None:
    """Read bytes as a received text."""
    try:
        find_actions(data.decode("utf-8", errors="replace"), FURNITURE, "source.txt")
    except UnreadableSource:
        return


def ask_question() -> Callable[[bytes], None]:
    """Return what asks the real index with bytes as a query string."""
    folder = Path(tempfile.mkdtemp())
    language = load_language(DATA / "vocabulary", VOCABULARY)
    records, _ = read_records(DATA / "records", VOCABULARY)
    entries = [to_entry(record, language) for record in records]
    build_index(folder, entries, language=language, catalogue_revision="fuzzing")
    index = CurrentIndex(folder, lambda: language)
    choices = Choices(VOCABULARY, index)

    def ask(data: bytes) -> None:
        try:
            parameters = read_query_string(SearchParameters, b"q=" + data, choices)
        except BadParameters:
            return
        search(index.get(), to_request(parameters))

    return ask


# For each target, what makes that which is done with bytes, and good ones to begin with.
Fuzzed = Callable[[bytes], None]
TARGETS: dict[str, tuple[Callable[[], Fuzzed], list[Path]]] = {
    "records": (lambda: read_record, [*(DATA / "records").glob("*.yaml")]),
    "source": (lambda: read_source, [SOURCE]),
    "questions": (ask_question, []),
}


def begin(target: str) -> Path:
    """Return a folder with the examples of a target."""
    folder = Path(tempfile.mkdtemp())
    for path in TARGETS[target][1]:
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


if __name__ == "__main__":
    name = sys.argv.pop(1)
    sys.argv.append(str(begin(name)))
    atheris.Setup(sys.argv, TARGETS[name][0]())
    atheris.Fuzz()
