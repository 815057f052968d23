"""An answer → bytes and headers; equal answers are equal bytes."""

import hashlib
from collections.abc import Mapping

import orjson
from fastapi import Request
from fastapi.responses import Response

from app import VERSION
from app.api.search_answers import PageLinksOut
from app.current_index import CurrentIndex
from app.dependencies import GuidanceRevisionDep, HoldingsDep, RevisionDep
from index.errors import IndexProblem


def respond(
    answer: Mapping[str, object],
    links: PageLinksOut | None = None,
    *,
    media_type: str = "application/json",
) -> Response:
    """Return the answer as JSON, its page links in the ``Link`` header too."""
    response = Response(orjson.dumps(answer), media_type=media_type)
    if links:
        # The address of the answer itself is known to whoever asked.
        others = {rel: url for rel, url in links.items() if url and rel != "self"}
        response.headers["Link"] = ", ".join(f'<{url}>; rel="{rel}"' for rel, url in others.items())
    return response


def tag_answer(
    request: Request,
    holdings: HoldingsDep,
    revision: RevisionDep,
    guidance_revision: GuidanceRevisionDep,
) -> None:
    """Name all that answers are made of, before it is read, so that no old answer looks new."""
    indexes = " ".join(map(_revision, (holdings.index, holdings.guidance_index)))
    content = f"{VERSION} {revision} {guidance_revision} {indexes} {holdings.vocabulary.revision}"
    request.state.tag = f'W/"{hashlib.sha256(content.encode()).hexdigest()[:16]}"'


def _revision(index: CurrentIndex) -> str:
    try:
        return index.get().revision
    except IndexProblem:
        return ""
