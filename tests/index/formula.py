"""The formula of the scores, reckoned document by document without any short cut."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import fmean

from index.analysis import keys
from index.documents import HEADS, Document
from index.expanding import Expansion
from index.features import list_features, list_telling, read_phrase
from index.fit import Fit
from index.items import find_items
from index.likeness import list_runs
from index.phrases import find_phrase
from index.snapshot import Snapshot
from index.thesaurus import find_units
from index.understanding import understand
from index.weights import (
    ALIKE,
    ALIKE_POWER,
    AS_MUCH,
    COUNTS_AS_FOUND,
    COVERAGE,
    COVERED,
    DEGREES,
    KEYWORD_COVERAGE,
    KEYWORD_DEGREES,
    KEYWORD_LEAST,
    KEYWORDS,
    KINDS,
    LACKING,
    LENGTH,
    LIKENESS,
    OF_ALL_VOTES,
    RANKS,
    SAID,
    SATURATION,
    SECTIONS,
    TOGETHERNESS,
    USUAL_RUN,
    VOTE_DEGREES,
    VOTE_SMOOTHING,
    VOTED,
    VOTES,
    VOTES_POWER,
    Floor,
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
        worths: dict[str, dict[str, float]] = defaultdict(dict)
        for action, degrees in snapshot.language.keywords.items():
            for worth, phrases in zip(VOTE_DEGREES, degrees, strict=True):
                for phrase in phrases:
                    worths[phrase.casefold()][action] = worth
        self.words = [keys(phrase) for phrase in worths]
        self.phrases = [
            (
                list_features(read_phrase(keys(phrase), snapshot.language), snapshot.language),
                worth,
            )
            for phrase, worth in worths.items()
        ]
        self.relative = {place: total / means[place[1]] for place, total in totals.items()}
        self.usual = {
            action: sum(worths.get(action, 0.0) for _, worths in self.phrases) / len(self.phrases)
            for action in snapshot.ids
        }
        self.runs = [list_runs(self._list_telling(words)) for words in self.words]
        self.rarities = self._weigh_runs()

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
        asked = find_items(self.snapshot, understood.words).words
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
        covered = max((share * KEYWORD_COVERAGE[rank] for share, rank in shares), default=0.0)
        return score + KEYWORDS * fit.rarity * worth, in_texts, max(in_texts, covered)

    def _rank(self, keyword: int, action: str) -> int:
        text = self.snapshot.cards.columns.texts[keyword].casefold()
        degrees = self.snapshot.language.keywords[action]
        ranks = [n for n, one in enumerate(degrees) if text in map(str.casefold, one)]
        return ranks[0]

    def _add_votes(
        self, said: dict[str, Said], words: list[str], fit: Fit, asked: float
    ) -> dict[str, float]:
        """Return the scores with the votes of all keywords, counted one by one."""
        votes, known = self._count_votes(words)
        cards = self.snapshot.cards.columns.actions
        touched = {
            self.snapshot.ids[number]
            for keyword in fit.keywords.tolist()
            for number in cards[keyword].tolist()
        }
        # What has no word of the question is no hit.
        allowed = {one for one, (score, *_) in said.items() if score or one in touched}
        amounts = {one: max(votes[one], 0.0) if one in allowed else 0.0 for one in said}
        most_said = max(score for score, *_ in said.values()) or 1.0
        alike = self._count_alike(words)
        letters = share({one: alike[one] if one in allowed else 0.0 for one in said})
        shares = share(
            {
                one: amount**VOTES_POWER + LIKENESS * letters[one]
                for one, amount in share(amounts).items()
            }
        )
        lemmas = [self.snapshot.language.lemma(word) for word in words]
        telling = {lemma for lemma in lemmas if lemma not in self.snapshot.language.stop_words}
        weight = VOTES * sum(any(one in has for has, _ in self.phrases) for one in telling)
        both = {
            one: (
                score / most_said + weight * shares[one],
                in_texts * min(1.0, asked / (fit.rarity or asked or 1.0)),
                max(coverage, known**2 * shares[one]),
            )
            for one, (score, in_texts, coverage) in said.items()
        }
        return self._cut(both, VOTED if any(shares.values()) else SAID)

    def _count_alike(self, words: list[str]) -> Weights:
        """Return the votes of the keywords most like the words, compared run by run."""
        known = {word for features, _ in self.phrases for word in features}
        telling = dict.fromkeys(self._list_telling(words))
        asked = list_runs([word for word in telling if word in known])
        weigh = self.rarities
        likeness = [
            sum(weigh.get(run, 0.0) for run in asked if run in own)
            / math.sqrt(max(1.0, sum(weigh.get(run, 0.0) for run in own)))
            for own in self.runs
        ]
        least = ALIKE * max(likeness)
        votes = dict.fromkeys(self.snapshot.ids, 0.0)
        for like, (_, worths) in zip(likeness, self.phrases, strict=True):
            if like and like >= least:
                for action, usual in self.usual.items():
                    votes[action] += like**ALIKE_POWER * (worths.get(action, 0.0) - usual)
        return {action: max(amount, 0.0) for action, amount in votes.items()}

    def _weigh_runs(self) -> Weights:
        """Return how rare each run is that tells keywords apart, squared."""
        total = len(self.runs)
        having = Counter(run for own in self.runs for run in own)
        return {
            run: math.log1p(total / count) ** 2
            for run, count in having.items()
            if count <= max(1, USUAL_RUN * total)
        }

    def _list_telling(self, words: Sequence[str]) -> list[str]:
        language = self.snapshot.language
        return list_telling(read_phrase(words, language), language)

    def _count_votes(self, words: list[str]) -> tuple[dict[str, float], float]:
        asked = list_features(read_phrase(words, self.snapshot.language), self.snapshot.language)
        total = len(self.phrases)
        votes = dict.fromkeys(self.snapshot.ids, 0.0)
        known = unknown = 0.0
        for feature, weight in asked.items():
            having = [worths for features, worths in self.phrases if feature in features]
            importance = math.log1p(total / (1 + len(having)))
            if " " not in feature and feature[0] != "$":
                known += importance if having else 0.0
                unknown += 0.0 if having else importance
            if not having:
                continue
            for action, usual in self.usual.items():
                own = sum(worths.get(action, 0.0) for worths in having)
                share = own / (len(having) + VOTE_SMOOTHING) - OF_ALL_VOTES * usual
                votes[action] += weight * importance * share
        return votes, known / (known + unknown) if known else 0.0

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

    def _cut(self, scores: dict[str, Said], floor: Floor) -> dict[str, float]:
        most, in_most, widest = (max(column) for column in zip(*scores.values(), strict=True))
        if not most or widest < LACKING:
            return {}
        kept = {}
        for one, (score, in_texts, coverage) in scores.items():
            relative, covered = score / most, coverage / widest
            is_clear = covered >= floor.coverage or relative >= floor.clear
            says_as_much = in_most >= LACKING and in_texts >= AS_MUCH * in_most
            if says_as_much or (relative >= floor.score and is_clear):
                kept[one] = score
        return kept
