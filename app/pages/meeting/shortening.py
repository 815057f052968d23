"""Blocks → the beginning of them, whole sentences only, in their own words."""

import re
from collections.abc import Iterable

from catalogue.records import Block

# A glance; the whole text is on the page.
SHORT = 360
# Says that the source has more here.
MORE = " […]"
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÆØÅ0-9”–])")


def shorten(blocks: Iterable[Block], longest: int = SHORT) -> str:
    """Return the first sentences of the blocks, at least one; nothing where there are no blocks."""
    sentences = [one for block in blocks for one in _BETWEEN_SENTENCES.split(block.text)]
    text, *others = sentences or [""]
    for sentence in others:
        # What ends in a colon says nothing without what follows.
        if len(f"{text} {sentence}") > longest and not text.endswith(":"):
            return text + MORE
        text = f"{text} {sentence}"
    return text
