"""The scores are those of the formula, reckoned document by document (``formula``)."""

import random

import pytest

from index.analysis import keys
from index.expanding import NOTHING
from index.passages import search_passages
from index.results import Request
from index.scoring import score_word
from index.searching import search
from index.snapshot import Snapshot
from tests.index.formula import Reference

QUESTIONS = [
    "fravær",
    "elever med skolefravær",
    "PPR samarbejde",
    "forældresamarbejde Aabenraa",
    "hvordan styrker vi fællesskabet i udskolingen",
    "co-teaching indskoling lærere pædagoger",
    '"faglig ledelse" trivsel',
    "svømmeundervisning",
    # Votes for what has no word of them.
    "inklusions vejleder",
    "forebyggelses værktøj",
    "overgangs team",
    # A common word beside one that only keywords have: it is not the whole question.
    "støtte trappemodel",
]


@pytest.fixture(scope="module")
def reference(snapshot: Snapshot) -> Reference:
    return Reference(snapshot)


@pytest.mark.parametrize("q", QUESTIONS)
def test_hits_and_scores_are_those_of_the_formula(
    snapshot: Snapshot, reference: Reference, q: str
) -> None:
    expected = reference.score_all(q)

    hits = search(snapshot, Request(q=q, page_size=100)).hits

    assert {hit.id for hit in hits} == set(expected)
    for hit in hits:
        assert hit.score == pytest.approx(expected[hit.id], abs=2e-4)


@pytest.mark.parametrize("seed", range(12))
def test_any_words_of_the_catalogue_together_are_scored_by_the_formula(
    snapshot: Snapshot, reference: Reference, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - reproducible, no secret
    words = [word for word in snapshot.terms if word.isalpha()]
    q = " ".join(chance.sample(words, 1 + seed % 4))

    hits = search(snapshot, Request(q=q, page_size=100)).hits

    assert {hit.id: hit.score for hit in hits} == pytest.approx(reference.score_all(q), abs=2e-4)


@pytest.mark.parametrize("q", [q for q in QUESTIONS if '"' not in q])
def test_the_same_question_gives_the_same_answer_whatever_was_asked_before(
    snapshot: Snapshot, q: str
) -> None:
    first = search(snapshot, Request(q=q))
    snapshot.kept.clear()

    assert search(snapshot, Request(q=q)) == first


def test_the_words_of_a_passage_are_all_found_in_it(snapshot: Snapshot) -> None:
    hits = search_passages(snapshot, Request(q="skolefravær", exact=True, page_size=100)).hits

    assert {hit.block for hit in hits} == {
        document.block
        for document in snapshot.documents
        if document.block and "skolefravaer" in keys(document.text)
    }


def test_what_stands_nowhere_finds_nothing(snapshot: Snapshot) -> None:
    scored = score_word(snapshot, NOTHING, ())

    assert (len(scored.actions), scored.in_blocks.documents.tolist()) == (0, [])
