"""Plausible Danish records in any number: the real ones, their blocks and words mixed anew.

Some words of each block are other words of the catalogue; some are compounds that nobody has
written, most of them rare, as in any large collection. The same seed gives the same records.
"""

import random
from collections.abc import Iterator, Sequence

from catalogue.records import SECTIONS, TrialAction
from catalogue.vocabulary import Vocabulary
from index.language import Language

SEED = 24
# One word in so many is another word of the catalogue, or a made-up one.
OTHER_WORDS = 6
MADE_UP = 25
# The fewer of the compounds are common, the longer the tail of rare ones.
TAIL = 0.2
MOST_COMPOUNDS = 400_000
LETTERS_OF_PLACES = ("Ny", "Sønder", "Nørre", "Øster", "Vester", "Lille", "Store", "Gammel")
ENDINGS_OF_PLACES = ("lund", "bæk", "borg", "sted", "rup", "gård", "holm", "dal", "skov", "ager")
MOST_SCHOOLS = 2_000


class Maker:
    """Makes records out of some real ones."""

    def __init__(
        self, records: Sequence[TrialAction], vocabulary: Vocabulary, language: Language
    ) -> None:
        self._chance = random.Random(SEED)  # noqa: S311 - reproducible, no secret
        self._records = records
        self._vocabulary = vocabulary
        self._blocks = {
            section: [block.text for record in records for block in getattr(record, section)]
            for section in SECTIONS
        }
        self._words = [
            word for texts in self._blocks.values() for text in texts for word in text.split()
        ]
        self._parts = sorted({part for parts in language.compounds.values() for part in parts})
        # Neighbours in the alphabet have much in common; the commonest should not.
        self._chance.shuffle(self._parts)

    def make(self, count: int) -> Iterator[TrialAction]:
        """Yield so many records."""
        for number in range(count):
            fields = self._make_fields(f"opdigtet-{number:06d}", number)
            yield TrialAction.model_validate(fields, context=self._vocabulary)

    def _make_fields(self, id_: str, number: int) -> dict[str, object]:
        chance = self._chance
        layout, other = chance.choice(self._records), chance.choice(self._records)
        fields = layout.model_dump()
        fields |= {
            "id": id_,
            "title": self._mix(chance.choice(self._records).title),
            "headline": self._mix(other.headline),
            "summary": self._mix(chance.choice(self._records).summary),
            "municipality": chance.choice(self._vocabulary.ids("municipality")),
            "schools": [self._make_school()] if number % 3 else [],
            "themes": other.themes,
            "focus_areas": other.focus_areas,
            "notes": [],
        }
        for section in SECTIONS:
            for block in fields[section]:
                block["id"] = f"{id_}#{block['id'].partition('#')[2]}"
                block["text"] = self._mix(chance.choice(self._blocks[section]))
        return fields

    def _mix(self, text: str) -> str:
        chance = self._chance
        words = text.split()
        for _ in range(1 + len(words) // OTHER_WORDS):
            words[chance.randrange(len(words))] = chance.choice(self._words)
        if chance.randrange(MADE_UP) < len(words):
            words[chance.randrange(len(words))] = self._make_compound()
        return " ".join(words)

    def _make_compound(self) -> str:
        rank = int(self._chance.paretovariate(TAIL)) % MOST_COMPOUNDS
        first, last = divmod(rank * 7919, len(self._parts))
        return self._parts[first % len(self._parts)] + self._parts[last]

    def _make_school(self) -> dict[str, str]:
        number = self._chance.randrange(MOST_SCHOOLS)
        place = LETTERS_OF_PLACES[number % 8] + ENDINGS_OF_PLACES[number // 8 % 10]
        return {"id": f"skole-{number}", "name": f"{place} Skole {number // 80 + 1}"}
