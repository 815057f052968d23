"""A word that the tables do not list → the known word it was meant to be.

Misspellings are looked for only where nothing better is there, and what is changed is said.
"""

from rapidfuzz.distance import OSA

from index.analysis import strip_letters
from index.correcting import SHORTEST, correct, offer
from index.endings import halve
from index.snapshot import Snapshot
from index.sounds import to_sound

# A shorter form may be a word of its own: lærken is no slip of læren.
LONG_ENOUGH = 7


def find_right(snapshot: Snapshot, key: str) -> str:
    """Return the word that was meant, which is ``key`` itself where it is known or none is near."""
    # A number is never a slip of another one.
    if not key.isalpha() or is_known(snapshot, key):
        return key
    # Who writes æ, ø and å leaves none of them out.
    bare = snapshot.lexicon.spelt_alike(key) if strip_letters(key) == key else ()
    if bare:
        return bare[0]
    near = correct(key, snapshot.columns.guesses, snapshot.count_documents)
    if len(key) <= SHORTEST:
        # So short a word may sound like a filler, which would say nothing in its place.
        near = [word for word in near if word not in snapshot.language.stop_words]
    if snapshot.language.is_danish(key):
        near = [word for word in near if _is_likelier(snapshot, key, word)]
    return near[0] if near else key


def is_known(snapshot: Snapshot, key: str) -> bool:
    """Whether the index, the cards, the thesaurus or the tables of forms have the very word."""
    language = snapshot.language
    return (
        key in snapshot.words
        or key in snapshot.cards.lexicon.numbers
        or language.is_listed(key)
        or key in language.stop_words
        or key in language.thesaurus.words
    )


def _is_likelier(snapshot: Snapshot, key: str, word: str) -> bool:
    """Whether a key that may be a form of a word, or two of them, is rather a slip of another.

    So torvholder is of tovholder, while madpakker are more than one madpakke.
    """
    if len(key) < LONG_ENOUGH or key.startswith(word):
        return False
    is_slip = OSA.distance(key, word) == 1 and is_of_the_trade(snapshot, word)
    return is_slip or to_sound(word) == to_sound(key)


def list_near(snapshot: Snapshot, key: str) -> list[str]:
    """Return the words of the index that a lost word may have been meant to be."""
    # The forms of one word are lost together, and offered the same.
    lemma = snapshot.language.lemma(key)
    if not lemma.isalpha() or lemma in snapshot.language.other_words:
        return []
    fillers = snapshot.language.stop_words
    near = [w for w in _offer(snapshot, lemma) if w in snapshot.words and w not in fillers]
    if snapshot.language.is_danish(lemma):
        # A skolebus was not meant to be skolens.
        near = [word for word in near if OSA.distance(lemma, word) == 1]
    return near


def list_heads(snapshot: Snapshot, key: str) -> list[str]:
    """Return what a lost compound is a kind of, where the index has that: undervisning."""
    language = snapshot.language
    heads = [
        language.lemma(rest)
        for first, rest in halve(language.lemma(key))
        if language.is_danish(first)
    ]
    told = [head for head in heads if head in snapshot.words and head not in language.stop_words]
    return [max(told, key=len)] if told else []


def _offer(snapshot: Snapshot, lemma: str) -> list[str]:
    """Return what is near enough to be offered: a little further only what is of the trade."""
    guesses, count = snapshot.columns.guesses, snapshot.count_documents
    slipped = set(correct(lemma, guesses, count))
    offered = offer(lemma, guesses, count)
    return [word for word in offered if word in slipped or is_of_the_trade(snapshot, word)]


def is_of_the_trade(snapshot: Snapshot, word: str) -> bool:
    """Whether the thesaurus, a theme or a place has the word as a term of its own."""
    language = snapshot.language
    lemma = language.base(word)
    return (
        lemma in language.thesaurus.by_term
        or lemma in language.theme_terms
        or lemma in snapshot.place_lemmas
    )
