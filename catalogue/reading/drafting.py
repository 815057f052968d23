"""A source text becomes drafts of record files, with what only a person can decide marked ``?``."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from catalogue.reading.blocks import Line, PrintedBlock
from catalogue.reading.confusions import damaged
from catalogue.reading.dictionary import Dictionary
from catalogue.reading.furniture import Furniture
from catalogue.reading.layout import PrintedAction, find_actions
from catalogue.reading.letters import Restorer
from catalogue.reading.words import Word, print_words
from catalogue.records import SECTIONS
from catalogue.slugs import make_slug
from catalogue.vocabulary import Vocabulary

UNDECIDED = "?"
HEADER = """\
# A draft, read by rules. A person decides every '?', gives the blocks of `actions` to `problem`,
# `goals` and `actions`, settles the doubts that the reader listed, and then deletes these lines.
"""

LONGEST_ID = 5


@dataclass(frozen=True)
class Draft:
    """A record file in the making, and the words it was made of."""

    fields: dict[str, Any]
    words: list[Word] = field(repr=False)

    @property
    def doubts(self) -> list[Word]:
        """The words a person should look at."""
        return [word for word in self.words if word.doubt]

    def format(self) -> str:
        """Return the text of the draft's file."""
        return HEADER + yaml.safe_dump(self.fields, allow_unicode=True, sort_keys=False, width=96)


@dataclass(frozen=True)
class Reader:
    """What reading takes: a dictionary, the vocabulary and the furniture of the page."""

    dictionary: Dictionary
    vocabulary: Vocabulary
    furniture: Sequence[Furniture]

    def read(self, text: str, source_id: str) -> list[Draft]:
        """Return a draft of every action in the source, or raise ``UnreadableSource``."""
        actions = find_actions(text, self.furniture, f"{source_id}.txt")
        printed = [print_words(part) for action in actions for part in _parts(action)]
        restorer = Restorer(self.dictionary, [word for words in printed for word in words])
        return [_Drafting(restorer, self.vocabulary).draft(action, source_id) for action in actions]


def _parts(action: PrintedAction) -> Iterable[list[Line]]:
    yield from (action.title, [action.place], action.headline, action.summary)
    for blocks in action.sections.values():
        yield from (block.lines for block in blocks)


@dataclass
class _Drafting:
    """One draft under way: every word it takes is remembered."""

    restorer: Restorer
    vocabulary: Vocabulary
    words: list[Word] = field(default_factory=list)

    def draft(self, action: PrintedAction, source_id: str) -> Draft:
        title = self._text(action.title)
        municipality = self._municipality(action.municipality)
        fields = {
            "id": make_slug(f"{municipality} {title}", LONGEST_ID),
            "title": title,
            "headline": self._text(action.headline),
            "summary": self._text(action.summary),
            "municipality": municipality,
            "schools": self._schools(action),
            "themes": [UNDECIDED],
            "focus_areas": [UNDECIDED],
            "levels": [UNDECIDED],
            "source": {"id": source_id, "lines": list(action.lines)},
        }
        for section in SECTIONS:
            blocks = enumerate(action.sections.get(section, []), start=1)
            fields[section] = [self._block(section, number, block) for number, block in blocks]
        return Draft({**fields, "notes": []}, self.words)

    def _block(self, section: str, number: int, block: PrintedBlock) -> dict[str, Any]:
        undecided = {"stakeholders": [UNDECIDED], "kind": UNDECIDED}
        return {
            "id": f"{section}-{number}",
            "type": block.type,
            "lines": list(block.span),
            **(undecided if section == "experiences" else {}),
            "text": self._text(block.lines),
        }

    def _municipality(self, printed: str) -> str:
        terms = self.vocabulary.all("municipality")
        found = [term.id for term in terms if re.fullmatch(damaged(term.label), printed)]
        return found[0] if len(found) == 1 else UNDECIDED

    def _schools(self, action: PrintedAction) -> list[dict[str, str]]:
        names = self._text([(action.place[0], action.schools)]) if action.schools else ""
        return [{"id": make_slug(name), "name": name} for name in _part_schools(names)]

    def _text(self, lines: list[Line]) -> str:
        words = self.restorer.restore(print_words(lines))
        self.words.extend(words)
        return " ".join(word.text for word in words)


def _part_schools(names: str) -> list[str]:
    """Part two schools at ``og``, unless it stands inside the name of one."""
    parts = names.split(" og ")
    return parts if all("skole" in part.lower() for part in parts) else [names] if names else []
