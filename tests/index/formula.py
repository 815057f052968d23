"""The formula of the scores, reckoned document by document without any short cut."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import chain
from statistics import fmean

from index.analysis import keys
from index.documents import HEADS, Document
from index.expanding import Expansion
from index.features import list_features, read_phrase
from index.fit import Fit
from index.items import find_items
from index.phrases import find_phrase
from index.snapshot import Snapshot
from index.thesaurus import find_units
from index.understanding import understand
from index.weights import (
    AS_MUCH,
    COUNTS_AS_FOUND,
    COVERAGE,
    COVERED,
    DEGREES,
    FLOOR,
    KEYWORD_COVERS,
    KEYWORD_DEGREES,
    KEYWORD_LEAST,
    KEYWORDS,
    KINDS,
    LACKING,
    LENGTH,
    RANKS,
    SATURATION,
    SECTIONS,
    TOGETHERNESS,
    VOTES,
)

Weights = dict[str, float]
# What texts and keywords say, how much the texts cover, and how much both do.
Said = tuple[float, float, float]


def say(document: Document, snapshot: Snapshot) -> list[str]:
    """Return every index word of a document."""
    words = [] if document.concepts else keys(document.text)
    lemmas = [snapshot.language.lemma(word) for word in words]
    units = [unit for _, _, unit in find_units(lemmas, snapshot.language.thesaurus)]
    return [*words, *units, *document.marks]


def share(amounts: Weights) -> Weights:
    most = max(amounts.values()) or 1.0
    return {one: amount / most for one, amount in amounts.items()}


class Reference:
    """The scores of a snapshot by the formula."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.documents = list(snapshot.documents)
        self.said = [say(document, snapshot) for document in self.documents]
        totals: dict[tuple[str, str], int] = defaultdict(int)
        for document, said in zip(self.documents, self.said, strict=True):
            totals[document.trial_action, document.section] += len(said)
        means = {
            name: fmean([total for (_, section), total in totals.items() if section == name])
            for _, name in totals
        }
        phrases = dict.fromkeys(
            phrase.casefold()
            for degrees in snapshot.language.keywords.values()
            for phrase in chain.from_iterable(degrees)
        )
        self.having = Counter(
            chain.from_iterable(self._list_features(keys(phrase)) for phrase in phrases)
        )
        self.keywords = len(phrases)
        self.relative = {place: total / means[place[1]] for place, total in totals.items()}

    def worth(self, document: Document) -> float:
        ranks = RANKS.get(document.section)
        norm = 1.0
        if ranks is None:
            norm += LENGTH * (self.relative[document.trial_action, document.section] - 1)
        return SECTIONS[document.section] * (ranks or (1.0,))[document.rank] / norm

    def weights(self, expansion: Expansion) -> Weights:
        stands = expansion.list_stands()
        return {self.snapshot.terms[number]: stand.weight for number, stand in stands}

    def score_in(
        self, number: int, expansion: Weights, parts: tuple[Weights, ...]
    ) -> tuple[float, float]:
        """Return how much of a wanted word a document has, and at best how surely."""
        document, said = self.documents[number], self.said[number]
        amount = sum(expansion[word] for word in said if word in expansion)
        degree = DEGREES[document.rank] if document.section == "subject" else 1.0
        ways = [expansion[word] * degree for word in said if word in expansion]
        best = max(ways, default=0.0)
        together = bool(parts) and all(
            any(part[word] >= COUNTS_AS_FOUND for word in said if word in part) for part in parts
        )
        if together and document.section not in HEADS and best < KINDS["split"]:
            return amount + KINDS["split"], KINDS["split"]
        return amount, best

    def score_all(self, q: str) -> dict[str, float]:
        """Return the score of every trial action that a question finds."""
        understood = understand(self.snapshot, q)
        ways = [
            (self.weights(word.expansion), tuple(map(self.weights, word.parts)))
            for word in understood.wanted
        ]
        found = [
            [self.score_in(number, *way) for number in range(len(self.documents))] for way in ways
        ]
        for phrase in understood.phrases:
            holds = set(find_phrase(self.snapshot, phrase).tolist())
            found.append([(float(n in holds), float(n in holds)) for n in range(len(self.said))])
        rarities = [word.rarity for word in understood.scores]
        both = {
            one: self._add_keyword(one, understood.fit, self._score(one, found, rarities))
            for one in self.snapshot.ids
        }
        lost = {word for item in understood.lost for word in (item.term, *keys(item.text))}
        quotes = bool(understood.question.phrases)
        asked = find_items(self.snapshot, understood.words, quotes=quotes).words
        words = [word for word in asked if word not in lost]
        scores = self._add_votes(both, words, understood.fit, sum(rarities))
        # What is quoted must be there.
        for phrase in understood.phrases:
            holders = {self.documents[n].trial_action for n in find_phrase(self.snapshot, phrase)}
            scores = {one: score for one, score in scores.items() if one in holders}
        return scores

    def _add_keyword(self, action: str, fit: Fit, of_texts: tuple[float, float]) -> Said:
        """Return what texts say with the keyword that fits best, as the cards measure it."""
        own = self.snapshot.numbers[action]
        cards = self.snapshot.cards.columns.actions
        shares = [
            (share, self._rank(keyword, action))
            for keyword, share in zip(fit.keywords.tolist(), fit.shares.tolist(), strict=True)
            if own in cards[keyword] and share >= KEYWORD_LEAST
        ]
        score, in_texts = of_texts
        worth = max((share * KEYWORD_DEGREES[rank] for share, rank in shares), default=0.0)
        covered = max((share * KEYWORD_COVERS for share, _ in shares), default=0.0)
        return score + KEYWORDS * fit.rarity * worth, in_texts, max(in_texts, covered)

    def _rank(self, keyword: int, action: str) -> int:
        text = self.snapshot.cards.columns.texts[keyword].casefold()
        degrees = self.snapshot.language.keywords[action]
        ranks = [n for n, one in enumerate(degrees) if text in map(str.casefold, one)]
        return ranks[0]

    def _add_votes(
        self, said: dict[str, Said], words: list[str], fit: Fit, asked: float
    ) -> dict[str, float]:
        """Return the scores with the votes of what keywords and words have in common."""
        votes, known = self._count_votes(words)
        cards = self.snapshot.cards.columns.actions
        touched = {
            self.snapshot.ids[number]
            for keyword in fit.keywords.tolist()
            for number in cards[keyword].tolist()
        }
        # What has no word of the question is no hit.
        allowed = {one for one, (score, *_) in said.items() if score or one in touched}
        most_said = max(score for score, *_ in said.values()) or 1.0
        shares = share({one: max(votes[one], 0.0) if one in allowed else 0.0 for one in said})
        lemmas = [self.snapshot.language.lemma(word) for word in words]
        telling = {lemma for lemma in lemmas if lemma not in self.snapshot.language.stop_words}
        weight = VOTES * known * sum(one in self.having for one in telling)
        both = {
            one: (
                score / most_said + weight * shares[one],
                in_texts * min(1.0, asked / (fit.rarity or asked or 1.0)),
                max(coverage, known**2 * shares[one]),
            )
            for one, (score, in_texts, coverage) in said.items()
        }
        return self._cut(both)

    def _list_features(self, words: list[str]) -> Mapping[str, float]:
        return list_features(read_phrase(words, self.snapshot.language), self.snapshot.language)

    def _count_votes(self, words: list[str]) -> tuple[dict[str, float], float]:
        """Return the votes as they were learned (``test_learning``), and how much is known."""
        learned = self.snapshot.cards.columns.votes
        votes = dict.fromkeys(self.snapshot.ids, 0.0)
        for feature, weight in self._list_features(words).items():
            if feature in learned.features:
                place = list(learned.features).index(feature)
                first, last = learned.actions.offsets[place : place + 2].tolist()
                for number, amount in zip(
                    learned.actions.values[first:last].tolist(),
                    learned.amounts[first:last].tolist(),
                    strict=True,
                ):
                    votes[self.snapshot.ids[number]] += weight * amount
        return votes, self._share_known(words)

    def _share_known(self, words: list[str]) -> float:
        lemmas = dict.fromkeys(map(self.snapshot.language.lemma, words))
        telling = [one for one in lemmas if one not in self.snapshot.language.stop_words]
        tell = {one: math.log1p(self.keywords / (1 + self.having[one])) for one in telling}
        known = sum(worth for one, worth in tell.items() if self.having[one])
        return known / sum(tell.values()) if known else 0.0

    def _score(
        self, action: str, found: list[list[tuple[float, float]]], rarities: list[float]
    ) -> tuple[float, float]:
        if not sum(rarities):
            return 0.0, 0.0
        own = [n for n, document in enumerate(self.documents) if document.trial_action == action]
        score = covered = 0.0
        for word, rarity in zip(found, rarities, strict=True):
            amount = sum(word[n][0] * self.worth(self.documents[n]) for n in own)
            score += rarity * amount / (SATURATION + amount)
            covered += rarity * min(max(word[n][1] for n in own) / COVERED, 1.0)
        blocks = [n for n in own if self.documents[n].section not in HEADS]
        together = max(
            sum(rarity * word[n][1] for word, rarity in zip(found, rarities, strict=True))
            for n in blocks
        )
        coverage = covered / sum(rarities)
        raised = 1 + TOGETHERNESS * together / sum(rarities) if len(rarities) > 1 else 1
        return score * coverage**COVERAGE * raised, coverage

    def _cut(self, scores: dict[str, Said]) -> dict[str, float]:
        most, in_most, widest = (max(column) for column in zip(*scores.values(), strict=True))
        if not most or widest < LACKING:
            return {}
        kept = {}
        for one, (score, in_texts, _) in scores.items():
            says_as_much = in_most >= LACKING and in_texts >= AS_MUCH * in_most
            if says_as_much or score >= FLOOR * most:
                kept[one] = score
        return kept
