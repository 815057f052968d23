"""The words of a question as they are meant: spelt right, and Danish where they were English."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.analysis import Token, fold, stand_together, tokenize
from index.english import Translation
from index.snapshot import Snapshot
from index.spelling import find_right


@dataclass(frozen=True)
class Word:
    """A word as typed and the key it was taken for; ``spelling`` is set where that is another.

    The Danish words that stand for one English phrase share its token.
    """

    token: Token
    key: str
    spelling: str | None = None
    is_translated: bool = False


def read_words(
    snapshot: Snapshot, tokens: Sequence[Token], *, exact: bool = False
) -> tuple[Word, ...]:
    """Return the words that were meant; asked exactly, they are those that were typed."""
    if exact:
        return tuple(Word(token, fold(token.text)) for token in tokens)
    return tuple(_read(snapshot, tokens))


def _read(snapshot: Snapshot, tokens: Sequence[Token]) -> Iterator[Word]:
    translations = {one.start: one for one in _translate(snapshot, tokens)}
    free = 0
    for place, token in enumerate(tokens):
        if place in translations:
            _, free, danish = translations[place]
            phrase = _join(tokens[place:free])
            for word in tokenize(danish):
                yield Word(phrase, fold(word.text), word.text, is_translated=True)
        elif place >= free:
            yield _read_word(snapshot, token)


def _translate(snapshot: Snapshot, tokens: Sequence[Token]) -> list[Translation]:
    """Return what of a question to put into Danish: nothing, unless it is or has English."""
    language = snapshot.language
    asked = [fold(token.text) for token in tokens]
    strange = {key for key in asked if _is_strange(snapshot, key)} - language.stop_words
    # Most questions have no word that the table need be asked about.
    found = list(language.english.find(asked, language.is_danish)) if strange else []
    found = [one for one in found if _stand_together(tokens[one.start : one.end])]
    english = {key for one in found for key in asked[one.start : one.end]}
    return found if english & strange else []


def _stand_together(tokens: Sequence[Token]) -> bool:
    """Whether no quotation and no exclusion was taken out between the words."""
    return all(stand_together(*pair) for pair in pairwise(tokens))


def _is_strange(snapshot: Snapshot, key: str) -> bool:
    """Whether a word is not Danish, or only might be: ladder is no lade."""
    language = snapshot.language
    if key in snapshot.words or language.is_listed(key):
        return False
    return not language.is_danish(key) or language.english.has(key)


def _join(tokens: Sequence[Token]) -> Token:
    return Token(" ".join(token.text for token in tokens), tokens[0].start, tokens[-1].end)


def _read_word(snapshot: Snapshot, token: Token) -> Word:
    key = fold(token.text)
    right = find_right(snapshot, key)
    return Word(token, key) if right == key else Word(token, right, snapshot.language.spell(right))
