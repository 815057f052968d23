"""What the graded keywords teach of each word, beside the ridge as a textbook solves it."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import learning
from index.analysis import keys
from index.columns import Weights
from index.features import list_features, read_phrase
from index.language import Language
from index.learning import Ranks, learn_votes
from index.snapshot import Snapshot
from index.votes import VoteColumns
from index.weights import LEAST_VOTE, RIDGE, VOTE_DEGREES

WORDS = ("fravaer", "uro", "ppr", "skolefravaer", "ikke", "klasse")
KEYWORDS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=4),
        st.dictionaries(st.integers(0, 1), st.integers(0, 2)),
    ),
    min_size=1,
    max_size=8,
)


Keywords = Sequence[tuple[list[str], Ranks]]


def learn(keywords: Keywords, language: Language) -> VoteColumns:
    return learn_votes(
        [(read_phrase(words, language), ranks) for words, ranks in keywords], 2, language
    )


def tell(columns: VoteColumns, feature: str) -> list[float]:
    """Return what a feature says of both trial actions."""
    amounts, place = np.zeros(2), columns.features.places[feature]
    first, last = columns.actions.offsets[place : place + 2]
    amounts[columns.actions.values[first:last]] = columns.amounts[first:last]
    return [float(amount) for amount in amounts]


def solve(keywords: Keywords, columns: VoteColumns, language: Language) -> Weights:
    """Return what every feature says, by the normal equations."""
    rows = np.zeros((len(keywords), len(columns.features)))
    wanted = np.zeros((len(keywords), 2))
    for number, (words, ranks) in enumerate(keywords):
        for name, weight in list_features(read_phrase(words, language), language).items():
            if name in columns.features.places:
                rows[number, columns.features.places[name]] = weight
        for action, rank in ranks.items():
            wanted[number, action] = VOTE_DEGREES[rank]
    rows *= columns.importances
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    rows /= np.where(lengths > 0, lengths, 1.0)
    ridge = RIDGE**2 * np.eye(rows.shape[1])
    solved = np.linalg.solve(rows.T @ rows + ridge, rows.T @ wanted)
    return np.asarray(solved * columns.importances[:, np.newaxis])


@given(keywords=KEYWORDS)
def test_what_is_learned_is_the_ridge_of_all_degrees(
    language: Language, keywords: Keywords
) -> None:
    columns = learn(keywords, language)

    expected = solve(keywords, columns, language)

    for feature, amounts in zip(columns.features, expected, strict=True):
        # Learned well enough, and what is next to nothing is left out.
        assert tell(columns, feature) == pytest.approx(amounts, abs=LEAST_VOTE + 0.02)


def test_nearer_to_the_ridge_it_is_the_ridge_of_real_keywords_too(
    language: Language, snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning, "LEARNED_TO", 1e-10)
    monkeypatch.setattr(learning, "LEAST_VOTE", 0.0)
    cards = snapshot.cards.columns
    keywords = [
        (keys(cards.texts[number]), dict.fromkeys(cards.actions[number].tolist()[:2], 0))
        for number in range(0, len(cards.texts), 40)
    ]
    some = [(words, {one % 2: rank for one, rank in ranks.items()}) for words, ranks in keywords]

    columns = learn(some, language)

    told = np.array([tell(columns, feature) for feature in columns.features])
    assert len(told) > 500
    assert told == pytest.approx(solve(some, columns, language), abs=1e-6)


def test_what_is_hardly_said_is_not_kept(language: Language, snapshot: Snapshot) -> None:
    assert np.abs(snapshot.cards.columns.votes.amounts).min() >= LEAST_VOTE


def test_a_trial_action_that_no_keyword_is_for_is_learned_nothing_of(language: Language) -> None:
    columns = learn([(["uro"], {0: 0}), (["fravaer"], {})], language)

    assert set(columns.actions.values.tolist()) == {0}


def test_what_a_keyword_is_for_its_words_speak_for(language: Language) -> None:
    columns = learn([(["uro"], {0: 0}), (["fravaer"], {1: 0})], language)

    assert tell(columns, "uro")[0] > 0
    assert tell(columns, "uro")[1] == 0


def test_the_degree_of_a_keyword_is_how_much_its_words_say(language: Language) -> None:
    columns = learn([(["uro"], {0: 0, 1: 2})], language)

    wholly, hardly = tell(columns, "uro")
    assert wholly > hardly > 0


def test_a_word_that_other_keywords_share_says_less_than_one_that_tells_them_apart(
    language: Language,
) -> None:
    keywords: Keywords = [
        (["klasse", "uro"], {0: 0}),
        (["klasse", "fravaer"], {1: 0}),
    ]

    columns = learn(keywords, language)

    assert tell(columns, "uro")[0] > tell(columns, "klasse")[0]


def test_a_word_may_speak_against_a_trial_action(language: Language) -> None:
    keywords: Keywords = [(["klasse"], {0: 0})] * 3 + [(["klasse", "uro"], {})] * 3

    assert tell(learn(keywords, language), "uro")[0] < 0


def test_two_words_that_one_keyword_has_alone_are_no_pair(language: Language) -> None:
    once, twice = (learn([(["klasse", "uro"], {0: 0})] * count, language) for count in (1, 2))

    assert "klasse uro" not in once.features
    assert "klasse uro" in twice.features


def test_of_no_keywords_nothing_is_learned(language: Language) -> None:
    assert len(learn([], language).features) == 0
