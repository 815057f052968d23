"""The votes of the keywords: what shares a word with a question says which actions it asks for.

Every keyword that has a feature of the question votes for the trial actions on whose cards it
stands. What is asked in words that no text has, and no keyword has together, is still much like
something that somebody would ask.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from index.columns import Flags, Lists, Texts, Weights, gather
from index.features import Phrase, list_features, list_telling
from index.language import Language
from index.weights import (
    LIKENESS,
    OF_ALL_VOTES,
    VOTE_DEGREES,
    VOTE_SMOOTHING,
    VOTES,
    VOTES_POWER,
)

# In which degree a keyword is for each trial action, by number.
Ranks = Mapping[int, int]


@dataclass(frozen=True, eq=False, repr=False)
class VoteColumns:
    """Each feature with how telling it is, and the share of its keywords that each action has.

    ``usual`` is the share of all keywords that each trial action has, ``unknown`` how telling a
    feature is that none has: an array of one, as columns are arrays.
    """

    features: Texts
    importances: Weights
    actions: Lists
    shares: Weights
    usual: Weights
    unknown: Weights


@dataclass(frozen=True, eq=False, repr=False)
class Votes:
    """The votes for each trial action, how much of the question is known, and what they weigh.

    ``alike`` are the votes of the keywords that are written most like the question.
    """

    amounts: Weights
    alike: Weights
    known: float
    weight: float

    def share(self, among: Flags) -> Weights:
        """Return what those ``among`` all have of what the best of them has; 0 for the others."""
        by_word, by_letter = (
            _share(np.where(among, one, 0.0)) for one in (self.amounts, self.alike)
        )
        return _share(by_word**VOTES_POWER + LIKENESS * by_letter)


def _share(amounts: Weights) -> Weights:
    shares: Weights = amounts / (amounts.max(initial=0.0) or 1.0)
    return shares


def count_votes(
    keywords: Iterable[tuple[Phrase, Ranks]], size: int, language: Language
) -> VoteColumns:
    """Return the votes of the keywords for ``size`` trial actions."""
    found: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    having: Counter[str] = Counter()
    usual, total = np.zeros(size), 0
    for phrase, ranks in keywords:
        total += 1
        worths = [(action, VOTE_DEGREES[rank]) for action, rank in ranks.items()]
        for action, worth in worths:
            usual[action] += worth
        for feature in list_features(phrase, language):
            having[feature] += 1
            for action, worth in worths:
                found[feature][action] += worth
    return _to_columns(found, having, usual / max(total, 1), total=total)


def _to_columns(
    found: Mapping[str, Mapping[int, float]],
    having: Mapping[str, int],
    usual: Weights,
    *,
    total: int,
) -> VoteColumns:
    features = sorted(found)
    counts = np.array([having[feature] for feature in features], dtype=np.float64)
    lists = [found[feature] for feature in features]
    worths = np.array([worth for one in lists for worth in one.values()], dtype=np.float64)
    lengths = [len(one) for one in lists]
    return VoteColumns(
        features=Texts.of(features),
        importances=_importance(counts, total),
        actions=Lists.of([list(one) for one in lists]),
        shares=worths / (np.repeat(counts, lengths) + VOTE_SMOOTHING),
        usual=usual,
        unknown=_importance(np.zeros(1), total),
    )


def _importance(having: Weights, total: int) -> Weights:
    """Return how telling a feature is that so many of all keywords have."""
    importance: Weights = np.log1p(total / (1 + having))
    return importance


def poll(columns: VoteColumns, alike: Weights, phrase: Phrase, language: Language) -> Votes:
    """Return the votes on a question, beside those of the keywords ``alike``."""
    features, places_of = list_features(phrase, language), columns.features.places
    known = {name: places_of[name] for name in features if name in places_of}
    places = np.array(list(known.values()), dtype=np.int64)
    weights = columns.importances[places] * np.array([features[name] for name in known])
    runs, lengths = gather(columns.actions.offsets, places)
    given = columns.shares[runs] * np.repeat(weights, lengths)
    votes = np.bincount(columns.actions.values[runs], given, len(columns.usual))
    usual = OF_ALL_VOTES * weights.sum() * columns.usual
    telling = dict.fromkeys(list_telling(phrase, language))
    return Votes(
        amounts=np.maximum(votes - usual, 0.0),
        alike=alike,
        known=_share_known(columns, telling),
        weight=VOTES * sum(word in places_of for word in telling),
    )


def _share_known(columns: VoteColumns, words: Collection[str]) -> float:
    """Return the share of the words that any keyword has, by how telling they are."""
    places = [columns.features.places[word] for word in words if word in columns.features.places]
    known = float(columns.importances[places].sum())
    unknown = float(columns.unknown[0]) * (len(words) - len(places))
    return known / (known + unknown) if places else 0.0
