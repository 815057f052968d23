"""An index of another collection than the trial actions, which knows less of its records."""

from pathlib import Path

import pytest

from index.documents import Document, Entry, Facts
from index.indexing import build_index
from index.language import Language
from index.opening import open_index
from index.passages import search_passages
from index.results import Request
from index.searching import search
from index.snapshot import Snapshot


def to_guidance(id_: str, title: str, *texts: str) -> Entry:
    blocks = (
        Document(id_, "text", text, block=f"{id_}#text-{number}")
        for number, text in enumerate(texts, 1)
    )
    return Entry(Facts(id_, title), (Document(id_, "title", title), *blocks))


@pytest.fixture(scope="module")
def guidance(tmp_path_factory: pytest.TempPathFactory, language: Language) -> Snapshot:
    folder: Path = tmp_path_factory.mktemp("guidance")
    entries = [
        to_guidance("a", "Om fravær", "Elever med skolefravær har brug for en plan."),
        to_guidance("b", "Om trivsel", "Trivsel måles hvert år.", "Planen følges op."),
    ]
    build_index(folder, entries, language=language, catalogue_revision="guidance")
    return open_index(folder, language)


def test_a_collection_without_places_and_themes_is_searched_as_any_other(
    guidance: Snapshot,
) -> None:
    results = search(guidance, Request(q="skolefravær"))

    assert [hit.id for hit in results.hits] == ["a"]
    assert not [value for values in results.facets.values() for value in values if value.count]


def test_its_blocks_are_passages(guidance: Snapshot) -> None:
    hits = search_passages(guidance, Request(q="planen")).hits

    assert {hit.block for hit in hits} == {"a#text-1", "b#text-2"}


def test_without_a_question_it_is_listed_by_title(guidance: Snapshot) -> None:
    assert [hit.id for hit in search(guidance, Request()).hits] == ["a", "b"]
