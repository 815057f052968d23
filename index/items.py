"""The words of a question → what is wanted: terms of several words, joined words, single words.

Readers part what Danish joins (trivsels måling) and join what no one has written yet
(fraværshåndtering); both are put right here, so that the thesaurus and the index know them.
"""

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.analysis import fold, stand_together
from index.asked_terms import Places
from index.endings import LINKS
from index.scoring import rarity_of
from index.snapshot import Snapshot
from index.spelling import is_of_the_trade
from index.weights import COMMON
from index.words import Word

# A term and the places of its words.
Term = tuple[Places, str]


@dataclass(frozen=True)
class Item:
    """One wanted word, or several that make one term; ``text`` is as typed, or corrected."""

    text: str
    term: str
    start: int
    end: int


@dataclass(frozen=True)
class Items:
    """What is wanted, in the order typed, and the filler words that neither filter nor rank.

    ``words`` are the keys of all words that are not passed over, those that were parted as one.
    """

    wanted: tuple[Item, ...]
    fillers: tuple[str, ...]
    words: tuple[str, ...]


def find_items(
    snapshot: Snapshot, words: Sequence[Word], *, exact: bool = False, quotes: bool = False
) -> Items:
    """Return what the words want; asked exactly, each stands for itself.

    A question that ``quotes`` too asks for something whatever its other words say.
    """
    stop_words = snapshot.language.stop_words
    fillers = {place for place, word in enumerate(words) if word.key in stop_words}
    terms, passed_over = (
        ([], set()) if exact else _pass_over(snapshot, words, fillers, quotes=quotes)
    )
    used = {place for places, _ in terms for place in places}
    fillers = (fillers | passed_over) - used
    items = [_to_item([words[place] for place in places], term) for places, term in terms]
    for place, word in enumerate(words):
        if place not in used and place not in fillers:
            wanted = [word.key] if exact else _split(snapshot, word.key)
            items += [_to_item([word], term) for term in wanted]
    # Forms of one word are one word, unless each is asked for as it stands.
    name = str if exact else snapshot.language.base
    distinct = {name(item.term): item for item in sorted(items, key=_place, reverse=True)}
    said = _join_parted(words, terms, without=passed_over - used)
    return Items(
        wanted=tuple(sorted(distinct.values(), key=_place)),
        fillers=tuple(words[place].token.text for place in sorted(fillers)),
        words=tuple(_drop_repeated(said, name, stop_words)),
    )


def _pass_over(
    snapshot: Snapshot, words: Sequence[Word], fillers: Collection[int], *, quotes: bool
) -> tuple[list[Term], set[int]]:
    """Return the terms that are asked for, and the places of phrases that only ask.

    Where nothing else is asked for, such a phrase is what it says.
    """
    terms = list(_find_terms(snapshot, words))
    passed_over = _find_filler_phrases(snapshot, words)
    left = [(places, term) for places, term in terms if not passed_over.issuperset(places)]
    if quotes or left or len(passed_over.union(fillers)) < len(words):
        return left, passed_over
    return terms, set()


def _find_filler_phrases(snapshot: Snapshot, words: Sequence[Word]) -> set[int]:
    """Return the places of the words that stand in a filler phrase."""
    keys, phrases = tuple(word.key for word in words), snapshot.language.filler_phrases
    return {
        place
        for size in {len(phrase) for phrase in phrases}
        for start in range(len(keys) - size + 1)
        if keys[start : start + size] in phrases
        for place in range(start, start + size)
    }


def _join_parted(
    words: Sequence[Word], terms: Sequence[Term], *, without: Container[int]
) -> Iterator[str]:
    """Yield the keys of the words but some; a word that was parted (skole start) is one."""
    parted = {places[0]: term for places, term in terms if len(places) > 1 and " " not in term}
    for place, word in enumerate(words):
        if place - 1 not in parted and place not in without:
            yield parted.get(place, word.key)


