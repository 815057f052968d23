"""Where the wanted words stand in the texts of an index."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.records import TrialAction
from index.analysis import keys, normalize
from index.card_columns import make_cards
from index.columns import Weights
from index.documents import Document, Entry, Facts
from index.language import Language
from index.marking import Found, Mark, find_marks
from index.merging import merge
from index.snapshot import Snapshot
from scripts.benchmarking.building import columns_of

# A soft hyphen, and an o with its stroke's ring apart, as some programs write them.
SOFT = "\u00ad"
APART = "a\u030a"


def index(language: Language, *texts: str) -> Snapshot:
    """Return an index of one record whose documents have these texts."""
    documents = [
        Document("a", "problem", text, block=f"a#{number}") for number, text in enumerate(texts)
    ]
    return index_documents(language, *documents)


def index_documents(language: Language, *documents: Document) -> Snapshot:
    volume = columns_of([Entry(Facts("a", "Titel"), documents)], language)
    columns = merge([volume], make_cards(("a",), language), language)
    return Snapshot("made-up", "made-up", "made-up", columns, language)


def wanting(snapshot: Snapshot, weights: dict[str, float]) -> Weights:
    table = np.zeros(len(snapshot.terms))
    for word, weight in weights.items():
        table[snapshot.words[word]] = weight
    return table


def marked(snapshot: Snapshot, weights: dict[str, float]) -> list[list[str]]:
    """Return what is marked in each document."""
    texts = np.arange(len(snapshot.documents))
    found = find_marks(snapshot.columns.documents.said, texts, wanting(snapshot, weights))
    return [
        [snapshot.documents[number].text[mark.start : mark.end] for mark in marks]
        for number, (marks, _) in enumerate(found)
    ]


def test_the_wanted_words_of_each_text_are_marked_as_printed_and_in_order(
    language: Language,
) -> None:
    snapshot = index(language, "Skole-fravær og TRIVSEL", "Ro", "Trivsel, mere trivsel")

    assert marked(snapshot, {"trivsel": 1.0, "skolefravaer": 0.5}) == [
        ["Skole-fravær", "TRIVSEL"],
        [],
        ["Trivsel", "trivsel"],
    ]


def test_a_mark_tells_the_number_of_its_word(language: Language) -> None:
    snapshot = index(language, "Mere ro")
    said = snapshot.columns.documents.said

    assert find_marks(said, np.array([0]), wanting(snapshot, {"ro": 0.2})) == [
        Found([Mark(5, 7, snapshot.words["ro"])], [])
    ]


@pytest.mark.parametrize(
    ("weights", "stretches"),
    [
        ({"bekymre fravaer": 0.6, "fravaer": 1.0}, ["fravær"]),
        ({"bekymre fravaer": 0.6, "fravaer": 0.6}, ["fravær"]),
        ({"bekymre fravaer": 1.0, "fravaer": 0.6}, ["bekymrende fravær"]),
        ({"bekymre fravaer": 1.0}, ["bekymrende fravær"]),
        (
            {"bekymre fravaer": 0.6, "fravaer": 1.0, "bekymrende": 0.1},
            ["bekymrende", "fravær"],
        ),
        (
            {"bekymre fravaer": 1.0, "fravaer": 0.6, "elever": 0.1, "falder": 0.1},
            ["Elever", "bekymrende fravær", "falder"],
        ),
    ],
)
def test_a_term_is_marked_whole_unless_a_word_in_it_is_wanted_as_much(
    language: Language, weights: dict[str, float], stretches: list[str]
) -> None:
    snapshot = index(language, "Elever med bekymrende fravær falder.")

    assert marked(snapshot, weights) == [stretches]


def test_a_term_at_the_end_of_a_text_does_not_reach_into_the_next(language: Language) -> None:
    snapshot = index(language, "Om bekymrende fravær", "Fravær")

    assert marked(snapshot, {"bekymre fravaer": 1.0, "fravaer": 0.5}) == [
        ["bekymrende fravær"],
        ["Fravær"],
    ]


def test_what_marks_a_document_but_stands_nowhere_in_it_is_not_marked(language: Language) -> None:
    snapshot = index_documents(
        language,
        Document("a", "theme", "Trivsel", theme="trivsel"),
        Document("a", "subject", "skolefravær", concepts=("fravaer",)),
    )

    said = snapshot.columns.documents.said

    found = find_marks(said, np.arange(2), wanting(snapshot, {"#trivsel": 1.0, "$fravaer": 0.5}))

    assert found == [
        Found([], [snapshot.words["#trivsel"]]),
        Found([], [snapshot.words["$fravaer"]]),
    ]


def test_of_no_texts_there_are_no_marks(language: Language) -> None:
    snapshot = index(language, "Ro")
    said = snapshot.columns.documents.said

    assert find_marks(said, np.zeros(0, dtype=np.int32), wanting(snapshot, {"ro": 1.0})) == []


def test_a_text_is_stored_in_the_form_in_which_its_words_were_found(language: Language) -> None:
    snapshot = index(language, f"{SOFT}Skole{SOFT}frav{APART}r og {APART}r")

    assert snapshot.documents[0].text == "Skolefravår og år"
    assert marked(snapshot, {"aar": 1.0}) == [["år"]]


@given(texts=st.lists(st.text(st.characters(codec="utf-8"), max_size=60), min_size=1, max_size=5))
def test_every_word_of_a_text_stands_where_it_is_said_to_stand(
    texts: list[str], language: Language
) -> None:
    snapshot = index(language, *texts)

    everything = dict.fromkeys((key for text in texts for key in keys(text)), 1.0)
    for text, stretches in zip(texts, marked(snapshot, everything), strict=True):
        assert [key for one in stretches for key in keys(one)] == keys(text)
        assert all(one in normalize(text) for one in stretches)


def test_terms_of_several_words_stand_in_the_real_texts(
    records: list[TrialAction], snapshot: Snapshot
) -> None:
    terms = {word: 1.0 for word in snapshot.terms if " " in word}

    assert sum(map(len, marked(snapshot, terms))) > len(records)
