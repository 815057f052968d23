"""The accessibility statement, in the form that Danish law gives it."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.pages.rendering import render

router = APIRouter()


@router.get("/tilgaengelighed")
def show_accessibility(request: Request) -> HTMLResponse:
    """Show how accessible the pages are, how that was tested, and what is lacking."""
    return render(request, "accessibility.html")
