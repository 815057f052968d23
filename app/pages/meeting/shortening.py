"""Blocks → the beginning of them, whole sentences only, in their own words."""

import re
from collections.abc import Sequence

from catalogue.records import Block

# A quotation longer than this is no question any more.
LONGEST_QUOTE = 240
# Says that the source has more here.
MORE = " […]"
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ”–])")


def shorten(blocks: Sequence[Block], longest: int) -> list[Block]:
    """Return the first blocks, the last of them cut after a sentence; at least one sentence."""
    kept: list[Block] = []
    room = longest
    for block in blocks:
        # What ends in a colon says nothing without what follows.
        is_needed = not kept or kept[-1].text.endswith(":")
        text = _begin(block.text, room, at_least=int(is_needed))
        kept += [block.model_copy(update={"text": text})] if text else []
        if text != block.text:
            break
        room -= len(text)
    if kept and (len(kept) < len(blocks) or kept[-1].text != blocks[len(kept) - 1].text):
        kept[-1] = kept[-1].model_copy(update={"text": kept[-1].text + MORE})
    return kept


def quote(blocks: Sequence[Block]) -> str:
    """Return the beginning of the first block, or of the first item where that opens a list."""
    few = blocks[: 2 if blocks[0].text.endswith(":") else 1]
    text = " ".join(block.text for block in shorten(few, LONGEST_QUOTE))
    return text if len(few) == len(blocks) or text.endswith(MORE) else text + MORE


def _begin(text: str, room: int, *, at_least: int) -> str:
    sentences = _BETWEEN_SENTENCES.split(text)
    number = at_least
    while number < len(sentences) and len(" ".join(sentences[: number + 1])) <= room:
        number += 1
    return " ".join(sentences[:number])
