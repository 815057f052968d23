"""Terms of several words in a question, where they seldom stand as the thesaurus writes them.

"behov der er helt særlige" asks for the term "særlig behov": its telling words are there, near each
other, in whatever order. A term with one telling word (vil ikke i skole) must
have all its words side by side, in whatever order too.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.weights import SLACK

Places = tuple[int, ...]
AskedTerm = tuple[Places, str]


@dataclass(frozen=True)
class Pattern:
    """A term and the words by which a question asks for it, in alphabetical order."""

    term: str
    words: tuple[str, ...]
    telling: bool


Patterns = Mapping[str, tuple[Pattern, ...]]


def list_patterns(terms: Iterable[str], fillers: Container[str]) -> Patterns:
    """Return the patterns of the terms of several words, by the rarest word of each."""
    patterns = [_to_pattern(term, fillers) for term in terms if " " in term]
    counts = Counter(word for pattern in patterns for word in pattern.words)
    found: dict[str, list[Pattern]] = defaultdict(list)
    for pattern in patterns:
        found[min(pattern.words, key=counts.__getitem__)].append(pattern)
    return {word: tuple(those) for word, those in found.items()}


def _to_pattern(term: str, fillers: Container[str]) -> Pattern:
    words = term.split(" ")
    telling = [word for word in words if word not in fillers]
    enough = len(telling) > 1
    return Pattern(term, tuple(sorted(telling if enough else words)), enough)


def find_asked_terms(lemmas: Sequence[str], patterns: Patterns) -> tuple[AskedTerm, ...]:
    """Return the terms that ``lemmas`` ask for and where, the one of most words first."""
    found = _find_all(lemmas, patterns)
    return tuple(sorted(found, key=lambda way: (-len(way[0]), way[0][-1] - way[0][0], way[0])))


def _find_all(lemmas: Sequence[str], patterns: Patterns) -> Iterator[AskedTerm]:
    asked = set(lemmas)
    for word in dict.fromkeys(lemmas):
        for pattern in patterns.get(word, ()):
            if not asked.issuperset(pattern.words):
                continue
            places = _find_near(lemmas, pattern.words, SLACK if pattern.telling else 0)
            if places:
                yield places, pattern.term


def _find_near(lemmas: Sequence[str], words: Collection[str], slack: int) -> Places | None:
    """Return the first places where all ``words`` stand, with ``slack`` others at most."""
    for first in range(len(lemmas)):
        wanted = list(words)
        places = []
        for place in range(first, min(len(lemmas), first + len(words) + slack)):
            if lemmas[place] in wanted:
                wanted.remove(lemmas[place])
                places.append(place)
        if not wanted:
            return tuple(places)
    return None
