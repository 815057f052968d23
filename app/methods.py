"""Which methods an address answers, whichever route it is that does."""

from http import HTTPMethod

from fastapi import Request
from starlette.routing import Match, Mount

from app.headers import is_api


def list_methods(request: Request) -> list[str]:
    """Return the methods that the address of a request answers, in the order of the alphabet."""
    scope = {**request.scope, "root_path": request.scope.get("app_root_path", "")}
    # What is mounted are files.
    routes = [route for route in request.app.router.routes if not isinstance(route, Mount)]
    answered = {
        str(method)
        for method in HTTPMethod
        for route in routes
        if route.matches({**scope, "method": method})[0] is Match.FULL
    } or {"GET"}
    if "GET" in answered:
        answered.add("HEAD")
    if is_api(scope["path"]):
        answered.add("OPTIONS")
    return sorted(answered)
