"""What a reader typed → its words, what must stand together, what must not be there.

The whole grammar: words, "a phrase", -without. Nothing a reader types is an error.
"""

import re
from dataclasses import dataclass

from index.analysis import Token, keys, normalize, tokenize

_QUOTED = re.compile(r'(-?)["”“„«»]([^"”“„«»]*)["”“„«»]')
_EXCLUDED = re.compile(r"(?:^|(?<=\s))[-–−](?=[^\W_])(\S+)")

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """A question taken apart; each word knows its place in ``q``, phrases are keys.

    ``quoted`` are the phrases as typed.
    """

    q: str
    words: tuple[Token, ...]
    phrases: tuple[Phrase, ...]
    excluded: tuple[Phrase, ...]
    quoted: tuple[str, ...] = ()


def without_quotes(q: str) -> str:
    """Return the question with its phrases as loose words."""
    return " ".join(_QUOTED.sub(lambda match: f" {match.group(2)} ", q).split())


def parse_question(q: str) -> Question:
    """Return the question that ``q`` asks."""
    q = normalize(q)
    phrases: list[Phrase] = []
    excluded: list[Phrase] = []
    quoted: list[str] = []

    def take_phrase(match: re.Match[str]) -> str:
        words = tuple(keys(match.group(2)))
        if words and match.group(1):
            excluded.append(words)
        elif words and words not in phrases:
            phrases.append(words)
            quoted.append(match.group(2).strip())
        return " " * len(match.group())

    def take_excluded(match: re.Match[str]) -> str:
        excluded.append(tuple(keys(match.group(1))))
        return " " * len(match.group())

    # Blanks of the same length keep every word at its place in what was typed.
    rest = _EXCLUDED.sub(take_excluded, _QUOTED.sub(take_phrase, q))
    return Question(q, tuple(tokenize(rest)), tuple(phrases), tuple(excluded), tuple(quoted))
