"""A text of a plan, line by line: what is written as a list, and what is not."""

import re
from itertools import groupby

_MARK = re.compile(r"[-–•*]\s+")


def find_mark(line: str) -> str:
    """Return the mark that makes a line an item of a list, empty where it has none."""
    mark = _MARK.match(line)
    return mark.group() if mark else ""


def group_lines(text: str) -> list[tuple[bool, list[str]]]:
    """Return the lines that are not blank, items together and without their marks."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return [
        (is_list, [line.removeprefix(find_mark(line)) for line in run])
        for is_list, run in groupby(lines, key=lambda line: bool(find_mark(line)))
    ]
