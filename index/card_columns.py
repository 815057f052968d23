"""The keywords of all trial actions as columns: their words, and which keywords have each.

A keyword that stands on several cards is one, with several trial actions.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index.analysis import keys
from index.asked_terms import find_asked_terms
from index.columns import Lists, Numbers, Texts, Weights
from index.grouping import WordGroups, group_words
from index.keywords import Keywords
from index.language import Language
from index.said import Said, say
from index.votes import VoteColumns, to_vote_columns

# The degree in which a keyword stands on the card of each trial action, by its number.
Ranks = Mapping[int, int]


@dataclass(frozen=True, eq=False, repr=False)
class CardColumns:
    """Every keyword with its telling words, the trial actions it is for and in which degree.

    ``ranks`` are parallel to the values of ``actions``; ``postings`` are the keywords that have
    each term.
    """

    texts: Texts
    lengths: Weights
    actions: Lists
    ranks: Numbers
    said: Said
    terms: Texts
    postings: Lists
    groups: WordGroups
    votes: VoteColumns


def to_card_columns(
    keywords: Keywords, numbers: Mapping[str, int], language: Language
) -> CardColumns:
    """Return the cards of the trial actions that have ``numbers``."""
    cards = _gather(keywords, numbers)
    texts = list(cards)
    words = [keys(text) for text in texts]
    postings: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(words):
        for term in _find_terms(one, language):
            postings[term].append(place)
    terms = sorted(postings)
    ranks = [rank for one in cards.values() for rank in one.values()]
    return CardColumns(
        texts=Texts.of(texts),
        lengths=np.array([count_telling(one, language) for one in words], dtype=np.float64),
        actions=Lists.of([list(one) for one in cards.values()]),
        ranks=np.array(ranks, dtype=np.int32),
        said=say(texts, terms, language),
        terms=Texts.of(terms),
        postings=Lists.of([postings[term] for term in terms]),
        groups=group_words(terms, language),
        votes=to_vote_columns(zip(words, cards.values(), strict=True), len(numbers), language),
    )


def _gather(keywords: Keywords, numbers: Mapping[str, int]) -> dict[str, dict[int, int]]:
    """Return each keyword, as it is first written, with the cards it stands on."""
    spelt: dict[str, str] = {}
    cards: dict[str, dict[int, int]] = defaultdict(dict)
    for action, degrees in keywords.items():
        if action in numbers:
            for rank, phrases in enumerate(degrees):
                for phrase in phrases:
                    text = spelt.setdefault(phrase.casefold(), phrase)
                    cards[text][numbers[action]] = rank
    return cards


def _find_terms(words: Sequence[str], language: Language) -> list[str]:
    # A keyword is read as a question is, so that each finds the other's terms.
    terms = find_asked_terms(tuple(map(language.lemma, words)), language)
    return list(dict.fromkeys([*words, *(term for _, term in terms)]))


def count_telling(words: Sequence[str], language: Language) -> int:
    """Return how many of the words say something by themselves, at least one."""
    return max(1, sum(word not in language.stop_words for word in words))
