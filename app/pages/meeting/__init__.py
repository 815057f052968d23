"""The meeting sheet: the essentials of chosen trial actions, for people around a table."""

from app.pages.meeting.routes import router

__all__ = ["router"]
