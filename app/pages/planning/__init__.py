"""The planner: an own trial action step by step, kept by nobody but its owner."""

from app.pages.planning.routes import router

__all__ = ["router"]
