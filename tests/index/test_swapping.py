"""Searches while the index is rebuilt under them see one catalogue or the other, whole."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from catalogue.records import TrialAction
from index.documents import to_entry
from index.indexing import build_index
from index.language import Language
from index.opening import open_index
from index.results import Request
from index.searching import search
from index.snapshot import Snapshot

# By hand: SWAPS=1000 pytest tests/index/test_swapping.py
SWAPS = int(os.environ.get("SWAPS", "200"))
READERS = 2
# How often a reader asks everything before it opens the index anew.
ROUNDS = 12
LEAST_SEARCHES = 10 * SWAPS
QUESTIONS = ("", "elever", "trivsel", "samarbejde med forældre")

Catalogues = tuple[list[TrialAction], list[TrialAction]]
Answer = tuple[str, list[tuple[str, float]], int]


@pytest.fixture(scope="module")
def catalogues(records: list[TrialAction]) -> Catalogues:
    return records[:1], records[1:2]


def answer(snapshot: Snapshot, question: str) -> Answer:
    results = search(snapshot, Request(q=question))
    return question, [(hit.id, hit.score) for hit in results.hits], results.total


def build(folder: Path, records: list[TrialAction], language: Language, revision: str) -> None:
    entries = [to_entry(record, language) for record in records]
    build_index(folder, entries, language=language, catalogue_revision=revision)


@pytest.fixture(scope="module")
def right(
    tmp_path_factory: pytest.TempPathFactory, catalogues: Catalogues, language: Language
) -> dict[str, list[Answer]]:
    """What each of the two catalogues answers while nothing changes."""
    answers = {}
    for number, records in enumerate(catalogues):
        folder = tmp_path_factory.mktemp("alone")
        build(folder, records, language, str(number))
        snapshot = open_index(folder, language)
        answers[str(number)] = [answer(snapshot, question) for question in QUESTIONS]
    return answers


@contextmanager
def swapping(folder: Path, catalogues: Catalogues, language: Language) -> Iterator[Event]:
    """Put one catalogue in place of the other again and again; give what tells the end."""
    ended = Event()

    def swap() -> None:
        try:
            for number in range(SWAPS):
                build(folder, catalogues[number % 2], language, str(number % 2))
        finally:
            ended.set()

    builder = Thread(target=swap)
    builder.start()
    try:
        yield ended
    finally:
        builder.join()


@pytest.mark.long
def test_every_search_during_hundreds_of_swaps_sees_one_catalogue_whole(
    tmp_path: Path, catalogues: Catalogues, language: Language, right: dict[str, list[Answer]]
) -> None:
    build(tmp_path, catalogues[0], language, "0")

    def read(ended: Event) -> tuple[list[str], list[list[Answer]]]:
        seen: list[str] = []
        wrong: list[list[Answer]] = []
        # A pause, so that the builder gets on.
        while not ended.wait(0.2):
            snapshot = open_index(tmp_path, language)
            for _ in range(ROUNDS):
                answers = [answer(snapshot, question) for question in QUESTIONS]
                seen += [snapshot.catalogue_revision] * len(QUESTIONS)
                if answers != right[snapshot.catalogue_revision]:
                    wrong.append(answers)
        return seen, wrong

    with swapping(tmp_path, catalogues, language) as ended, ThreadPoolExecutor(READERS) as readers:
        read_by = list(readers.map(read, [ended] * READERS))

    assert [wrong for _, wrong in read_by] == [[]] * READERS
    seen = [revision for revisions, _ in read_by for revision in revisions]
    assert len(seen) > LEAST_SEARCHES
    assert set(seen) == {"0", "1"}
