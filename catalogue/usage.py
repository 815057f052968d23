"""How many records use each term of the vocabularies."""

from collections.abc import Iterable, Iterator

from catalogue.guidance.records import Guidance
from catalogue.records import Experience, TrialAction
from catalogue.vocabulary import Vocabulary


def count_uses(
    records: Iterable[TrialAction], vocabulary: Vocabulary, *, guidance: Iterable[Guidance] = ()
) -> dict[str, dict[str, int]]:
    """Return the number of records by vocabulary and term, 0 for a term that none uses."""
    counts = {name: dict.fromkeys(vocabulary.ids(name), 0) for name in vocabulary.terms}
    used = [*map(_list_uses, records), *map(_list_guidance_uses, guidance)]
    for uses in used:
        for name, term in set(uses):
            counts[name][term] += 1
    return counts


def _list_uses(record: TrialAction) -> Iterator[tuple[str, str]]:
    """Yield each use of a term, with the vocabulary it is of."""
    yield "municipality", record.municipality
    yield "source", record.source.id
    yield from (("theme", theme) for theme in record.themes)
    yield from (("focus_area", area) for area in record.focus_areas)
    yield from (("level", level) for level in record.levels)
    for section, block in record.blocks():
        yield "section", section
        if isinstance(block, Experience):
            yield "kind", block.kind
            yield from (("stakeholder", group) for group in block.stakeholders)


def _list_guidance_uses(guidance: Guidance) -> Iterator[tuple[str, str]]:
    yield "source", guidance.source.id
    yield "guidance_kind", guidance.kind
    yield from (("audience", audience) for audience in guidance.audience)
