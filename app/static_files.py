"""Static files: where each stands, and how long a browser may keep it."""

import hashlib
from functools import cache
from pathlib import Path

from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from starlette.types import Scope

STATIC = Path(__file__).parent / "pages" / "static"
IMMUTABLE = "public, max-age=31536000, immutable"


@cache
def static_path(name: str) -> str:
    """Return the address of a static file."""
    # The digest makes a changed file a new address, so that no browser goes on with the old one.
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:8]
    return f"/static/{name}?v={digest}"


class LastingFiles(StaticFiles):
    """Static files, each of which lasts for ever at the address with its digest."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return the file at a path, or raise that there is none."""
        response = await super().get_response(path, scope)
        asked = f"/static/{path}?{scope['query_string'].decode('latin-1')}"
        if asked == static_path(path):
            response.headers["Cache-Control"] = IMMUTABLE
        return response
