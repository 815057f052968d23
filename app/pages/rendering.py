"""Templates → pages: the one place where HTML is made and where text is trusted to be HTML."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from app.pages.blocks import block_anchor, split_runs
from app.pages.danish import (
    count_noun,
    format_number,
    join_labels,
    join_quoted,
    join_words,
    lower_first,
)
from app.pages.links import record_path
from catalogue.vocabulary import Vocabulary

HERE = Path(__file__).parent
STATIC = HERE / "static"


@cache
def _static_path(name: str) -> str:
    # The digest makes a changed file a new address, so that no browser goes on with the old one.
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:8]
    return f"/static/{name}?v={digest}"


def _snippet(html: str) -> Markup:
    # The index escapes everything in a snippet but its own <mark>; nothing else is trusted.
    return Markup(html)  # noqa: S704


def _labels(ids: Iterable[str], name: str, vocabulary: Vocabulary) -> list[str]:
    return [vocabulary.get(name, id_).label for id_ in ids]


ENVIRONMENT = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
ENVIRONMENT.globals.update(static=_static_path)
ENVIRONMENT.filters.update(
    address=record_path,
    anchor=block_anchor,
    count=count_noun,
    danish_list=join_words,
    label_list=join_labels,
    labels=_labels,
    lower_first=lower_first,
    number=format_number,
    quoted_list=join_quoted,
    runs=split_runs,
    snippet=_snippet,
)


def render(request: Request, template: str, status: int = 200, **context: object) -> HTMLResponse:
    """Return the page that the template makes of the context."""
    page = ENVIRONMENT.get_template(template).render(
        path=request.url.path,
        canonical=f"{request.base_url}{request.url.path.removeprefix('/')}",
        **context,
    )
    return HTMLResponse(page, status)
