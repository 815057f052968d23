"""The votes of the keywords: what a question shares with them says which actions it asks for.

Each feature of the question votes for trial actions, or against them, by what the graded keywords
taught of it (``learning``). What is asked in words that no text has, and no keyword has together,
is still much like something that somebody would ask.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from index.columns import Flags, Lists, Numbers, Texts, Weights, gather
from index.features import Phrase, list_features, list_telling
from index.language import Language
from index.weights import VOTES


@dataclass(frozen=True, eq=False, repr=False)
class VoteColumns:
    """Each feature with how telling it is, the trial actions it votes on, and how much on each.

    ``size`` is the number of trial actions, ``unknown`` how telling a feature is that no keyword
    has: arrays of one, as columns are arrays.
    """

    features: Texts
    importances: Weights
    actions: Lists
    amounts: Weights
    size: Numbers
    unknown: Weights


@dataclass(frozen=True, eq=False, repr=False)
class Votes:
    """The votes for each trial action, how much of the question is known, and what they weigh.

    ``features`` are those that vote, by number, each with what it weighs.
    """

    features: Mapping[int, float]
    amounts: Weights
    known: float
    weight: float

    def share(self, among: Flags) -> Weights:
        """Return what those ``among`` all have of what the best of them has; 0 for the others."""
        amounts = np.where(among, self.amounts, 0.0)
        shares: Weights = amounts / (amounts.max(initial=0.0) or 1.0)
        return shares


def poll(columns: VoteColumns, phrase: Phrase, language: Language) -> Votes:
    """Return the votes on a question."""
    features, places_of = list_features(phrase, language), columns.features.places
    known = {places_of[name]: weight for name, weight in features.items() if name in places_of}
    runs, lengths = gather(columns.actions.offsets, np.array(list(known), dtype=np.int64))
    given = columns.amounts[runs] * np.repeat(list(known.values()), lengths)
    votes = np.bincount(columns.actions.values[runs], given, int(columns.size[0]))
    telling = dict.fromkeys(list_telling(phrase, language))
    share_known = _share_known(columns, telling)
    return Votes(
        features=known,
        amounts=np.maximum(votes, 0.0),
        known=share_known,
        # Of Tinglev Skole they know the school only, and so hardly what is asked for.
        weight=VOTES * share_known * sum(word in places_of for word in telling),
    )


def list_votes(columns: VoteColumns, votes: Votes, action: int) -> list[tuple[str, float]]:
    """Return what each feature votes on a trial action, the most telling first."""
    told = []
    for feature, weight in votes.features.items():
        first, last = columns.actions.offsets[feature : feature + 2]
        own = columns.actions.values[first:last] == action
        amount = weight * float(columns.amounts[first:last][own].sum())
        told.append((columns.features[feature], amount))
    return sorted(told, key=lambda vote: -abs(vote[1]))


def _share_known(columns: VoteColumns, words: Collection[str]) -> float:
    """Return the share of the words that any keyword has, by how telling they are."""
    places = [columns.features.places[word] for word in words if word in columns.features.places]
    known = float(columns.importances[places].sum())
    unknown = float(columns.unknown[0]) * (len(words) - len(places))
    return known / (known + unknown) if places else 0.0
