"""How the service is run: who may connect, for how long, and where its log goes."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI

from app.connections import Connection
from app.main import create_app
from app.operations.logs import LINES
from app.settings import Settings

# Seconds for which a connection without a request is kept for the next one.
KEEP_ALIVE = 5
# Seconds that are left for answers under way when the service is told to stop.
LAST_ANSWERS = 10

# What uvicorn takes, it takes as keyword arguments of any type.
Options = Mapping[str, Any]


def serving_options(settings: Settings) -> Options:
    """Return what uvicorn is told, whoever starts it."""
    return {
        "http": Connection,
        "ws": "none",
        "access_log": False,
        "server_header": False,
        # Its warnings are of what others send; they would fill the log.
        "log_level": "error",
        "timeout_keep_alive": KEEP_ALIVE,
        "timeout_graceful_shutdown": LAST_ANSWERS,
        **({"log_config": LINES} if settings.logs else {}),
    }


def open_app() -> FastAPI:
    """Return the service of one of several processes, as the environment says it is."""
    return create_app(Settings())
