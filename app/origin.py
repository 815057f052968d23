"""Where the service stands, as others reach it: the beginning of every whole address."""

import re

from fastapi import Request

# Who asks may say any host; only what reads as one is repeated.
_HOST = re.compile(r"([A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(:[0-9]{1,5})?")


def find_origin(request: Request) -> str:
    """Return the configured address of the service, or the one it was asked at."""
    configured: str = request.app.state.holdings.address
    if configured:
        return configured
    host = request.headers.get("Host", "")
    return f"{request.scope['scheme']}://{host if _HOST.fullmatch(host) else 'localhost'}"
