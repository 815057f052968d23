"""What a search can be narrowed by and what it is narrowed by, ready to be shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.pages.links import without_value
from app.parameters import Choices, SearchParameters
from index.results import FACETS, Results

# In the order a reader is likely to choose in, the name of each as a reader would say it.
LABELS = {
    "theme": "Tema",
    "municipality": "Kommune",
    "stakeholder": "Erfaringer fra",
    "level": "Klassetrin",
    "focus_area": "Fokusområde",
    "school": "Skole",
    "id": "Prøvehandling",
}


@dataclass(frozen=True)
class FacetChoice:
    """A value that can be chosen and how many trial actions that would leave."""

    id: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True)
class Facet:
    """A group of choices; ``open`` when a reader should see them at once."""

    name: str
    label: str
    choices: tuple[FacetChoice, ...]
    open: bool


@dataclass(frozen=True)
class Chip:
    """A chosen value and the address of the search without it."""

    group: str
    label: str
    address: str


def list_facets(results: Results, choices: Choices) -> Iterator[Facet]:
    """Yield each facet with the choices that leave something, and those already made."""
    for name in (name for name in LABELS if name in FACETS):
        labels = choices.labels(name)
        values = tuple(
            FacetChoice(value.id, labels[value.id], value.count, value.selected)
            for value in results.facets[name]
            if value.count or value.selected
        )
        if values:
            chosen = any(value.selected for value in values)
            yield Facet(name, LABELS[name], values, open=chosen or name == "theme")


def list_chips(parameters: SearchParameters, choices: Choices) -> list[Chip]:
    """Return every chosen value with the way to take it back."""
    return [
        Chip(LABELS[name], choices.labels(name)[value], without_value(parameters, name, value))
        for name in LABELS
        for value in getattr(parameters, name)
    ]


def list_kept(parameters: SearchParameters) -> list[tuple[str, str]]:
    """Return what the form must carry along though it shows no control for it."""
    hidden = [(name, value) for name in ("id", "school") for value in getattr(parameters, name)]
    return [*hidden, ("sort", parameters.sort)] if parameters.sort else hidden
