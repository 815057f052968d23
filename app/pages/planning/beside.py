"""What stands beside each step of a plan: advice, and what the chosen trial actions wrote."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.addresses import guidance_page_address, page_address
from app.pages.naming import name_record
from catalogue.guidance.records import PlacedBlock
from catalogue.planning import Advice, Part, Step
from catalogue.records import TrialAction
from catalogue.vocabulary import Vocabulary

# More of them are folded away until someone asks.
FEW = 3


@dataclass(frozen=True)
class Quote:
    """A text in somebody's own words, and where it stands."""

    text: str
    source: str
    address: str
    # What of the source belongs to a time that has passed.
    dated: str = ""


@dataclass(frozen=True)
class Group:
    """Quotes that help in the same way."""

    reason: str
    quotes: list[Quote]

    @property
    def is_short(self) -> bool:
        """Whether there are few enough to stand open beside the step."""
        return len(self.quotes) <= FEW


@dataclass(frozen=True)
class Beside:
    """What stands beside one step."""

    advice: list[Group]
    experience: list[Group]


def stand_beside(
    steps: Iterable[Step],
    records: Sequence[TrialAction],
    guidance: Iterable[PlacedBlock],
    *,
    vocabulary: Vocabulary,
) -> dict[str, Beside]:
    """Return what stands beside each step, by the step's id."""
    placed = {one.block.id: one for one in guidance}
    return {
        step.id: Beside(
            advice=list(_find_advice(step.advice, placed, vocabulary)),
            experience=list(_find_experience(step.experience, records, vocabulary)),
        )
        for step in steps
    }


def _find_advice(
    wanted: Iterable[Advice], placed: Mapping[str, PlacedBlock], vocabulary: Vocabulary
) -> Iterator[Group]:
    for advice in wanted:
        found = [placed[id_] for id_ in advice.blocks if id_ in placed]
        quotes = [
            Quote(
                one.block.text,
                _name_guidance(one, vocabulary),
                guidance_page_address(one.block.id),
                one.guidance.dated or "",
            )
            for one in found
        ]
        if quotes:
            yield Group(advice.reason, quotes)


def _find_experience(
    parts: Iterable[Part], records: Sequence[TrialAction], vocabulary: Vocabulary
) -> Iterator[Group]:
    for part in parts:
        quotes = [
            Quote(block.text, name_record(record, vocabulary), page_address(block.id))
            for record in records
            for block in part.find_blocks(record)
        ]
        if quotes:
            yield Group(part.reason, quotes)


def _name_guidance(placed: PlacedBlock, vocabulary: Vocabulary) -> str:
    kind = vocabulary.get("guidance_kind", placed.guidance.kind)
    return f"{kind.label}: {placed.section.title}"
