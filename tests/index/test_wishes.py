"""Which word of a question a word stands for, and how well."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.expanding import Expansion, Stand
from index.reaching import CODES, NAMES
from index.wishes import Wishes

SIZE = 6
# How each of some words of a lexicon stands for a word of the question.
Ways = dict[int, tuple[str, float]]
WAYS = st.dictionaries(
    st.integers(0, SIZE - 1),
    st.tuples(st.sampled_from(NAMES), st.sampled_from([0.1, 0.3, 0.5, 0.7, 1.0])),
)


def make_wishes(*ways: Ways) -> Wishes:
    """Return the wishes for words that are called by their number."""
    return Wishes(tuple((str(number), expand(way)) for number, way in enumerate(ways)), SIZE)


def expand(ways: Ways) -> Expansion:
    words = sorted(ways)
    return Expansion(
        np.array(words, np.int32),
        np.array([CODES[ways[word][0]] for word in words], np.uint8),
        np.array([ways[word][1] for word in words], np.float64),
    )


def test_of_two_words_of_the_question_the_one_it_stands_for_best_is_told() -> None:
    wishes = make_wishes({2: ("related", 0.3)}, {2: ("synonym", 0.7)}, {2: ("broader", 0.15)})

    assert wishes.find(2) == ("1", Stand("synonym", 0.7))


def test_of_two_words_for_which_it_stands_as_well_the_first_is_told() -> None:
    wishes = make_wishes({2: ("kind", 0.7)}, {2: ("theme", 0.7)})

    assert wishes.find(2) == ("0", Stand("kind", 0.7))


def test_a_word_that_is_not_wanted_stands_for_nothing() -> None:
    wishes = make_wishes({2: ("exact", 1.0)})

    assert wishes.find(1) is None


def test_of_no_question_nothing_is_wanted() -> None:
    wishes = make_wishes()

    assert wishes.table.tolist() == [0.0] * SIZE
    assert [wishes.find(word) for word in range(SIZE)] == [None] * SIZE


@given(st.lists(WAYS, max_size=4))
def test_the_table_says_of_every_word_what_finding_it_says(ways: list[Ways]) -> None:
    wishes = make_wishes(*ways)

    for word in range(SIZE):
        found = wishes.find(word)
        here = [(str(number), *way[word]) for number, way in enumerate(ways) if word in way]
        best = max(here, key=lambda one: one[2], default=None)
        assert found == (best and (best[0], Stand(*best[1:])))
        assert wishes.table[word] == (found[1].weight if found else 0.0)
