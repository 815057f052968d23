"""A record beside its source lines, every changed letter marked, for a person to check."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape
from itertools import groupby

from catalogue.reading.accounting import Step, align, join_lines
from catalogue.reading.corrections import Correction
from catalogue.reading.proving import Passage

STYLE = """\
body { font: 16px/1.5 sans-serif; margin: 2rem; max-width: 90rem }
td { padding: 0 2rem 1rem 0; vertical-align: top; width: 50% }
th { text-align: left; color: #707070 }
td:first-child { font-family: monospace; white-space: pre-wrap }
mark { background: #ffe08a } td:first-child mark { background: #ffc9c9 }
"""


@dataclass(frozen=True)
class Run:
    """A stretch of text that was changed, or was not."""

    text: str
    changed: bool


@dataclass(frozen=True)
class Comparison:
    """One text of a record: its lines as printed, its words as restored, what was corrected."""

    name: str
    printed: list[tuple[int, list[Run]]]
    restored: list[Run]
    corrections: list[Correction]


def compare(passage: Passage, corrections: Iterable[Correction]) -> Comparison:
    """Return the passage with the changed letters marked on both sides."""
    raw = join_lines(passage.lines)
    steps = align(passage.text, raw) or _guess(passage.text, raw)
    kept = {place for step in steps if not step.changed for place in range(step.start, step.end)}
    numbers = {number for number, _ in passage.lines}
    return Comparison(
        passage.name,
        list(_mark_lines(passage, raw, kept)),
        _runs((step.letter, step.changed) for step in steps),
        [one for one in corrections if one.line in numbers],
    )


def _guess(text: str, raw: str) -> list[Step]:
    """Return an alignment of what the source does not account for: all that differs is changed."""
    steps = []
    matcher = SequenceMatcher(None, raw.replace("\n", " "), text, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        for offset, letter in enumerate(text[first:last]):
            place = min(start + offset, end)
            steps.append(Step(letter, place, place + (tag == "equal"), tag != "equal"))
    return steps


def _mark_lines(passage: Passage, raw: str, kept: set[int]) -> Iterator[tuple[int, list[Run]]]:
    place = 0
    for (number, _), line in zip(passage.lines, raw.split("\n"), strict=True):
        marks = ((sign, place + index not in kept) for index, sign in enumerate(line))
        yield number, _runs(marks)
        place += len(line) + 1


def _runs(letters: Iterable[tuple[str, bool]]) -> list[Run]:
    groups = groupby(letters, key=lambda letter: letter[1])
    return [Run("".join(letter for letter, _ in group), changed) for changed, group in groups]


def to_html(title: str, comparisons: Sequence[Comparison]) -> str:
    """Return a page that needs nothing else, the source to the left and the record to the right."""
    rows = "\n".join(map(_to_row, comparisons))
    return (
        '<!doctype html>\n<html lang="da">\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>\n{STYLE}</style>\n"
        f"<h1>{escape(title)}</h1>\n<table>\n{rows}\n</table>\n</html>\n"
    )


def _to_row(one: Comparison) -> str:
    printed = "\n".join(f"{number:>5} {_to_marks(runs)}" for number, runs in one.printed)
    corrections = "".join(
        f"<p>{escape(f'{fix.line}: {fix.raw} → {fix.restored} ({fix.reason})')}</p>"
        for fix in one.corrections
    )
    return (
        f'<tr><th colspan="2">{escape(one.name)}</th></tr>\n'
        f"<tr><td>{printed}</td><td>{_to_marks(one.restored)}{corrections}</td></tr>"
    )


def _to_marks(runs: Iterable[Run]) -> str:
    return "".join(
        f"<mark>{escape(run.text)}</mark>" if run.changed else escape(run.text) for run in runs
    )
