"""An answer → bytes and headers; equal answers are equal bytes."""

import hashlib
from collections.abc import Mapping

import orjson
from fastapi import Request
from fastapi.responses import Response

from app import VERSION
from app.api.search_answers import PageLinksOut
from app.dependencies import HoldingsDep, MomentDep


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


async def tag_answer(request: Request, holdings: HoldingsDep, moment: MomentDep) -> None:
    """Name all that answers are made of, before it is read, so that no old answer looks new."""
    content = f"{VERSION} {moment} {holdings.vocabulary.revision}"
    request.state.tag = f'W/"{hashlib.sha256(content.encode()).hexdigest()[:16]}"'
