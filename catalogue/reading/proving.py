"""Records held against their whole source: every word accounted for, every line used."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from catalogue.errors import Problem
from catalogue.reading.accounting import find_unaccounted
from catalogue.reading.blocks import Line
from catalogue.reading.corrections import Correction
from catalogue.reading.furniture import Furniture
from catalogue.reading.layout import PrintedAction, find_actions, is_heading
from catalogue.records import TrialAction
from catalogue.vocabulary import Vocabulary


@dataclass(frozen=True)
class Passage:
    """A text of a record and the source lines it is made from."""

    name: str
    text: str
    lines: list[Line]


@dataclass(frozen=True)
class Proof:
    """A source with its records, its furniture and the corrections a person made in it."""

    file: str
    text: str
    records: Sequence[TrialAction]
    corrections: Sequence[Correction]
    furniture: Sequence[Furniture]
    vocabulary: Vocabulary

    def find_problems(self) -> list[Problem]:
        """Return every word without a source, line not used once and correction without a need."""
        return [*self._unaccounted(), *self._misused(), *self._unneeded()]

    def passages(self) -> Iterator[Passage]:
        """Yield every text of every record with its lines, corrected."""
        actions = {action.lines: action for action in self._actions()}
        for record in self.records:
            if record.source.lines in actions:
                for passage in _passages(record, actions[record.source.lines], self.vocabulary):
                    yield Passage(passage.name, passage.text, self._correct(passage.lines))

    def _actions(self) -> list[PrintedAction]:
        return find_actions(self.text, self.furniture, self.file)

    def _unaccounted(self) -> Iterator[Problem]:
        for passage in self.passages():
            lost = find_unaccounted(passage.text, passage.lines)
            if lost:
                reason = f"{passage.name}: '{lost.word}' is not accounted for"
                yield Problem(self.file, lost.line, reason)

    def _misused(self) -> Iterator[Problem]:
        front = self._actions()[0].lines[0]
        used = Counter(number for passage in self.passages() for number, _ in passage.lines)
        for number, line in enumerate(self.text.split("\n"), start=1):
            is_known = number < front or number in used or is_heading(line)
            if not is_known and not any(kind.matches(line) for kind in self.furniture):
                yield Problem(self.file, number, "is in no record, front matter or furniture")
            if used[number] > 1:
                yield Problem(self.file, number, "is in two texts")

    def _unneeded(self) -> Iterator[Problem]:
        for correction in self.corrections:
            others = [one for one in self.corrections if one is not correction]
            lacking = replace(self, corrections=others)
            if not any(
                find_unaccounted(passage.text, passage.lines)
                for passage in lacking.passages()
                if any(number == correction.line for number, _ in passage.lines)
            ):
                reason = f"the correction of '{correction.raw}' is not needed"
                yield Problem(self.file, correction.line, reason)

    def _correct(self, lines: Iterable[Line]) -> list[Line]:
        corrected = dict(lines)
        for correction in self.corrections:
            if correction.line in corrected:
                corrected[correction.line] = correction.apply(corrected[correction.line])
        return list(corrected.items())


def _passages(
    record: TrialAction, action: PrintedAction, vocabulary: Vocabulary
) -> Iterator[Passage]:
    place = vocabulary.get("municipality", record.municipality).label + " Kommune"
    schools = " og ".join(school.name for school in record.schools)
    yield Passage("title", record.title, action.title)
    yield Passage("place", place + (f" – {schools}" if schools else ""), [action.place])
    yield Passage("headline", record.headline, action.headline)
    yield Passage("summary", record.summary, action.summary)
    printed = [
        line for blocks in action.sections.values() for block in blocks for line in block.lines
    ]
    for _, block in record.blocks():
        first, last = block.lines
        lines = [line for line in printed if first <= line[0] <= last]
        yield Passage(block.id, block.text, lines)
