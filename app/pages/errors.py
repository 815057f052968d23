"""The page for what cannot be shown: what happened, and the ways on."""

from fastapi import Request
from fastapi.responses import HTMLResponse

from app.pages.rendering import render


def render_error(
    request: Request, status: int, *, title: str, detail: str, question: str = ""
) -> HTMLResponse:
    """Return the Danish page of an error; what was asked stands in its search field."""
    return render(
        request, "error.html", status, heading=title, explanation=detail, question=question
    )
