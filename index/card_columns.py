"""The keywords of all trial actions as columns: their words, and which keywords have each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index.analysis import keys
from index.asked_terms import find_asked_terms
from index.columns import Lists, Numbers, Texts, Weights
from index.grouping import WordGroups, group_words
from index.keywords import Keywords
from index.language import Language
from index.said import Said, say
from index.votes import Phrase, VoteColumns, to_vote_columns
from index.weights import KEYWORD_DEGREES, VOTE_DEGREES


@dataclass(frozen=True, eq=False, repr=False)
class CardColumns:
    """Every keyword with the number of its trial action, its degree and its telling words.

    ``postings`` are the keywords that have each term.
    """

    texts: Texts
    owners: Numbers
    degrees: Weights
    lengths: Weights
    said: Said
    terms: Texts
    postings: Lists
    groups: WordGroups
    votes: VoteColumns


def to_card_columns(
    keywords: Keywords, numbers: Mapping[str, int], language: Language
) -> CardColumns:
    """Return the cards of the trial actions that have ``numbers``."""
    rows = list(_rows(keywords, numbers))
    postings: dict[str, list[int]] = defaultdict(list)
    words = [keys(text) for text, _, _ in rows]
    for place, one in enumerate(words):
        for term in _find_terms(one, language):
            postings[term].append(place)
    terms = sorted(postings)
    return CardColumns(
        texts=Texts.of(text for text, _, _ in rows),
        owners=np.array([owner for _, owner, _ in rows], dtype=np.int32),
        degrees=np.array([KEYWORD_DEGREES[rank] for _, _, rank in rows], dtype=np.float64),
        lengths=np.array([count_telling(one, language) for one in words], dtype=np.float64),
        said=say([text for text, _, _ in rows], terms, language),
        terms=Texts.of(terms),
        postings=Lists.of([postings[term] for term in terms]),
        groups=group_words(terms, language),
        votes=to_vote_columns(_merge(rows), len(numbers), language),
    )


def _rows(keywords: Keywords, numbers: Mapping[str, int]) -> Iterator[tuple[str, int, int]]:
    for action, degrees in keywords.items():
        if action in numbers:
            for rank, phrases in enumerate(degrees):
                for phrase in phrases:
                    yield phrase, numbers[action], rank


def _merge(rows: Sequence[tuple[str, int, int]]) -> Iterator[Phrase]:
    """Yield each phrase once, however many cards it stands on."""
    found: dict[str, dict[int, float]] = defaultdict(dict)
    for text, owner, rank in rows:
        found[text.casefold()].setdefault(owner, VOTE_DEGREES[rank])
    yield from found.items()


def _find_terms(words: Sequence[str], language: Language) -> list[str]:
    # A keyword is read as a question is, so that each finds the other's terms.
    terms = find_asked_terms(tuple(map(language.lemma, words)), language)
    return list(dict.fromkeys([*words, *(term for _, term in terms)]))


def count_telling(words: Sequence[str], language: Language) -> int:
    """Return how many of the words say something by themselves, at least one."""
    return max(1, sum(word not in language.stop_words for word in words))
