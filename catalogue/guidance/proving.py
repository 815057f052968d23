"""Guidance held against its source: it says what its lines say, and they say nothing more.

The texts came clean, so a word of a record is a word of the source. A word cut at the end of a line
is joined, a bullet is a mark and no word, and a dash may have been typed as a hyphen.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from catalogue.errors import Problem
from catalogue.guidance.omissions import Omission, load_omissions
from catalogue.guidance.records import Guidance
from catalogue.reading.corrections import Correction, load_corrections
from catalogue.reading.sources import open_source
from catalogue.records import Lines

# The second is what a word processor's bullet becomes when its text is copied.
BULLETS = {"•", "\uf0b7"}
DASHES = {"-": "–"}


def prove_all(collection: Iterable[Guidance], sources: Path) -> list[Problem]:
    """Return what ``find_problems`` finds in each, its source and lists being in ``sources``."""
    corrections = load_corrections(sources / "corrections.yaml")
    omissions = load_omissions(sources / "omissions.yaml")
    return [
        problem
        for guidance in collection
        for problem in find_problems(
            guidance,
            open_source(sources / f"{guidance.source.id}.txt"),
            corrections=corrections.get(guidance.source.id, ()),
            omissions=omissions.get(guidance.source.id, ()),
        )
    ]


@dataclass
class SourceWord:
    """A word with the lines it stands on; in the end it is used in a record or omitted."""

    text: str
    lines: Lines
    used: bool = False
    omitted: bool = False


def find_problems(
    guidance: Guidance,
    source: str,
    *,
    corrections: Sequence[Correction] = (),
    omissions: Sequence[Omission] = (),
) -> list[Problem]:
    """Return every word of the record that its lines lack, and every word of the source left."""
    words = list(_list_words(source, corrections))
    file = f"{guidance.source.id}.txt"
    problems = [
        Problem(file, line, reason)
        for line, reason in (
            *_omit(words, omissions),
            *_place_parts(words, guidance),
            *_place_heads(words, guidance),
        )
    ]
    left = (word for word in words if not word.used and not word.omitted)
    return problems + [Problem(file, w.lines[0], f"'{w.text}' is in no record") for w in left]


def _list_words(source: str, corrections: Iterable[Correction]) -> Iterator[SourceWord]:
    begun: SourceWord | None = None
    for number, line in enumerate(source.split("\n"), start=1):
        for correction in corrections:
            line = correction.apply(line) if correction.line == number else line  # noqa: PLW2901
        texts = [text for text in line.split() if text not in BULLETS]
        for place, text in enumerate(texts, start=1):
            word = _join(begun, text, number)
            begun = word if place == len(texts) and word.text.endswith(("-", "/")) else None
            if begun is None:
                yield word
    if begun:
        yield begun


def _join(begun: SourceWord | None, text: str, number: int) -> SourceWord:
    if begun is None:
        return SourceWord(DASHES.get(text, text), (number, number))
    return SourceWord(begun.text.removesuffix("-") + text, (begun.lines[0], number))


Fault = tuple[int, str]


def _omit(words: list[SourceWord], omissions: Iterable[Omission]) -> Iterator[Fault]:
    for omission in omissions:
        within = [word for word in words if _stands_in(word, omission.lines)]
        found = _find_run(within, omission.words.split()) if omission.words else within
        if not found:
            yield omission.lines[0], "an omission of what is not there"
        for word in found:
            word.omitted = True


def _place_parts(words: list[SourceWord], guidance: Guidance) -> Iterator[Fault]:
    """Give each heading and block its words; yield what is wrong with those that lack some."""
    parts = [(section.id, section.title, section.lines) for section in guidance.sections]
    parts += [(block.id, block.text, block.lines) for _, block in guidance.blocks()]
    for name, text, lines in parts:
        within = [w for w in words if _stands_in(w, lines) and not w.omitted and not w.used]
        found = _find_run(within, text.split())
        if not found:
            yield lines[0], f"{name}: is not what the lines say"
        elif (found[0].lines[0], found[-1].lines[1]) != lines:
            yield lines[0], f"{name}: stands on fewer lines than these"
        for word in found:
            word.used = True


def _place_heads(words: list[SourceWord], guidance: Guidance) -> Iterator[Fault]:
    """Give title and summary, which may be a heading or each other too, their words."""
    within = [word for word in words if _stands_in(word, guidance.source.lines)]
    for name, text in (("title", guidance.title), ("summary", guidance.summary)):
        found = _find_run([w for w in within if not w.omitted], text.split()) if text else []
        if text and not found:
            yield guidance.source.lines[0], f"{name}: is not in the source"
        for word in found:
            word.used = True


def _stands_in(word: SourceWord, lines: Lines) -> bool:
    return lines[0] <= word.lines[0] and word.lines[1] <= lines[1]


def _find_run(words: list[SourceWord], texts: list[str]) -> list[SourceWord]:
    """Return the first words in a row that have these texts, none where there are no such."""
    for start in range(len(words) - len(texts) + 1):
        run = words[start : start + len(texts)]
        if [word.text for word in run] == texts:
            return run
    return []
