"""Where things stand: the paths of the API and of the pages, and what follows the '?'."""

from math import ceil
from typing import TypeVar
from urllib.parse import quote, urlencode

from app.api.search_answers import PageLinksOut
from app.parameters import Parameters, PassageParameters, SearchParameters

ROOT = "/api/v1"
TRIAL_ACTIONS = f"{ROOT}/trial-actions"
PASSAGES = f"{ROOT}/passages"

Paged = TypeVar("Paged", SearchParameters, PassageParameters)


def api_address(record_id: str) -> str:
    """Return where the API has a trial action."""
    return f"{TRIAL_ACTIONS}/{record_id}"


def page_address(id_: str) -> str:
    """Return the page of a trial action, or the place on it of a block."""
    return f"/proevehandlinger/{id_}"


def to_url(path: str, parameters: Parameters) -> str:
    """Return the one address of a question: what is left to its default is not in it."""
    fields = parameters.model_dump(mode="json", exclude_defaults=True)
    pairs = [
        (name, str(item).lower() if isinstance(item, bool) else item)
        for name, value in fields.items()
        for item in (value if isinstance(value, list) else [value])
    ]
    return f"{path}?{urlencode(pairs, quote_via=quote)}" if pairs else path


def to_page_links(path: str, parameters: Paged, total: int) -> PageLinksOut:
    """Return the addresses of the pages around this one."""
    last = max(1, ceil(total / parameters.page_size))
    page = parameters.page

    def address(number: int) -> str:
        return to_url(path, parameters.model_copy(update={"page": number}))

    return {
        "self": address(page),
        "first": address(1),
        # Past the end, the page before is the last one that there is.
        "prev": address(min(page - 1, last)) if page > 1 else None,
        "next": address(page + 1) if page < last else None,
        "last": address(last),
    }


def to_choice_url(path: str, parameters: Paged, name: str, value: str) -> str:
    """Return the address that chooses a value, or lets it go where it is chosen."""
    chosen: tuple[str, ...] = getattr(parameters, name)
    others = tuple(one for one in chosen if one != value)
    update = {name: others if value in chosen else (*chosen, value), "page": 1}
    return to_url(path, parameters.model_copy(update=update))
