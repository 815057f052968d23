"""How well the reader did: its drafts against the records that people made of the same lines."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import chain
from typing import Any

from catalogue.reading.drafting import Draft
from catalogue.reading.words import Word
from catalogue.records import SECTIONS, TrialAction

# What "Det har vi gjort" is parted into is a person's decision, so the reader is not scored on it.
GROUPS = {"problem": "actions", "goals": "actions"}


@dataclass(frozen=True)
class WrongWord:
    """Words of a draft that a person reads otherwise."""

    line: int
    read: str
    right: str
    listed: bool


@dataclass
class Score:
    """Words and blocks of the records, and how many of them the drafts have right."""

    words: int = 0
    words_right: int = 0
    blocks: int = 0
    blocks_right: int = 0
    wrong: list[WrongWord] = field(default_factory=list)

    @property
    def unlisted(self) -> list[WrongWord]:
        """The wrong words that the reader did not list as doubts."""
        return [word for word in self.wrong if not word.listed]


def score_drafts(drafts: Iterable[Draft], records: Iterable[TrialAction]) -> Score:
    """Return the score of the drafts whose lines a record covers."""
    by_lines = {record.source.lines: record for record in records}
    score = Score()
    for draft in drafts:
        record = by_lines.get(tuple(draft.fields["source"]["lines"]))
        if record is not None:
            _score_words(draft, record, score)
            _score_blocks(draft, record, score)
    return score


def _score_words(draft: Draft, record: TrialAction, score: Score) -> None:
    read = [(text, word) for word in draft.words for text in word.text.split()]
    right = list(_texts(record))
    matcher = SequenceMatcher(None, [text for text, _ in read], right, autojunk=False)
    score.words += len(right)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            score.words_right += last - first
        else:
            # A word that was not read at all is told at the word beside it.
            beside = read[start:end] or read[max(start - 1, 0) : start + 1]
            score.wrong.append(_wrong(beside, right[first:last]))


def _wrong(read: list[tuple[str, Word]], right: list[str]) -> WrongWord:
    return WrongWord(
        line=read[0][1].line,
        read=" ".join(text for text, _ in read),
        right=" ".join(right),
        listed=all(word.doubt for _, word in read),
    )


def _texts(record: TrialAction) -> Iterator[str]:
    """Yield the words of a record in the order in which its source has them."""
    blocks = sorted((block for _, block in record.blocks()), key=lambda block: block.lines)
    schools = " og ".join(school.name for school in record.schools)
    head = (record.title, record.headline, record.summary, schools)
    yield from chain.from_iterable(text.split() for text in (*head, *(b.text for b in blocks)))


def _score_blocks(draft: Draft, record: TrialAction, score: Score) -> None:
    read = Counter(_places(draft.fields))
    right = Counter(
        (GROUPS.get(section, section), block.type, *block.lines)
        for section, block in record.blocks()
    )
    score.blocks += right.total()
    score.blocks_right += (read & right).total()


def _places(fields: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    for section in SECTIONS:
        yield from ((section, block["type"], *block["lines"]) for block in fields[section])
