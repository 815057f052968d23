"""Answers that need not be sent: HEAD asks for the headers only, If-None-Match for news only."""

from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

NOT_MODIFIED = int(HTTPStatus.NOT_MODIFIED)
# What a 304 may say; the rest describes a body that it does not have.
KEPT = ("cache-control", "content-location", "date", "etag", "expires", "vary")


class HeadersOnly:
    """Answers HEAD as GET would be answered, without the body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def send_headers(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        asked = {**scope, "method": "GET", "asked_with": scope["method"]}
        await self.app(asked, receive, send_headers)


class NewsOnly:
    """Answers 304 where the reader has what would be sent; ``scope["state"]["tag"]`` tells."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        asked = Headers(scope=scope).get("If-None-Match", "")
        is_known = False

        async def send_news(message: Message) -> None:
            nonlocal is_known
            if is_known:
                return
            tag = state.get("tag")
            begins = message["type"] == "http.response.start"
            if begins and message["status"] == HTTPStatus.OK and tag:
                headers = MutableHeaders(scope=message)
                headers["ETag"] = tag
                is_known = _has(asked, tag)
                if is_known:
                    message = {**message, "status": NOT_MODIFIED, "headers": _kept(headers)}
            await send(message)
            if is_known:
                await send({"type": "http.response.body"})

        await self.app(scope, receive, send_news)


def _has(asked: str, tag: str) -> bool:
    # Weak comparison: the same content in another encoding is no news.
    known = {one.strip().removeprefix("W/") for one in asked.split(",")}
    return "*" in known or tag.removeprefix("W/") in known


def _kept(headers: Headers) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, value in headers.raw if name.decode("latin-1") in KEPT]
