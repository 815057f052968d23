"""The keywords of all trial actions as columns: their words, and which keywords have each.

A keyword that stands on several cards is one, with several trial actions.
"""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from index.analysis import keys, normalize
from index.columns import Lists, Numbers, Texts, Weights
from index.features import read_phrase
from index.grouping import WordGroups, group_words
from index.keywords import Keywords
from index.language import Language
from index.said import Said, say_keywords
from index.tables import FORMAT
from index.votes import VoteColumns
from index.weighing import FIGURES


@dataclass(frozen=True, eq=False, repr=False)
class CardColumns:
    """Every keyword with its telling words, the trial actions it is for and in which degree.

    ``lengths`` count the telling words, ``sizes`` all of them; ``ranks`` are parallel to the values
    of ``actions``; ``postings`` are the keywords that have each term.
    """

    texts: Texts
    lengths: Weights
    sizes: Numbers
    actions: Lists
    ranks: Numbers
    said: Said
    terms: Texts
    postings: Lists
    groups: WordGroups
    votes: VoteColumns


def name_cards(ids: tuple[str, ...], language: Language) -> str:
    """Return a name of the cards of those trial actions, another one wherever they may differ."""
    content = f"{FORMAT} {FIGURES} {language.revision} {ids}"
    return hashlib.sha256(content.encode()).hexdigest()[:24]


# One process may build indexes of the same trial actions again and again; tests do, of two in turn.
@lru_cache(maxsize=2)
def make_cards(ids: tuple[str, ...], language: Language) -> CardColumns:
    """Return the cards of the trial actions of those ids, numbered in that order."""
    return to_card_columns(language.keywords, {id_: n for n, id_ in enumerate(ids)}, language)


def to_card_columns(
    keywords: Keywords, numbers: Mapping[str, int], language: Language
) -> CardColumns:
    """Return the cards of the trial actions that have ``numbers``."""
    # Loading scipy takes longer than an answer, and most starts find their index made.
    from index.learning import learn_votes  # noqa: PLC0415

    cards = _gather(keywords, numbers)
    texts = list(cards)
    words = [keys(text) for text in texts]
    phrases = [read_phrase(one, language) for one in words]
    postings: dict[str, list[int]] = defaultdict(list)
    for place, (one, phrase) in enumerate(zip(words, phrases, strict=True)):
        for term in dict.fromkeys([*one, *phrase.terms]):
            postings[term].append(place)
    terms = sorted(postings)
    taught = list(zip(phrases, cards.values(), strict=True))
    ranks = [rank for one in cards.values() for rank in one.values()]
    return CardColumns(
        texts=Texts.of(texts),
        lengths=np.array([count_telling(one, language) for one in words], dtype=np.float64),
        sizes=np.array([len(one) for one in words], dtype=np.int32),
        actions=Lists.of([list(one) for one in cards.values()]),
        ranks=np.array(ranks, dtype=np.int32),
        said=say_keywords(texts, phrases, terms),
        terms=Texts.of(terms),
        postings=Lists.of([postings[term] for term in terms]),
        groups=group_words(terms, language),
        votes=learn_votes(taught, len(numbers), language),
    )


def _gather(keywords: Keywords, numbers: Mapping[str, int]) -> dict[str, dict[int, int]]:
    """Return each keyword, as it is first written, with the cards it stands on, the best degree."""
    spelt: dict[str, str] = {}
    cards: dict[str, dict[int, int]] = defaultdict(dict)
    for action, degrees in keywords.items():
        if action in numbers:
            for rank, phrases in enumerate(degrees):
                for phrase in phrases:
                    text = spelt.setdefault(_to_key(phrase), phrase)
                    cards[text].setdefault(numbers[action], rank)
    return {normalize(text): card for text, card in cards.items()}


# A keyword stands on five cards.
@lru_cache(maxsize=1 << 15)
def _to_key(phrase: str) -> str:
    return normalize(phrase).casefold()


def count_telling(words: Sequence[str], language: Language) -> int:
    """Return how many of the words say something by themselves, at least one."""
    return max(1, sum(word not in language.stop_words for word in words))
