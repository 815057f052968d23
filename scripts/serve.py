"""``serve``: the catalogue in a browser and over HTTP."""

from typing import Annotated

import typer
import uvicorn

from app.main import create_app
from app.serving import open_app, serving_options
from app.settings import Settings
from scripts.importing import tell
from scripts.preparing import prepare


def serve(
    port: Annotated[int, typer.Option(help="The port to listen on.", min=0, max=65535)] = 8000,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    workers: Annotated[int, typer.Option(help="How many processes answer.", min=1)] = 1,
) -> None:
    """Serve pages and API, after bringing database and index up to date."""
    settings = Settings()
    tell(prepare(settings))
    typer.echo(f"The catalogue is at http://{host}:{port} (API: http://{host}:{port}/api/v1)")
    options = serving_options(settings)
    if workers == 1:
        uvicorn.run(create_app(settings), host=host, port=port, **options)
        return
    # Each process makes its own app, from the same environment.
    place = f"{open_app.__module__}:{open_app.__name__}"
    uvicorn.run(place, factory=True, host=host, port=port, workers=workers, **options)
