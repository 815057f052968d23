"""The Danish pages: server-rendered, complete without JavaScript."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from app.pages import (
    about,
    accessibility,
    comparison,
    discovery,
    experiences,
    guidance,
    home,
    learnings,
    meeting,
    municipalities,
    overview,
    planning,
    search,
    shortlists,
    themes,
    trial_actions,
)
from app.pages.errors import render_error
from app.static_files import STATIC

__all__ = ["STATIC", "render_error", "router"]

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
for family in (
    home,
    search,
    trial_actions,
    municipalities,
    themes,
    experiences,
    learnings,
    guidance,
    overview,
    planning,
    shortlists,
    comparison,
    meeting,
    about,
    accessibility,
    discovery,
):
    router.include_router(family.router)
