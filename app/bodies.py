"""Bodies of requests: what is too large is refused before it is kept."""

from fastapi.exceptions import HTTPException
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.errors import TOO_LARGE
from app.problems import tell


class BoundedBodies:
    """Answers 413 to a body that is, or turns out to be, larger than allowed."""

    def __init__(self, app: ASGIApp, largest: int) -> None:
        self.app = app
        self.largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        left = self.largest

        async def receive_bounded() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(TOO_LARGE.status, headers={"Connection": "close"})
            return message

        if int(Headers(scope=scope).get("Content-Length", 0)) > self.largest:
            answer = tell(Request(scope), TOO_LARGE)
            # What is still under way is not waited for.
            answer.headers["Connection"] = "close"
            await answer(scope, receive, send)
            return
        await self.app(scope, receive_bounded, send)
