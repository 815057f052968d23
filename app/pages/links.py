"""Where pages stand: of a record, and of a search with all that it is narrowed by."""

from urllib.parse import urlencode

from app.parameters import SearchParameters


def record_path(id_: str) -> str:
    """Return the page of a trial action, or the place on it of a block."""
    return f"/proevehandlinger/{id_}"


def search_path(parameters: SearchParameters, **changes: object) -> str:
    """Return the address of the search with these changes, back on its first page."""
    changed = parameters.model_copy(update={"page": 1, **changes})
    fields = changed.model_dump(exclude_defaults=True)
    query = {name: "true" if value is True else value for name, value in fields.items()}
    return "/soeg" + (f"?{urlencode(query, doseq=True)}" if query else "")


def without_value(parameters: SearchParameters, name: str, value: str) -> str:
    """Return the address of the search with one chosen value let go."""
    left = tuple(chosen for chosen in getattr(parameters, name) if chosen != value)
    return search_path(parameters, **{name: left})
