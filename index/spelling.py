"""A word that nothing is known of → the known word it was meant to be.

Misspellings are looked for only where nothing better is there, and what is changed is said.
"""

from dataclasses import dataclass

from index.analysis import Token, fold
from index.correcting import correct, differ_at_an_end, offer
from index.snapshot import Snapshot


@dataclass(frozen=True)
class Word:
    """A word as typed and the key it was taken for; ``spelling`` is set where that is another."""

    token: Token
    key: str
    spelling: str | None = None


def read_word(snapshot: Snapshot, token: Token, *, exact: bool = False) -> Word:
    """Return the word that was meant; asked exactly, it is the one that was typed."""
    key = fold(token.text)
    if exact or is_known(snapshot, key):
        return Word(token, key)
    meant = _lookalike(snapshot, key)
    return Word(token, meant, snapshot.language.spell(meant)) if meant else Word(token, key)


def is_known(snapshot: Snapshot, key: str) -> bool:
    """Whether the index, the thesaurus or the language tables have the word or its parts."""
    language = snapshot.language
    lemma = language.lemma(key)
    return (
        key in snapshot.words
        or key in language.lemmas
        or key in language.stop_words
        or lemma in language.known
        or lemma in snapshot.lexicon.by_lemma
        or lemma in snapshot.cards.lexicon.by_lemma
        or lemma in language.thesaurus.words
        or bool(language.parts(lemma))
    )


def _lookalike(snapshot: Snapshot, key: str) -> str | None:
    alike = snapshot.lexicon.spelt_alike(key)
    found = [*alike, *_slipped(snapshot, key)]
    return found[0] if found else None


def _slipped(snapshot: Snapshot, key: str) -> list[str]:
    """Return the words that ``key`` is a slip of; one that ends otherwise may be its own word."""
    near = correct(key, snapshot.guesses, snapshot.count_documents)
    return [w for w in near if is_of_the_trade(snapshot, w) or not differ_at_an_end(key, w)]


def list_near(snapshot: Snapshot, key: str) -> list[str]:
    """Return the words of the index that a lost word may have been meant to be."""
    # The forms of one word are lost together, and offered the same.
    lemma = snapshot.language.lemma(key)
    slipped = set(_slipped(snapshot, lemma))
    offered = offer(lemma, snapshot.guesses, snapshot.count_documents)
    return [
        word
        for word in offered
        if word in snapshot.words and (word in slipped or is_of_the_trade(snapshot, word))
    ]


def is_of_the_trade(snapshot: Snapshot, word: str) -> bool:
    """Whether the thesaurus, a theme or a place has the word as a term of its own."""
    language = snapshot.language
    lemma = word if " " in word else language.lemma(word)
    return (
        lemma in language.thesaurus.by_term
        or lemma in language.theme_terms
        or lemma in snapshot.place_lemmas
    )
