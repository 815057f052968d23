"""The question as the index understands it: each wanted word with all that may stand for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from index.analysis import fold, keys
from index.expanding import SILENT, Expansion, expand_exactly
from index.fit import Fit
from index.items import Item, find_items
from index.phrases import find_phrase
from index.question import Phrase, Question, parse_question
from index.results import Reason
from index.scored import Scored
from index.scoring import rarity_of, say_something, score_found, score_word
from index.snapshot import Snapshot
from index.spelling import is_of_the_trade
from index.votes import Votes
from index.weights import COMMON, FEW, OTHER_WORDS
from index.wishes import Wishes
from index.words import Word, read_words


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

    ``on_cards`` are those that no text has, only keywords; ``lost`` those that not even they have,
    or only in passing.
    """

    question: Question
    words: tuple[Word, ...]
    phrases: tuple[Phrase, ...]
    fillers: tuple[str, ...]
    wanted: tuple[Wanted, ...]
    scores: tuple[Scored, ...]
    fit: Fit
    votes: Votes
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
        items = [wanted.item for wanted in self.wanted] if self.scores and not self.exact else []
        return {voice: item.text for item in items for voice in self._find_voices(item)}

    def _find_voices(self, item: Item) -> tuple[str, ...]:
        language = self.snapshot.language
        return language.thesaurus.voices(language.base(item.term))

    @property
    def topics(self) -> tuple[Scored, ...]:
        """The scores of what is wanted, but for the words that say whose own words are."""
        if not self.voices:
            return self.scores
        # The scores of the words come first, in their order, then those of phrases.
        pairs = zip(self.wanted, self.scores, strict=False)
        words = (scores for word, scores in pairs if not self._find_voices(word.item))
        return (*words, *self.scores[len(self.wanted) :])

    def explain_voices(self, stakeholders: Sequence[str]) -> tuple[Reason, ...]:
        """Return why it counts that those stakeholders speak."""
        label = self.snapshot.language.vocabulary.get
        return tuple(
            Reason(self.voices[one], label("stakeholder", one).label, "voice")
            for one in stakeholders
            if one in self.voices
        )

    @cached_property
    def in_texts(self) -> Wishes:
        """What is wanted, before the words of the texts."""
        ways = [(wanted.item.text, wanted.expansion) for wanted in self.wanted]
        quoted = dict.fromkeys(word for phrase in self.phrases for word in phrase)
        ways += [(word, expand_exactly(word, self.snapshot.lexicon)) for word in quoted]
        return Wishes(tuple(ways), len(self.snapshot.terms))

    @cached_property
    def in_parts(self) -> Wishes:
        """The parts of what is wanted, for what is found by those alone."""
        ways = [(wanted.item.text, part) for wanted in self.wanted for part in wanted.parts]
        return Wishes(tuple(ways), len(self.snapshot.terms))

    @cached_property
    def explain(self) -> Callable[[int], Reason | None]:
        """Why an index word is marked; a page marks the same words again and again."""
        return cache(self._explain)

    def _explain(self, number: int) -> Reason | None:
        word = self.snapshot.terms[number]
        if way := self.in_texts.find(number):
            text, stand = way
            silent = stand.kind in SILENT
            return None if silent else Reason(text, self.snapshot.spell(word), stand.kind)
        part = self.in_parts.find(number)
        return Reason(part[0], self.snapshot.spell(word), "split") if part else None

    @cached_property
    def on_keywords(self) -> Wishes:
        """What is wanted, before the words of the keywords."""
        cards = self.snapshot.cards
        items = (*(word.item for word in self.wanted), *self.on_cards)
        ways = tuple((item.text, cards.expand(item.term)) for item in items)
        return Wishes(ways, len(cards.lexicon.terms))


