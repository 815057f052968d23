"""The lines of a section become blocks: paragraphs and bullets, lost bullets too.

Whether a line goes on is read off the print: a line that had room for the next word was ended on
purpose, and one that had not was only full.
"""

import re
from dataclasses import dataclass, field
from typing import Literal

Line = tuple[int, str]

BULLET = re.compile(r"^ ?[eo•] (?=\S)")
NUMBER = re.compile(r" ?\d\. (?=[A-ZÆØÅ@])")
SENTENCE_END = re.compile(r".*[.:?!…][”\")]*", re.DOTALL)

# The print runs to about seventy signs a line, and words are not hyphened at every chance. Lines
# that stand close belong together more often than lines with a gap between them.
MEASURE = 70
SLACK_AFTER_A_GAP = 8
SLACK_WHEN_CLOSE = 12

# A bullet of its own that has lost its mark still opens as its neighbours do.
CLAUSE = "At "


@dataclass
class PrintedBlock:
    """One paragraph or bullet as printed, without its bullet."""

    type: Literal["paragraph", "item"]
    lines: list[Line] = field(default_factory=list)

    @property
    def span(self) -> tuple[int, int]:
        """The first and last line."""
        return self.lines[0][0], self.lines[-1][0]

    @property
    def is_short(self) -> bool:
        """Whether it is one line with room to spare."""
        return len(self.lines) == 1 and len(self.lines[0][1]) < MEASURE - SLACK_AFTER_A_GAP

    @property
    def introduces(self) -> bool:
        """Whether a list is to follow."""
        return self.lines[-1][1].endswith(":")


def find_blocks(lines: list[Line]) -> list[PrintedBlock]:
    """Return the blocks of a section."""
    blocks: list[PrintedBlock] = []
    for line in lines:
        if not blocks or _opens(line, blocks[-1]):
            blocks.append(PrintedBlock("item" if _is_marked(line[1]) else "paragraph"))
        blocks[-1].lines.append((line[0], BULLET.sub("", line[1]).strip()))
    _find_lost_bullets(blocks)
    return blocks


def _is_marked(text: str) -> bool:
    return bool(BULLET.match(text) or NUMBER.match(text))


def _opens(line: Line, block: PrintedBlock) -> bool:
    number, text = line
    last_number, last = block.lines[-1]
    if _is_marked(text):
        return True
    if last.endswith(("-", "/")):
        return False
    apart = number > last_number + 1 or text.startswith(" ")
    if SENTENCE_END.fullmatch(last):
        return apart and (block.introduces or not text.strip()[0].islower())
    slack = SLACK_AFTER_A_GAP if apart else SLACK_WHEN_CLOSE
    return len(last) + 1 + len(text.split()[0]) < MEASURE - slack


def _find_lost_bullets(blocks: list[PrintedBlock]) -> None:
    is_list = bool(blocks) and blocks[0].type == "item"
    is_list = is_list or all(block.lines[0][1].startswith(CLAUSE) for block in blocks)
    listing = False
    for block in blocks:
        if is_list or (listing and block.is_short and not block.introduces):
            block.type = "item"
        listing = block.introduces or (listing and block.type == "item")
