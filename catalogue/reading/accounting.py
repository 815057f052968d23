"""The proof that restoring is conservative: a text holds its source's letters and no others.

A letter of a text must stand in the source as itself or as the confusion table says; a cut word may
be joined, a glued word parted, a sign printed the Danish way. What more was done is a correction.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from catalogue.reading.blocks import Line
from catalogue.reading.confusions import CAPITALS, damages, stands

# How each Danish sign may have been printed.
PRINTED_SIGNS = {"”": '"“', "’": "'", "–": "—-"}


@dataclass(frozen=True)
class Unaccounted:
    """The first word of a text that its source does not account for."""

    line: int
    word: str


@dataclass(frozen=True)
class Step:
    """One letter of a text, and from where to where the print explains it."""

    letter: str
    start: int
    end: int
    changed: bool


def join_lines(lines: Sequence[Line]) -> str:
    """Return the lines as the one print that places are counted in."""
    return "\n".join(line.strip() for _, line in lines)


def find_unaccounted(text: str, lines: Sequence[Line]) -> Unaccounted | None:
    """Return the first word of ``text`` that ``lines`` do not account for, or None."""
    raw = join_lines(lines)
    layers = _explain_all(text, raw)
    if len(layers) > len(text) and _ends(layers[-1], raw):
        return None
    furthest = max(layers[-1])
    line = lines[raw.count("\n", 0, furthest)][0]
    done = len(layers) - 1
    return Unaccounted(line, _word_at(text, done) if done < len(text) else raw[furthest:])


def align(text: str, raw: str) -> list[Step] | None:
    """Return how each letter of ``text`` stands in ``raw`` with the fewest changes, or None."""
    layers = _explain_all(text, raw)
    ends = _ends(layers[-1], raw) if len(layers) > len(text) else []
    if not ends:
        return None
    place = min(ends, key=lambda end: layers[-1][end][0])
    steps: list[Step] = []
    for letter, layer in zip(reversed(text), reversed(layers[1:]), strict=True):
        _, step = layer[place]
        steps.append(Step(letter, step.start, step.end, step.changed))
        place = step.origin
    return steps[::-1]


@dataclass(frozen=True)
class _Hop:
    """A way to explain a letter: from ``origin``, past a cut, ``start`` to ``end`` of the print."""

    origin: int
    start: int
    end: int
    changed: bool


# For each place reached: how many changes it took, and the last hop of the best way.
_Layer = dict[int, tuple[int, _Hop]]


def _explain_all(text: str, raw: str) -> list[_Layer]:
    """Return the places reached after each letter, up to the first letter without any."""
    layers: list[_Layer] = [{0: (0, _Hop(0, 0, 0, False))}]
    for letter in text:
        layer: _Layer = {}
        for origin, (changes, _) in layers[-1].items():
            for hop in _explain(letter, raw, origin):
                cost = changes + hop.changed
                if hop.end not in layer or cost < layer[hop.end][0]:
                    layer[hop.end] = (cost, hop)
        if not layer:
            break
        layers.append(layer)
    return layers


def _explain(letter: str, raw: str, origin: int) -> Iterator[_Hop]:
    for place in _skip(raw, origin):
        if letter == " ":
            yield from _explain_space(raw, origin, place)
        if raw[place : place + 1] == letter:
            yield _Hop(origin, place, place + 1, False)
        signs = (*PRINTED_SIGNS.get(letter, ""), *damages(letter))
        for sign in filter(None, signs):
            if stands(sign, raw, place) and _keeps_case(letter, sign, raw[place]):
                yield _Hop(origin, place, place + len(sign), True)


def _keeps_case(letter: str, sign: str, printed: str) -> bool:
    caseless = sign in CAPITALS or not printed.isalpha()
    return caseless or letter.isupper() == printed.isupper()


def _explain_space(raw: str, origin: int, place: int) -> Iterator[_Hop]:
    if raw[place : place + 1] == "\n":
        yield _Hop(origin, place, place + 1, False)
    elif place > 0 and not raw[place - 1].isspace():
        yield _Hop(origin, place, place, True)


def _skip(raw: str, place: int) -> Iterator[int]:
    """Yield ``place``, and where a word that is cut there goes on."""
    yield place
    if raw.startswith("-\n", place):
        yield place + 2
    if raw.startswith("\n", place) and raw[place - 1 : place] in ("-", "/"):
        yield place + 1


def _ends(layer: _Layer, raw: str) -> list[int]:
    return [place for place in layer if len(raw) in _skip(raw, place)]


def _word_at(text: str, index: int) -> str:
    start = text.rfind(" ", 0, index) + 1
    return text[start:].split(" ", maxsplit=1)[0]