def understand(snapshot: Snapshot, q: str, *, exact: bool = False) -> Understanding:
    """Return what ``q`` asks of the index; asked exactly, every word stands for itself alone."""
    question = parse_question(q)
    words = read_words(snapshot, question.words, exact=exact)
    items = find_items(snapshot, words, exact=exact, quotes=bool(question.phrases))
    asked = question.phrases or (() if items.wanted else _phrase_of(snapshot, items.fillers))
    look_up = _look_up_exactly if exact else _look_up
    wanted = [look_up(snapshot, item) for item in items.wanted]
    scored = [(word, _score(snapshot, word, exact)) for word in wanted]
    found = [(word, scores) for word, scores in scored if scores.is_found]
    unfound = [word.item for word, scores in scored if not scores.is_found]
    said = [] if exact else _find_on_cards(snapshot, unfound, items.wanted)
    # Of a word that was parted, neither part is wanted without the other.
    gone = {(item.start, item.end) for item in unfound if item not in said}
    lost = tuple(item for item in items.wanted if (item.start, item.end) in gone)
    found = [(word, scores) for word, scores in found if word.item not in lost]
    on_cards = tuple(item for item in said if item not in lost)
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
        votes=snapshot.cards.poll(() if exact else _leave(items.words, lost)),
        on_cards=on_cards,
        lost=lost,
        snapshot=snapshot,
        exact=exact,
    )


def _leave(words: Sequence[str], lost: Sequence[Item]) -> list[str]:
    """Return the words of a question without those that nothing has: they say nothing here."""
    said = {word for item in lost for word in (item.term, *keys(item.text))}
    return [word for word in words if word not in said]


def _phrase_of(snapshot: Snapshot, fillers: tuple[str, ...]) -> tuple[Phrase, ...]:
    """Return filler words alone as the phrase they may be: "mere for flere"."""
    words = tuple(map(fold, fillers))
    return (words,) if len(words) > 1 and len(find_phrase(snapshot, words)) else ()


def _score(snapshot: Snapshot, wanted: Wanted, exact: bool) -> Scored:
    return snapshot.kept.get(
        (wanted.item.term, exact),
        lambda: score_word(snapshot, wanted.expansion, wanted.parts, importance=wanted.importance),
    )


def _find_on_cards(
    snapshot: Snapshot, unfound: Sequence[Item], wanted: Sequence[Item]
) -> Sequence[Item]:
    """Return which of the words that no text has a keyword says; of few, not only in passing."""
    cards, words = snapshot.cards, len({(item.start, item.end) for item in wanted})
    said = [item for item in unfound if cards.find(item.term).is_found]
    if words > FEW or (words > 1 and cards.have_together([item.term for item in wanted])):
        return said
    return [item for item in said if cards.narrow(cards.find(item.term)).is_found]


def _fit(snapshot: Snapshot, scored: Sequence[tuple[Wanted, Scored]], lost: Sequence[Item]) -> Fit:
    """Return how well the keywords fit what is wanted, whether the texts have it or only they."""
    cards, size = snapshot.cards, len(snapshot.ids)
    kept = [(wanted, scores) for wanted, scores in scored if wanted.item not in lost]
    found = [cards.find(wanted.item.term) for wanted, _ in kept]
    if len(kept) == 1 and not kept[0][1].is_found:
        # Whatever else has the word has it in passing.
        found = list(map(cards.narrow, found))
    tell = [
        not scores.is_common if scores.is_found else rarity_of(len(one.actions), size) > COMMON
        for one, (_, scores) in zip(found, kept, strict=True)
    ]
    if lost and not any(tell):
        return cards.fit([], [])
    rarities = [
        # A word that the texts lack is as rare as it is on the cards.
        scores.rarity if scores.is_found else wanted.importance * rarity_of(len(one.actions), size)
        for one, (wanted, scores) in zip(found, kept, strict=True)
    ]
    return cards.fit(found, rarities)


def _look_up_exactly(snapshot: Snapshot, item: Item) -> Wanted:
    return Wanted(item, expand_exactly(item.term, snapshot.lexicon))


def _look_up(snapshot: Snapshot, item: Item) -> Wanted:
    language = snapshot.language
    lemma = language.base(item.term)
    told = language.parts(lemma)
    says_something = language.stop_words.isdisjoint(told)
    parts = tuple(snapshot.expand(part) for part in told if says_something)
    of_the_trade = is_of_the_trade(snapshot, item.term)
    return Wanted(
        item,
        snapshot.expand(item.term),
        parts if all(map(len, parts)) else (),
        importance=1.0 if of_the_trade else OTHER_WORDS,
    )
