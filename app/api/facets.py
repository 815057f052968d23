"""The choices beside a search, each with its label and its ready link."""

from collections.abc import Mapping

from app.api.page_links import Paged, to_choice_url
from app.api.search_answers import FacetValueOut
from catalogue.vocabulary import Vocabulary
from index.results import FacetValue


def to_facets(
    path: str,
    parameters: Paged,
    facets: Mapping[str, tuple[FacetValue, ...]],
    *,
    vocabulary: Vocabulary,
) -> dict[str, list[FacetValueOut]]:
    """Return the values of every facet, in order."""
    return {
        name: [
            {
                "id": value.id,
                "label": vocabulary.get(name, value.id).label,
                "count": value.count,
                "selected": value.selected,
                "url": to_choice_url(path, parameters, name=name, value=value.id),
            }
            for value in values
        ]
        for name, values in facets.items()
    }
