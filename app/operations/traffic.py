"""Each request counted and noted: what kind it was and how it went, never who asked for what."""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from time import perf_counter
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.operations.logs import REQUESTS

METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST"})
OTHER = "other"
# An id that a proxy gave is kept, where it is one and not some text of its sender's.
_ID = re.compile(r"[0-9a-f]{16,32}")

logger = logging.getLogger(REQUESTS)


@dataclass(frozen=True)
class Exchange:
    """One request and its answer, in words of which there are few."""

    id: str
    method: str
    route: str
    status: int
    seconds: float


Observe = Callable[[Exchange], None]


def note(exchange: Exchange) -> None:
    """Write a request to the log."""
    logger.info(
        "request",
        extra={
            "request_id": exchange.id,
            "method": exchange.method,
            "route": exchange.route,
            "status": exchange.status,
            "duration_ms": round(exchange.seconds * 1000, 2),
        },
    )


class Traffic:
    """Tells of every request, and gives each an id that its answer carries too."""

    def __init__(self, app: ASGIApp, observers: tuple[Observe, ...]) -> None:
        self.app = app
        self.observers = observers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        id_ = _find_id(scope)
        begun = perf_counter()
        # An error that nobody foresaw is answered further out.
        status = int(HTTPStatus.INTERNAL_SERVER_ERROR)

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = id_
            await send(message)

        try:
            await self.app(scope, receive, send_with_id)
        finally:
            seconds = perf_counter() - begun
            exchange = Exchange(id_, _find_method(scope), _find_route(scope), status, seconds)
            for observe in self.observers:
                observe(exchange)


def _find_id(scope: Scope) -> str:
    given = Headers(scope=scope).get("X-Request-ID", "")
    return given if _ID.fullmatch(given) else uuid4().hex


def _find_method(scope: Scope) -> str:
    method: str = scope.get("asked_with", scope["method"])
    return method if method in METHODS else OTHER


def _find_route(scope: Scope) -> str:
    # The template of the address: the address itself may hold what somebody typed.
    template: str | None = getattr(scope.get("route"), "path", None)
    if template is None:
        # A mounted folder; of an address that nothing has, there is nothing to say.
        return scope.get("root_path", "").removeprefix(scope.get("app_root_path", "")) or OTHER
    # A route of a router does not know what stands before it, which is the same for all requests.
    before = scope["path"].split("/")[: -template.count("/") or None]
    return "/".join(before) + template
