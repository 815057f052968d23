"""How well the reader does on the real source, measured against the reviewed records."""

import pytest

from catalogue.reading.accounting import find_unaccounted
from catalogue.reading.drafting import Draft
from catalogue.reading.scoring import Score, score_drafts
from catalogue.records import TrialAction


@pytest.fixture(scope="module")
def score(drafts: list[Draft], records: list[TrialAction]) -> Score:
    return score_drafts(drafts, records)


def test_every_reviewed_action_is_found_at_its_lines(
    drafts: list[Draft], records: list[TrialAction]
) -> None:
    assert {tuple(draft.fields["source"]["lines"]) for draft in drafts} == {
        record.source.lines for record in records
    }


def test_the_municipality_of_every_action_is_known(
    drafts: list[Draft], records: list[TrialAction]
) -> None:
    by_lines = {record.source.lines: record.municipality for record in records}

    for draft in drafts:
        assert draft.fields["municipality"] == by_lines[tuple(draft.fields["source"]["lines"])]


def test_ninety_nine_words_of_a_hundred_are_right_without_a_person(score: Score) -> None:
    assert score.words_right / score.words > 0.99


def test_ninety_nine_blocks_of_a_hundred_are_right_without_a_person(score: Score) -> None:
    assert score.blocks_right / score.blocks > 0.99


def test_few_wrong_words_are_not_among_the_doubts(score: Score) -> None:
    assert len(score.unlisted) < 20


def test_a_person_need_not_look_at_more_than_one_word_of_thirty(drafts: list[Draft]) -> None:
    words = sum(len(draft.words) for draft in drafts)

    assert sum(len(draft.doubts) for draft in drafts) < words / 30


def test_without_a_doubt_the_reader_changes_nothing_that_the_table_does_not_explain(
    drafts: list[Draft],
) -> None:
    unexplained = [
        word
        for draft in drafts
        for word in draft.words
        if not word.doubt
        and find_unaccounted(word.text, list(enumerate(word.raw.split("\n"), start=1)))
    ]

    assert unexplained == []
