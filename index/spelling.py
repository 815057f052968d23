"""A word that nothing is known of → the known word it was meant to be.

Misspellings are looked for only where nothing better is there, and what is changed is said.
"""

from dataclasses import dataclass

from index.analysis import Token, fold
from index.correcting import correct
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
    found = [*alike, *correct(key, snapshot.guesses, snapshot.count_documents)]
    return found[0] if found else None
