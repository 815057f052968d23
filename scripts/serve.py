"""``serve``: the catalogue in a browser and over HTTP."""

from typing import Annotated

import typer

from app.settings import Settings
from scripts.importing import tell
from scripts.preparing import prepare
from scripts.starting import without_collecting


def serve(
    port: Annotated[int, typer.Option(help="The port to listen on.", min=0, max=65535)] = 8000,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    workers: Annotated[int, typer.Option(help="How many processes answer.", min=1)] = 1,
) -> None:
    """Serve pages and API, after bringing database and index up to date."""
    # The web is half of what there is to import, and no other command needs it.
    with without_collecting():
        from scripts.listening import listen  # noqa: PLC0415

    settings = Settings()
    tell(prepare(settings))
    typer.echo(f"The catalogue is at http://{host}:{port} (API: http://{host}:{port}/api/v1)")
    listen(settings, host=host, port=port, workers=workers)
