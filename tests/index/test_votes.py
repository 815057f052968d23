"""The votes of the keywords that have something in common with a question."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language import Language
from index.results import Request
from index.searching import search
from index.snapshot import Snapshot
from index.understanding import understand
from index.votes import Votes, list_votes
from tests.index.made_up_cards import make_cards


def share(votes: Votes) -> list[float]:
    shares: list[float] = votes.share(np.ones(len(votes.amounts), dtype=bool)).tolist()
    return shares


def test_a_keyword_votes_for_its_action_by_a_word_it_shares(language: Language) -> None:
    cards = make_cards({"a": (("kamp om magt",), (), ()), "b": (("ro",), (), ())}, language)

    assert share(cards.poll(["lang", "kamp"])) == [1.0, 0.0]


def test_more_keywords_of_a_kind_are_more_votes(language: Language) -> None:
    cards = make_cards({"a": (("kamp en", "kamp to"), (), ()), "b": (("kamp",), (), ())}, language)

    first, second = share(cards.poll(["kamp"]))

    assert first == 1.0
    assert 0 < second < 1


@pytest.mark.parametrize("words", [[], ["hvad"], ["zzzz"]])
def test_what_no_keyword_knows_is_not_known(snapshot: Snapshot, words: list[str]) -> None:
    assert snapshot.cards.poll(words).known == 0.0


def test_the_less_of_a_question_the_keywords_know_the_less_is_known(snapshot: Snapshot) -> None:
    whole, half = snapshot.cards.poll(["fravaer"]), snapshot.cards.poll(["fravaer", "zzzz"])

    assert whole.known == 1.0
    assert 0 < half.known < 0.5


def test_a_catalogue_without_keywords_has_no_votes(language: Language) -> None:
    cards = make_cards({"a": ((), (), ())}, language)

    assert share(cards.poll(["fravaer"])) == [0.0]


@given(words=st.lists(st.sampled_from(["fravaer", "elever", "ikke", "vil", "ppr", "zz"])))
def test_votes_are_shares(snapshot: Snapshot, words: list[str]) -> None:
    votes = snapshot.cards.poll(words)

    assert all(0 <= one <= 1 for one in share(votes))
    assert 0 <= votes.known <= 1


@given(words=st.lists(st.sampled_from(["fravaer", "elever", "samarbejde", "ppr", "zz"])))
def test_the_votes_are_the_sum_of_what_each_feature_votes(
    snapshot: Snapshot, words: list[str]
) -> None:
    votes = snapshot.cards.poll(words)

    for action, amount in enumerate(votes.amounts):
        told = list_votes(snapshot.cards.columns.votes, votes, action)
        assert max(0.0, sum(one for _, one in told)) == pytest.approx(amount)


# Whole questions as they are asked; the texts have few of their words.
QUESTIONS = [
    "hvordan undgår vi at børnene bliver væk?",
    "får vi for pengene?",
    "hvem griber barnet når det falder?",
    "tør lærerne lukke andre ind i timen?",
]


@pytest.mark.parametrize("q", QUESTIONS)
def test_every_hit_of_a_whole_question_says_where_it_is_found(snapshot: Snapshot, q: str) -> None:
    hits = search(snapshot, Request(q=q, page_size=100)).hits

    assert hits
    assert all(hit.matches for hit in hits)


@pytest.mark.parametrize("q", ["fravær", "elever med særlige behov"])
def test_asked_exactly_nothing_is_voted(snapshot: Snapshot, q: str) -> None:
    assert understand(snapshot, q).votes.amounts.any()
    assert not understand(snapshot, q, exact=True).votes.amounts.any()


def test_who_is_no_candidate_takes_no_share_of_the_votes(language: Language) -> None:
    keywords = {"a": (("kamp en", "kamp to"), (), ()), "b": (("kamp",), (), ())}
    votes = make_cards(keywords, language).poll(["kamp"])

    assert votes.share(np.array([False, True])).tolist() == [0.0, 1.0]
