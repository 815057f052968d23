"""The Danish pages: server-rendered, complete without JavaScript."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from app.pages import (
    about,
    accessibility,
    discovery,
    experiences,
    guidance,
    home,
    learnings,
    municipalities,
    overview,
    search,
    themes,
    trial_actions,
)
from app.pages.errors import render_error
from app.pages.rendering import STATIC

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
    about,
    accessibility,
    discovery,
):
    router.include_router(family.router)
