"""The address of a search, with everything it is narrowed by: what a reader can send on."""

from typing import Any
from urllib.parse import urlencode

from app.parameters import SearchParameters


def search_path(parameters: SearchParameters, **changes: Any) -> str:
    """Return the address of the search with these changes, on its first page unless one is given."""
    changed = parameters.model_copy(update={"page": 1, **changes})
    fields = changed.model_dump(exclude_defaults=True, exclude_none=True)
    # The model's own order of fields, so that equal searches have equal addresses.
    query = {name: "true" if value is True else value for name, value in fields.items() if value}
    return "/soeg" + (f"?{urlencode(query, doseq=True)}" if query else "")


def without_value(parameters: SearchParameters, name: str, value: str) -> str:
    """Return the address of the search with one chosen value taken away."""
    left = tuple(chosen for chosen in getattr(parameters, name) if chosen != value)
    return search_path(parameters, **{name: left})
