"""The question as the index understands it: each wanted word with all that may stand for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from index.analysis import fold
from index.cards import Fit
from index.expanding import SILENT, Expansion, Stand
from index.items import Item, find_items
from index.phrases import find_phrase
from index.question import Phrase, Question, parse_question
from index.results import Reason
from index.scored import Scored
from index.scoring import rarity_of, say_something, score_found, score_word
from index.snapshot import Snapshot
from index.spelling import Word, is_of_the_trade, read_word
from index.weights import KINDS, OTHER_WORDS


@dataclass(frozen=True)
class Wanted:
    """One wanted word with what stands for it; ``parts`` are its own, wanted in one block."""

    item: Item
    expansion: Expansion
    parts: tuple[Expansion, ...] = ()
    importance: float = 1.0


@dataclass(frozen=True)
class Understanding:
    """A question with the words that found something, and those that did not.

    ``on_cards`` are those that no text has, only keywords; ``lost`` those that not even they have.
    """

    question: Question
    words: tuple[Word, ...]
    phrases: tuple[Phrase, ...]
    fillers: tuple[str, ...]
    wanted: tuple[Wanted, ...]
    scores: tuple[Scored, ...]
    fit: Fit
    on_cards: tuple[Item, ...]
    lost: tuple[Item, ...]
    snapshot: Snapshot
    exact: bool

    @property
    def asks_something(self) -> bool:
        """Whether anything but filler words is wanted."""
        return bool(self.scores or self.lost or self.fit.rarity)

    @cached_property
    def voices(self) -> dict[str, str]:
        """The stakeholders whose own words are wanted, each with the words that say so."""
        find = self.snapshot.language.thesaurus.voices
        items = [wanted.item for wanted in self.wanted] if self.scores and not self.exact else []
        return {voice: item.text for item in items for voice in find(item.term)}

    def explain_voices(self, stakeholders: Sequence[str]) -> tuple[Reason, ...]:
        """Return why it counts that those stakeholders speak."""
        label = self.snapshot.language.vocabulary.get
        return tuple(
            Reason(self.voices[one], label("stakeholder", one).label, "voice")
            for one in stakeholders
            if one in self.voices
        )

    @cached_property
    def weights(self) -> dict[str, float]:
        """How well each index word is wanted."""
        weights: dict[str, float] = {}
        for wanted in self.wanted:
            for word, stand in wanted.expansion.items():
                if stand.weight > weights.get(word, 0.0):
                    weights[word] = stand.weight
        phrase_words = {word: 1.0 for phrase in self.phrases for word in phrase}
        return phrase_words | weights

    @cached_property
    def part_weights(self) -> dict[str, float]:
        """The words that stand for parts of wanted words, for what is found by those alone."""
        parts = [part for wanted in self.wanted for part in wanted.parts]
        return {word: 1.0 for part in parts for word in part}

    @cached_property
    def on_keywords(self) -> dict[str, tuple[str, Stand]]:
        """Which word of the question each word of the keywords stands for best, and how."""
        best: dict[str, tuple[str, Stand]] = {}
        for item in (*(word.item for word in self.wanted), *self.on_cards):
            for word, stand in self.snapshot.cards.expand(item.term).items():
                if word not in best or best[word][1].weight < stand.weight:
                    best[word] = item.text, stand
        return best

    @cached_property
    def explain(self) -> Callable[[str], Reason | None]:
        """Why an index word is marked; a page marks the same words again and again."""
        return cache(self._explain)

    def _explain(self, word: str) -> Reason | None:
        way = self.stand(word)
        if way is None:
            return self._explain_part(word)
        if way[1].kind in SILENT:
            return None
        return Reason(way[0].item.text, self.snapshot.spell(word), way[1].kind)

    def _explain_part(self, word: str) -> Reason | None:
        for wanted in self.wanted:
            if any(word in part for part in wanted.parts):
                return Reason(wanted.item.text, self.snapshot.spell(word), "split")
        return None

    def stand(self, word: str) -> tuple[Wanted, Stand] | None:
        """Return which wanted word an index word stands for best, and how."""
        best: tuple[Wanted, Stand] | None = None
        for wanted in self.wanted:
            stand = wanted.expansion.get(word)
            if stand and (best is None or stand.weight > best[1].weight):
                best = wanted, stand
        return best


def understand(snapshot: Snapshot, q: str, *, exact: bool = False) -> Understanding:
    """Return what ``q`` asks of the index; asked exactly, every word stands for itself alone."""
    question = parse_question(q)
    words = tuple(read_word(snapshot, token, exact=exact) for token in question.words)
    items = find_items(snapshot, words, exact=exact)
    asked = question.phrases or (() if items.wanted else _phrase_of(snapshot, items.fillers))
    look_up = _look_up_exactly if exact else _look_up
    wanted = [look_up(snapshot, item) for item in items.wanted]
    scored = [(word, _score(snapshot, word, exact)) for word in wanted]
    found = [(word, scores) for word, scores in scored if len(scores.actions)]
    unfound = [word.item for word, scores in scored if not len(scores.actions)]
    on_cards = tuple(item for item in unfound if not exact and _is_on_cards(snapshot, item))
    lost = tuple(item for item in unfound if item not in on_cards)
    scores = [scores for _, scores in found]
    scores += [score_found(snapshot, find_phrase(snapshot, phrase)) for phrase in asked]
    return Understanding(
        question=question,
        words=words,
        phrases=asked,
        fillers=items.fillers,
        wanted=tuple(word for word, _ in found),
        scores=tuple(scores) if say_something(scores, len(unfound)) else (),
        fit=_fit(snapshot, () if exact else scored, lost),
        on_cards=on_cards,
        lost=lost,
        snapshot=snapshot,
        exact=exact,
    )


def _phrase_of(snapshot: Snapshot, fillers: tuple[str, ...]) -> tuple[Phrase, ...]:
    """Return filler words alone as the phrase they may be: "mere for flere"."""
    words = tuple(map(fold, fillers))
    return (words,) if len(words) > 1 and len(find_phrase(snapshot, words)) else ()


def _score(snapshot: Snapshot, wanted: Wanted, exact: bool) -> Scored:
    return snapshot.kept.get(
        (wanted.item.term, exact),
        lambda: score_word(snapshot, wanted.expansion, wanted.parts, importance=wanted.importance),
    )


def _is_on_cards(snapshot: Snapshot, item: Item) -> bool:
    return bool(len(snapshot.cards.find(item.term).keywords))


def _fit(snapshot: Snapshot, scored: Sequence[tuple[Wanted, Scored]], lost: Sequence[Item]) -> Fit:
    """Return how well the keywords fit what is wanted, whether the texts have it or only they."""
    cards, size = snapshot.cards, len(snapshot.ids)
    kept = [(wanted, scores) for wanted, scores in scored if wanted.item not in lost]
    if not say_something([scores for _, scores in kept], len(lost)):
        return cards.fit([], [])
    found = [cards.find(wanted.item.term) for wanted, _ in kept]
    rarities = [
        # A word that the texts lack is as rare as it is on the cards.
        scores.rarity
        if len(scores.actions)
        else wanted.importance * rarity_of(cards.count_actions(one), size)
        for one, (wanted, scores) in zip(found, kept, strict=True)
    ]
    return cards.fit(found, rarities)


def _look_up_exactly(snapshot: Snapshot, item: Item) -> Wanted:
    known = item.term in snapshot.words
    return Wanted(item, {item.term: Stand("exact", KINDS["exact"])} if known else {})


def _look_up(snapshot: Snapshot, item: Item) -> Wanted:
    language = snapshot.language
    lemma = item.term if " " in item.term else language.lemma(item.term)
    parts = tuple(snapshot.expand(part) for part in language.parts(lemma))
    of_the_trade = is_of_the_trade(snapshot, item.term)
    return Wanted(
        item,
        snapshot.expand(item.term),
        parts if all(parts) else (),
        importance=1.0 if of_the_trade else OTHER_WORDS,
    )
