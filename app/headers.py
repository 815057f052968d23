"""What every answer says about itself, whoever made it."""

from urllib.parse import urlsplit, urlunsplit

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.addresses import DCAT

SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
# Anyone's page may read the API.
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Disposition, ETag, Link, Retry-After",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
PREFLIGHT = {
    "Allow": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}
# An editor who corrects a record sees it within a minute; after that, a tag is all that is sent.
FRESH = "public, max-age=60"
LOWEST_ERROR = 400


def is_api(path: str) -> bool:
    """Return whether programs, not people, ask for this path."""
    return path in {"/api", DCAT} or path.startswith("/api/")


def protect(headers: MutableHeaders, path: str, status: int) -> None:
    """Add what every answer says, unless the answer says it itself."""
    for name, value in SECURITY.items():
        headers.setdefault(name, value)
    if "accept-encoding" not in headers.get("Vary", "").lower():
        headers.add_vary_header("Accept-Encoding")
    if "location" in headers:
        # A host here would be the one that whoever asks made up; every redirect stays with us.
        target = urlsplit(headers["Location"])
        headers["Location"] = f"/{urlunsplit(('', '', *target[2:])).lstrip('/')}"
    if status >= LOWEST_ERROR:
        headers.setdefault("Cache-Control", "no-store")
    if is_api(path):
        headers.update(OPEN)
        headers.setdefault("Cache-Control", FRESH)


class StandardHeaders:
    """Adds the standard headers, and answers a browser that asks whether it may ask."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                protect(MutableHeaders(scope=message), scope["path"], message["status"])
            await send(message)

        may_i = scope["method"] == "OPTIONS" and is_api(scope["path"])
        answer = Response(status_code=204, headers=PREFLIGHT) if may_i else self.app
        await answer(scope, receive, send_with_headers)
