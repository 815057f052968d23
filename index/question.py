"""What a reader typed → what is wanted, what must stand together, what must not be there.

The whole grammar: words, "a phrase", -without. Nothing a reader types is an error.
"""

import re
from dataclasses import dataclass

from index.analysis import Token, fold, keys, normalize, tokenize
from index.language import Language
from index.thesaurus import find_asked_units

_QUOTED = re.compile(r'(-?)["”“„«»]([^"”“„«»]*)["”“„«»]')
_EXCLUDED = re.compile(r"(?:^|(?<=\s))[-–](?=[^\W_])(\S+)")


@dataclass(frozen=True)
class Item:
    """One wanted word, or several that make one term; ``text`` is as typed."""

    text: str
    term: str
    start: int
    end: int


@dataclass(frozen=True)
class Question:
    """A question taken apart; ``fillers`` neither filter nor rank."""

    q: str
    items: tuple[Item, ...]
    phrases: tuple[tuple[str, ...], ...]
    excluded: tuple[tuple[str, ...], ...]
    fillers: tuple[str, ...]


def parse_question(q: str, language: Language, *, exact: bool = False) -> Question:
    """Return the question that ``q`` asks; asked exactly, no words are joined to a term."""
    q = normalize(q)
    phrases: list[tuple[str, ...]] = []
    excluded: list[tuple[str, ...]] = []

    def take_phrase(match: re.Match[str]) -> str:
        words = tuple(keys(match.group(2)))
        if words:
            (excluded if match.group(1) else phrases).append(words)
        return " " * len(match.group())

    def take_excluded(match: re.Match[str]) -> str:
        excluded.append(tuple(keys(match.group(1))))
        return " " * len(match.group())

    # Blanks of the same length keep every word at its place in what was typed.
    rest = _EXCLUDED.sub(take_excluded, _QUOTED.sub(take_phrase, q))
    items, fillers = _find_items(list(tokenize(rest)), language, exact=exact)
    return Question(q, items, tuple(phrases), tuple(excluded), fillers)


def _find_items(
    tokens: list[Token], language: Language, *, exact: bool
) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    lemmas = [language.lemma(fold(token.text)) for token in tokens]
    items: list[Item] = []
    fillers: list[str] = []
    used: set[int] = set()
    units = [] if exact else find_asked_units(lemmas, language.thesaurus)
    for first, end, term in units:
        if used.isdisjoint(range(first, end)):
            used.update(range(first, end))
            text = " ".join(token.text for token in tokens[first:end])
            items.append(Item(text, term, tokens[first].start, tokens[end - 1].end))
    for place, token in enumerate(tokens):
        if place in used:
            continue
        key = fold(token.text)
        if key in language.stop_words:
            fillers.append(token.text)
        elif key:
            items.append(Item(token.text, key, token.start, token.end))
    distinct = {
        item.term: item for item in sorted(items, key=lambda item: item.start, reverse=True)
    }
    return tuple(sorted(distinct.values(), key=lambda item: item.start)), tuple(fillers)
