"""Which answers a service made, of all that it gave."""

from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Receive, Scope, Send


class Counted:
    """Notes the path of each request that reaches the routes."""

    def __init__(self, app: ASGIApp, paths: list[str]) -> None:
        self.app = app
        self.paths = paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            self.paths.append(scope["path"])
        await self.app(scope, receive, send)


def count_made(app: FastAPI, paths: list[str]) -> None:
    """Let the app add the path of each answer that it makes; a kept one is not made."""
    # The last of the list stands next to the routes.
    app.user_middleware.append(Middleware(Counted, paths=paths))