def _drop_repeated(
    words: Iterable[str], name: Callable[[str], str], fillers: Container[str]
) -> Iterator[str]:
    """Yield the words without other forms of those before; fillers stay, as terms have them too."""
    said: set[str] = set()
    for word in words:
        if word in fillers or name(word) not in said:
            said.add(name(word))
            yield word


def _place(item: Item) -> int:
    return item.start


def _to_item(words: Sequence[Word], term: str) -> Item:
    text = " ".join(word.spelling or word.token.text for word in words)
    return Item(text, term, words[0].token.start, words[-1].token.end)


def _find_terms(snapshot: Snapshot, words: Sequence[Word]) -> Iterator[Term]:
    """Yield the places of words that make one term, none of them in two."""
    lemmas = tuple(snapshot.language.lemma(word.key) for word in words)
    used: set[int] = set()
    ways = [*_find_parted(snapshot, words), *snapshot.language.ask_for_terms(lemmas)]
    fillers = {n for n, word in enumerate(words) if word.key in snapshot.language.stop_words}
    wholes = [places for places, _ in ways if fillers.isdisjoint(places)]
    # Two words that might be one give way to a term of three.
    for places, term in sorted(ways, key=lambda way: -len(way[0])):
        if used.isdisjoint(places) and not (fillers.issuperset(places) and _inside(places, wholes)):
            used.update(places)
            yield places, term


def _inside(places: Places, wholes: Sequence[Places]) -> bool:
    """Whether fillers stand inside a term: "gider ikke gå i skole" says no "ikke gå"."""
    return any(whole[0] < places[0] and places[-1] < whole[-1] for whole in wholes)


def _find_parted(snapshot: Snapshot, words: Sequence[Word]) -> Iterator[Term]:
    """Yield two words that are one when joined: skole start."""
    stop_words = snapshot.language.stop_words
    for place, (one, other) in enumerate(pairwise(words)):
        if {one.key, other.key} & stop_words or not stand_together(one.token, other.token):
            continue
        # What the texts have in two words, the cards may have in one: low arousal.
        apart = one.key in snapshot.words and other.key in snapshot.words
        known = _is_in_texts if apart else _is_term
        joined = next((key for key in _join(one, other) if known(snapshot, key)), None)
        if joined:
            yield (place, place + 1), joined


def _join(one: Word, other: Word) -> Iterator[str]:
    """Yield the words that two may make: as typed, or as spelt right, with or without a link."""
    yield fold(one.token.text + other.token.text)
    for link in LINKS:
        yield one.key + link + other.key


def _is_term(snapshot: Snapshot, key: str) -> bool:
    lemma = snapshot.language.lemma(key)
    return lemma in snapshot.cards.lexicon.by_lemma or _is_in_texts(snapshot, key)


def _is_in_texts(snapshot: Snapshot, key: str) -> bool:
    """Whether the texts have a word, or the thesaurus to find them by."""
    lemma = snapshot.language.lemma(key)
    return lemma in snapshot.lexicon.by_lemma or lemma in snapshot.language.thesaurus.by_term


def _split(snapshot: Snapshot, key: str) -> list[str]:
    """Return the word, or its parts where only those are known here."""
    if _is_term(snapshot, key):
        return [key]
    parts = snapshot.language.parts(snapshot.language.lemma(key))
    wanted = [part for part in parts if part not in snapshot.language.stop_words]
    here = any(part in snapshot.lexicon.by_lemma for part in wanted)
    if not here or not all(_is_term(snapshot, part) for part in wanted):
        return [key]
    # Of skole|have a school is left and of første|hjælp a first, which say nothing here; of
    # fraværs|hjælp the absence.
    is_whole = len(wanted) == len(parts) or any(_tells(snapshot, part) for part in wanted)
    return wanted if is_whole else [key]


def _tells(snapshot: Snapshot, lemma: str) -> bool:
    having = len(snapshot.actions_of(snapshot.lexicon.by_lemma.get(lemma)))
    is_rare = rarity_of(having, len(snapshot.ids)) > COMMON
    return is_rare and is_of_the_trade(snapshot, lemma)
