"""Where things stand, in the API and among the pages, and what follows the '?'."""

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote, urlencode

from app.parameters import Parameters

ROOT = "/api/v1"
TRIAL_ACTIONS = f"{ROOT}/trial-actions"
PASSAGES = f"{ROOT}/passages"
GUIDANCE = f"{ROOT}/guidance"
EXPORT = f"{ROOT}/export"
OPENAPI = f"{ROOT}/openapi.json"
DOCUMENTATION = f"{ROOT}/docs"
SCHEMA = f"{ROOT}/schema/trial-action.json"
SHORTLIST = "/samling"
COMPARISON = "/sammenlign"
MEETING = "/moedeark"
PLANNER = "/planlaeg"
# Harvesters look for it beside the pages.
DCAT = "/dcat.jsonld"


def api_address(record_id: str) -> str:
    """Return where the API has a trial action."""
    return f"{TRIAL_ACTIONS}/{record_id}"


def page_address(id_: str) -> str:
    """Return the page of a trial action, or the place on it of a block."""
    return f"/proevehandlinger/{id_}"


def list_address(path: str, ids: Iterable[str]) -> str:
    """Return the address of a page about these trial actions, in this order."""
    query = "&".join(f"id={quote(id_, safe='')}" for id_ in ids)
    return f"{path}?{query}" if query else path


def guidance_api_address(guidance_id: str) -> str:
    """Return where the API has a piece of guidance."""
    return f"{GUIDANCE}/{guidance_id}"


def guidance_page_address(id_: str) -> str:
    """Return the page of a piece of guidance, or the place on it of a section or block."""
    return f"/vejledning/{id_}"


def to_url(path: str, parameters: Parameters) -> str:
    """Return the one address of a question: what is left to its default is not in it."""
    fields = parameters.model_dump(mode="json", exclude_defaults=True)
    pairs = [
        _encode(name, item)
        for name, value in fields.items()
        for item in (value if isinstance(value, list) else [value])
    ]
    return f"{path}?{'&'.join(pairs)}" if pairs else path


# One answer has some fifty addresses of the same question.
@lru_cache(maxsize=2048, typed=True)
def _encode(name: str, value: object) -> str:
    written = str(value).lower() if isinstance(value, bool) else value
    return urlencode({name: written}, quote_via=quote)
