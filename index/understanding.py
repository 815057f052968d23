"""The question as the index understands it: each wanted word with all that may stand for it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.analysis import fold, strip_letters
from index.correcting import correct, offer
from index.documents import MARKS
from index.expanding import Expansion, Stand, expand
from index.phrases import find_phrase
from index.question import Item, Question, parse_question
from index.results import Broadening, NearWord, Reading
from index.scoring import WordScores, say_something, score_phrase, score_word
from index.snapshot import Snapshot
from index.weights import KINDS, OTHER_WORDS

# Ways of standing for a word that a reader takes for granted and need not be told.
SILENT = ("exact", "inflection", "letters", "typo")
MOST_NEAR_WORDS = 5
MOST_BROADENED = 8


@dataclass(frozen=True)
class Wanted:
    """One wanted word with what stands for it; ``corrected`` is what it was taken for."""

    item: Item
    expansion: Expansion
    parts: tuple[Expansion, ...] = ()
    corrected: str | None = None
    importance: float = 1.0

    @property
    def found(self) -> bool:
        """Whether anything in the index stands for it."""
        return bool(self.expansion) or bool(self.parts)


@dataclass(frozen=True)
class Understanding:
    """A question with the words that found something, and those that did not."""

    question: Question
    wanted: tuple[Wanted, ...]
    scores: tuple[WordScores, ...]
    lost: tuple[Item, ...]
    snapshot: Snapshot

    @property
    def asks_something(self) -> bool:
        """Whether anything but filler words is wanted."""
        return bool(self.scores or self.lost)

    def stand(self, word: str) -> tuple[Wanted, Stand] | None:
        """Return which wanted word an index word stands for best, and how."""
        ways = [
            (wanted, wanted.expansion[word]) for wanted in self.wanted if word in wanted.expansion
        ]
        return max(ways, key=lambda way: way[1].weight, default=None)

    def reading(self) -> Reading:
        """Return how the question was understood, to be told to whoever asked."""
        return Reading(
            q=self.question.q,
            corrected=self._corrected(),
            did_you_mean=self._offered(),
            broadened=tuple(self._broadened()),
            dropped=tuple(item.text for item in self.lost),
            near=tuple(self._near()),
        )

    def _corrected(self) -> str | None:
        changes = {wanted.item: wanted.corrected for wanted in self.wanted if wanted.corrected}
        return self._rewrite(changes) if changes else None

    def _offered(self) -> str | None:
        changes = {}
        for item in self.lost:
            words = offer(item.term, _known(self.snapshot), _counts(self.snapshot))
            if words:
                changes[item] = self.snapshot.language.spell(words[0])
        return self._rewrite(changes) if changes else None

    def _rewrite(self, changes: dict[Item, str]) -> str:
        text = self.question.q
        for item in sorted(changes, key=lambda item: item.start, reverse=True):
            text = text[: item.start] + changes[item] + text[item.end :]
        return text

    def _broadened(self) -> Iterator[Broadening]:
        for wanted in self.wanted:
            ways: dict[str, list[str]] = {}
            for word, stand in sorted(wanted.expansion.items(), key=lambda way: -way[1].weight):
                if stand.kind not in SILENT and word[0] not in MARKS:
                    ways.setdefault(stand.kind, []).append(word)
            for kind, words in ways.items():
                lemmas = dict.fromkeys(self.snapshot.spell(word) for word in words)
                yield Broadening(wanted.item.text, tuple(lemmas)[:MOST_BROADENED], kind)

    def _near(self) -> Iterator[NearWord]:
        for item in self.lost:
            near = offer(item.term, self.snapshot.postings, _counts(self.snapshot))
            for word in near[:MOST_NEAR_WORDS]:
                yield NearWord(
                    self.snapshot.language.spell(word), self.snapshot.count_actions([word])
                )


def understand(snapshot: Snapshot, q: str, *, exact: bool = False) -> Understanding:
    """Return what ``q`` asks of the index; asked exactly, every word stands for itself alone."""
    question = _keep_fillers(snapshot, parse_question(q, snapshot.language, exact=exact))
    read = _want_exactly if exact else _want
    wanted = [read(snapshot, item) for item in question.items]
    scored = [
        (word, score_word(snapshot, word.expansion, word.parts, importance=word.importance))
        for word in wanted
    ]
    lost = tuple(word.item for word, scores in scored if not scores.best.any())
    phrases = [score_phrase(snapshot, find_phrase(snapshot, words)) for words in question.phrases]
    found = [scores for _, scores in scored if scores.best.any()]
    return Understanding(
        question,
        wanted=tuple(word for word, scores in scored if scores.best.any()),
        scores=(*found, *phrases) if say_something((*found, *phrases), len(lost)) else (),
        lost=lost,
        snapshot=snapshot,
    )


def _keep_fillers(snapshot: Snapshot, question: Question) -> Question:
    """Return a question of filler words alone as the phrase it may be: "mere for flere"."""
    words = tuple(fold(filler) for filler in question.fillers)
    alone = len(words) > 1 and not question.items and not question.phrases
    if alone and find_phrase(snapshot, words).any():
        return replace(question, phrases=(words,), fillers=())
    return question


def _want_exactly(snapshot: Snapshot, item: Item) -> Wanted:
    known = item.term in snapshot.postings
    return Wanted(item, {item.term: Stand("exact", KINDS["exact"])} if known else {})


def _want(snapshot: Snapshot, item: Item) -> Wanted:
    wanted = _look_up(snapshot, item)
    if wanted.found or " " in item.term:
        return wanted
    for kind, others in _lookalikes(snapshot, item.term):
        for other in others:
            meant = _look_up(snapshot, replace(item, term=other))
            if meant.found:
                weaker = {
                    word: Stand(
                        kind if stand.kind in SILENT else stand.kind, stand.weight * KINDS[kind]
                    )
                    for word, stand in meant.expansion.items()
                }
                spelling = snapshot.language.spell(other)
                return replace(meant, item=item, expansion=weaker, corrected=spelling)
    return wanted


def _lookalikes(snapshot: Snapshot, key: str) -> Iterator[tuple[str, tuple[str, ...] | list[str]]]:
    yield "letters", snapshot.lexicon.by_letters.get(strip_letters(key), ())
    yield "typo", correct(key, _known(snapshot), _counts(snapshot))


def _look_up(snapshot: Snapshot, item: Item) -> Wanted:
    lexicon, language = snapshot.lexicon, snapshot.language
    expansion = expand(item.term, lexicon, language)
    lemma = item.term if " " in item.term else language.lemma(item.term)
    parts = tuple(expand(part, lexicon, language) for part in language.parts(lemma))
    known = (
        lemma in language.thesaurus.by_term
        or lemma in language.theme_terms
        or lemma in snapshot.place_lemmas
    )
    return Wanted(
        item,
        expansion,
        parts if all(parts) else (),
        importance=1.0 if known else OTHER_WORDS,
    )


def _known(snapshot: Snapshot) -> list[str]:
    terms = snapshot.language.thesaurus.by_term
    known = dict.fromkeys([*snapshot.postings, *terms])
    fillers = snapshot.language.stop_words
    return [word for word in known if word.isalnum() and word not in fillers]


def _counts(snapshot: Snapshot) -> dict[str, int]:
    return {word: len(posting.documents) for word, posting in snapshot.postings.items()}
