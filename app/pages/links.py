"""Where the pages of a search stand, with all that it is narrowed by."""

from app.addresses import PASSAGES, TRIAL_ACTIONS, to_url
from app.parameters import PassageParameters, SearchParameters

Asked = SearchParameters | PassageParameters


def search_path(parameters: Asked, **changes: object) -> str:
    """Return the address of the search with these changes, back on its first page."""
    changed = parameters.model_copy(update={"page": 1, **changes})
    return to_url("/soeg" if isinstance(parameters, SearchParameters) else "/erfaringer", changed)


def data_path(parameters: Asked) -> str:
    """Return where the API has what the page of a search shows."""
    kind = TRIAL_ACTIONS if isinstance(parameters, SearchParameters) else PASSAGES
    return to_url(kind, parameters)


def without_value(parameters: Asked, name: str, value: str) -> str:
    """Return the address of the search with one chosen value let go."""
    left = tuple(chosen for chosen in getattr(parameters, name) if chosen != value)
    return search_path(parameters, **{name: left})
