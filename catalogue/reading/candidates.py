"""Every Danish word that a damaged word can have been."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from catalogue.reading.common import GLUING
from catalogue.reading.confusions import CAPITALS, LOSABLE, ODD, origins
from catalogue.reading.dictionary import MOST_PARTS, SHORTEST_PART, Dictionary

WORDS_OF_ONE_LETTER = frozenset("iåø")


@dataclass(frozen=True)
class Candidate:
    """A Danish word, how many joints it has, and the sum and the worst of its damages."""

    word: str
    joints: int
    cost: int
    worst: int


def find_candidates(raw: str, dictionary: Dictionary) -> list[Candidate]:
    """Return the likeliest readings of ``raw``, cheapest first; a lost letter is mended last."""
    for lossy in (False, True):
        found = _with_capital(raw, dictionary, lossy) if raw[:1].isupper() else []
        if not found or raw[0] in CAPITALS:
            found += _search(raw, dictionary, lossy=lossy)
        if found:
            return found
    return []


def _with_capital(raw: str, dictionary: Dictionary, lossy: bool) -> list[Candidate]:
    lowered = _search(raw[0].lower() + raw[1:], dictionary, lossy=lossy)
    return [replace(found, word=found.word[0].upper() + found.word[1:]) for found in lowered]


def _search(raw: str, dictionary: Dictionary, *, lossy: bool) -> list[Candidate]:
    best: dict[str, Candidate] = {}
    for found in _Search(raw, dictionary, lossy).walk(_Walk()):
        known = best.setdefault(found.word, found)
        if (found.joints, found.cost) < (known.joints, known.cost):
            best[found.word] = found
    least = min(map(_strangeness, best.values()), default=0)
    likely = (found for found in best.values() if _strangeness(found) == least)
    return sorted(likely, key=lambda found: (found.cost, found.word))


def _strangeness(found: Candidate) -> int:
    return found.joints + (found.worst >= ODD)


@dataclass(frozen=True)
class _Walk:
    """A reading under way: signs used, the part begun, the parts finished, what was believed."""

    at: int = 0
    part: str = ""
    finished: tuple[str, ...] = ()
    cost: int = 0
    worst: int = 0
    mended: bool = False

    def step(self, letter: str, signs: int, cost: int) -> "_Walk":
        return replace(
            self,
            at=self.at + signs,
            part=self.part + letter,
            cost=self.cost + cost,
            worst=max(self.worst, cost),
        )


@dataclass(frozen=True)
class _Search:
    """One printed word against the dictionary; a lossy search mends one gap in a whole word."""

    raw: str
    dictionary: Dictionary
    lossy: bool

    def walk(self, walk: _Walk) -> Iterator[Candidate]:
        if walk.at == len(self.raw) and self._ends(walk):
            word = "".join((*walk.finished, walk.part))
            yield Candidate(word, len(walk.finished), walk.cost, walk.worst)
        for step in self._steps(walk):
            if self.dictionary.begins(step.part):
                yield from self.walk(step)
            if self._links(step):
                yield from self.walk(replace(step, part="", finished=(*step.finished, step.part)))

    def _steps(self, walk: _Walk) -> Iterator[_Walk]:
        if walk.at < len(self.raw):
            yield walk.step(self.raw[walk.at], 1, 0)
        for letter, signs, cost in origins(self.raw, walk.at):
            yield walk.step(letter, signs, cost)
        if self.lossy and not walk.mended:
            yield from (replace(walk.step(letter, 0, ODD), mended=True) for letter in LOSABLE)

    def _ends(self, walk: _Walk) -> bool:
        if not walk.finished and len(walk.part) == 1:
            return walk.part.lower() in WORDS_OF_ONE_LETTER
        if not walk.finished:
            return walk.part in self.dictionary.stems
        return len(walk.part) >= SHORTEST_PART and walk.part in self.dictionary.heads

    def _links(self, walk: _Walk) -> bool:
        return (
            not self.lossy
            and len(walk.part) >= SHORTEST_PART
            and walk.at < len(self.raw)
            and len(walk.finished) < MOST_PARTS - 1
            and walk.part in self.dictionary.links
            and walk.part not in GLUING
        )
