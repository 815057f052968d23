"""The lines of a source become actions, each with its head and its sections.

An action opens with its title, its municipality, a headline and a teaser::

    Pausevenner på tværs

    Kolding Kommune – Aalykkeskolen

    Bedre pauser
    for alle

    Skolen har …

    Det har vi gjort
    …
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from catalogue.errors import Problem, UnreadableSource
from catalogue.reading.blocks import Line, PrintedBlock, find_blocks
from catalogue.reading.confusions import damaged
from catalogue.reading.furniture import Furniture

HEADINGS = {
    "actions": re.compile(rf" ?{damaged('Det har vi gjort')}"),
    "experiences": re.compile(rf" ?{damaged('Sådan opleves forandringen')}"),
    "outlook": re.compile(rf" ?{damaged('Fremover vil vi')}\W*"),
    "learnings": re.compile(rf" ?{damaged('Vi har lært')}"),
}
PLACE = re.compile(r" ?(?P<municipality>\S.*?) Kommune(?: ?[-–—] ?(?P<schools>.+))?")

# The headline and the teaser take up no more lines than this before the first heading.
LONGEST_HEAD = 24


@dataclass(frozen=True)
class PrintedAction:
    """One trial action as printed: numbered lines, not yet restored."""

    title: list[Line]
    municipality: str
    schools: str
    place: Line
    headline: list[Line]
    summary: list[Line]
    sections: dict[str, list[PrintedBlock]]
    lines: tuple[int, int]


def find_actions(text: str, furniture: Sequence[Furniture], file: str) -> list[PrintedAction]:
    """Return the actions of a source, or raise ``UnreadableSource``."""
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    places = [index for index in range(len(lines)) if _is_place(lines, index)]
    if not places:
        reason = (
            "no trial action: no line '… Kommune' with a title above and 'Det har vi gjort' below"
        )
        raise UnreadableSource(Problem(file, 1, reason))
    starts = [_title_start(lines, place) for place in places]
    spans = zip(places, pairwise([*starts, len(lines)]), strict=True)
    return [_read_action(lines, place, span, furniture) for place, span in spans]


def _is_place(lines: list[str], index: int) -> bool:
    return (
        PLACE.fullmatch(lines[index]) is not None
        and _title_start(lines, index) < index
        and any(
            HEADINGS["actions"].fullmatch(line) for line in lines[index + 1 : index + LONGEST_HEAD]
        )
    )


def _title_start(lines: list[str], place: int) -> int:
    """Return where the title above ``place`` begins, or ``place`` if there is none."""
    index = place
    while index > 0 and not lines[index - 1].strip():
        index -= 1
    end = index
    while index > 0 and lines[index - 1].strip() and not (index < end and lines[index][0] == " "):
        index -= 1
    return index if index < end else place


def _read_action(
    lines: list[str], place: int, span: tuple[int, int], furniture: Sequence[Furniture]
) -> PrintedAction:
    start, end = span
    kept = [
        (number, line)
        for number, line in enumerate(lines[:end], start=1)
        if number > start and not any(kind.matches(line) for kind in furniture)
    ]
    match = PLACE.fullmatch(lines[place])
    assert match is not None  # noqa: S101 - ``place`` was found by this pattern
    head, sections = _part_sections([line for line in kept if line[0] > place + 1])
    headline, summary = _part_head(head)
    return PrintedAction(
        title=[line for line in kept if line[0] <= place],
        municipality=match["municipality"],
        schools=match["schools"] or "",
        place=(place + 1, lines[place]),
        headline=headline,
        summary=summary,
        sections={name: find_blocks(section) for name, section in sections.items()},
        lines=(start + 1, end),
    )


def _part_sections(lines: list[Line]) -> tuple[list[Line], dict[str, list[Line]]]:
    head: list[Line] = []
    sections: dict[str, list[Line]] = {}
    current = head
    for line in lines:
        name = _heading(line[1])
        if name and name not in sections:
            current = sections.setdefault(name, [])
        else:
            current.append(line)
    return head, sections


def is_heading(text: str) -> bool:
    """Return whether a line is the heading of a section."""
    return _heading(text) is not None


def _heading(text: str) -> str | None:
    return next((name for name, pattern in HEADINGS.items() if pattern.fullmatch(text)), None)


def _part_head(head: list[Line]) -> tuple[list[Line], list[Line]]:
    """Part the headline from the teaser at the first gap between their lines."""
    for cut, (line, following) in enumerate(pairwise(head), start=1):
        if following[0] > line[0] + 1:
            return head[:cut], head[cut:]
    return head, []
