"""``serve``: the catalogue in a browser and over HTTP."""

from typing import Annotated

import typer
import uvicorn

from app.main import create_app
from app.request_line import ReadableRequests
from app.settings import Settings
from scripts.importing import tell
from scripts.preparing import prepare


def serve(
    port: Annotated[int, typer.Option(help="The port to listen on.", min=0, max=65535)] = 8000,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
) -> None:
    """Serve pages and API, after bringing database and index up to date."""
    settings = Settings()
    tell(prepare(settings))
    typer.echo(f"The catalogue is at http://{host}:{port} (API: http://{host}:{port}/api/v1)")
    uvicorn.run(
        create_app(settings),
        host=host,
        port=port,
        http=ReadableRequests,
        log_level="warning",
        server_header=False,
    )
