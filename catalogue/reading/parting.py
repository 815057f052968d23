"""Words that the print glued together are parted again."""

from collections.abc import Iterator
from dataclasses import dataclass

from catalogue.reading.common import GLUING
from catalogue.reading.confusions import ODD, USUAL
from catalogue.reading.settling import Choice, Settler

# Glued to the end of a word these are its inflection.
ENDINGS = frozenset({"de", "en", "er", "et"})

# A piece, and how much has to be believed to read it there.
Piece = tuple[str, int]


@dataclass(frozen=True)
class Parter:
    """Parts what is no word by itself: all pieces but one are short words that get glued."""

    settler: Settler

    def part(self, raw: str) -> Choice | None:
        """Return the likeliest words that ``raw`` is glued from, or None."""
        ways = sorted(self._ways(raw), key=_price)
        if not ways:
            return self._pair(raw)
        words = [" ".join(word for word, _ in way) for way in ways[:2]]
        if len(ways) > 1 and _price(ways[0]) == _price(ways[1]):
            return Choice(words[0], f"{words[0]} or {words[1]}?")
        return Choice(words[0], "far-fetched" if max(cost for _, cost in ways[0]) >= ODD else "")

    def _ways(
        self, raw: str, *, long_left: bool = True, after_long: bool = False
    ) -> Iterator[tuple[Piece, ...]]:
        if not raw:
            yield ()
        for cut in range(1, len(raw) + 1):
            head, tail = raw[:cut], raw[cut:]
            if head[-1].isupper() and tail[:1].isupper():
                continue
            if after_long and raw in ENDINGS:
                continue
            if short := self._short(head):
                yield from ((short, *rest) for rest in self._ways(tail, long_left=long_left))
            elif long_left and (long := self._long(head)):
                rests = self._ways(tail, long_left=False, after_long=True)
                yield from ((long, *rest) for rest in rests)

    def _pair(self, raw: str) -> Choice | None:
        """Return two long words as one with a doubt, since no rule tells a pair from a compound."""
        for cut in range(3, len(raw) - 3):
            first, second = self._long(raw[:cut]), self._long(raw[cut:])
            if first and second and first[1] + second[1] < ODD:
                return Choice(first[0] + second[0].lower(), "one word or two?")
        return None

    def _short(self, raw: str) -> Piece | None:
        if len(raw) > 1 and raw.isupper():
            return raw, 0
        likely = (one for one in self.settler.candidates(raw) if one.cost <= USUAL)
        return next(((one.word, one.cost) for one in likely if one.word.lower() in GLUING), None)

    def _long(self, raw: str) -> Piece | None:
        choice = self.settler.choose(raw) if len(raw) > 1 else None
        for one in self.settler.candidates(raw) if choice else ():
            if choice and one.word == choice.word:
                return one.word, one.cost + one.joints
        return None


def _price(way: tuple[Piece, ...]) -> tuple[int, int]:
    return sum(cost for _, cost in way) + len(way), len(way)
