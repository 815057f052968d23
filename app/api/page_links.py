"""The addresses around an answer: its other pages, and the choices that change it."""

from math import ceil
from typing import TypeVar

from app.addresses import to_url
from app.api.search_answers import PageLinksOut
from app.parameters import GuidanceParameters, PassageParameters, SearchParameters

Paged = TypeVar("Paged", SearchParameters, PassageParameters, GuidanceParameters)


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


def to_choice_url(path: str, parameters: Paged, *, name: str, value: str) -> str:
    """Return the address that chooses a value, or lets it go where it is chosen."""
    chosen: tuple[str, ...] = getattr(parameters, name)
    others = tuple(one for one in chosen if one != value)
    update = {name: others if value in chosen else (*chosen, value), "page": 1}
    return to_url(path, parameters.model_copy(update=update))
