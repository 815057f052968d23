"""What a search can be narrowed by and what it is narrowed by, ready to be shown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.pages.links import Asked, without_value
from app.parameters import Choices
from index.results import FacetValue

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
PASSAGE_LABELS = {
    "kind": "Mærke",
    "theme": "Tema",
    "municipality": "Kommune",
    "stakeholder": "Erfaringer fra",
    "section": "Afsnit",
}
# What the form shows a control for, or begins anew.
SHOWN = {"q", "exact", "page"}


@dataclass(frozen=True)
class FacetChoice:
    """A value that can be chosen and how many hits that would leave."""

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


def list_facets(
    found: Mapping[str, tuple[FacetValue, ...]],
    parameters: Asked,
    choices: Choices,
    *,
    labels: Mapping[str, str],
) -> Iterator[Facet]:
    """Yield each facet with the choices that leave something, and those already made."""
    first, *_ = labels
    for name in (name for name in labels if name in found):
        known = choices.labels(name)
        chosen = getattr(parameters, name)
        values = tuple(
            FacetChoice(value.id, known[value.id], value.count, value.id in chosen)
            for value in found[name]
            if value.count or value.id in chosen
        )
        if values:
            yield Facet(name, labels[name], values, open=bool(chosen) or name == first)


def list_chips(parameters: Asked, choices: Choices, labels: Mapping[str, str]) -> list[Chip]:
    """Return every chosen value with the way to take it back."""
    return [
        Chip(labels[name], choices.labels(name)[value], without_value(parameters, name, value))
        for name in labels
        for value in getattr(parameters, name)
    ]


def list_kept(
    parameters: Asked, found: Mapping[str, tuple[FacetValue, ...]]
) -> list[tuple[str, object]]:
    """Return what the form must carry along though it shows no control for it."""
    kept = parameters.model_dump(exclude_defaults=True, exclude=SHOWN | found.keys())
    return [
        (name, value)
        for name, given in kept.items()
        for value in (given if isinstance(given, tuple) else (given,))
    ]
