"""Templates → pages: the one place where HTML is made and where text is trusted to be HTML."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from app.addresses import (
    COMPARISON,
    MEETING,
    api_address,
    guidance_api_address,
    guidance_page_address,
    list_address,
    page_address,
    to_url,
)
from app.origin import find_origin
from app.pages.blocks import NOT_DESCRIBED, block_anchor, explain_gap, split_runs
from app.pages.carrying import carry_along
from app.pages.danish import (
    count_noun,
    format_number,
    join_labels,
    join_quoted,
    join_words,
    lower_first,
    soften_name,
)
from app.pages.naming import name_record
from app.parameters import Parameters
from app.shortlist import Shortlist, read_ids
from app.static_files import static_path
from catalogue.vocabulary import Vocabulary

HERE = Path(__file__).parent


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
# Few pages are linked data too.
ENVIRONMENT.globals.update(static=static_path, not_described=NOT_DESCRIBED, linked=None)
ENVIRONMENT.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
ENVIRONMENT.filters.update(
    address=page_address,
    comparison=partial(list_address, COMPARISON),
    meeting_sheet=partial(list_address, f"{MEETING}.docx"),
    data_address=api_address,
    guidance_address=guidance_page_address,
    guidance_data_address=guidance_api_address,
    anchor=block_anchor,
    count=count_noun,
    danish_list=join_words,
    label_list=join_labels,
    labels=_labels,
    lower_first=lower_first,
    named=name_record,
    number=format_number,
    quoted_list=join_quoted,
    runs=split_runs,
    explain_gap=explain_gap,
    snippet=_snippet,
    soft=soften_name,
)


def render(
    request: Request,
    template: str,
    status: int = 200,
    *,
    data: str | None = None,
    shortlist: Shortlist | None = None,
    **context: object,
) -> HTMLResponse:
    """Return the page that the template makes; ``data`` is where the API has the same.

    The shortlist of the address is carried along, unless the page has found a better one.
    """
    path = request.scope["path"]
    shortlist = shortlist or find_shortlist(request)
    page = ENVIRONMENT.get_template(template).render(
        path=path,
        canonical=f"{find_origin(request)}{quote(path)}",
        data=data,
        shortlist=shortlist,
        **context,
    )
    return HTMLResponse(carry_along(page, shortlist.ids), status)


def find_shortlist(
    request: Request, *, asked: Parameters | None = None, shown: tuple[str, ...] | None = None
) -> Shortlist:
    """Return the shortlist that the address carries, or else that of its own page.

    Of the address only what was ``asked`` goes on; what a shortlist's page has ``shown`` is all
    that is in it.
    """
    path, query = request.scope["path"], request.scope["query_string"]
    here = to_url(quote(path), asked) if asked else quote(path)
    return Shortlist(read_ids(path, query, shown), here)


def render_xml(request: Request, template: str, media_type: str, **context: object) -> Response:
    """Return the XML that the template makes, its addresses whole."""
    document = ENVIRONMENT.get_template(template).render(origin=find_origin(request), **context)
    return Response(document, media_type=media_type)
