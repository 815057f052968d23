"""Running the web service, in one process or in several."""

import uvicorn

from app.main import create_app
from app.serving import open_app, serving_options
from app.settings import Settings


def listen(settings: Settings, *, host: str, port: int, workers: int) -> None:
    """Answer over HTTP until told to stop."""
    options = serving_options(settings)
    if workers == 1:
        uvicorn.run(create_app(settings), host=host, port=port, **options)
        return
    # Each process makes its own app, from the same environment.
    place = f"{open_app.__module__}:{open_app.__name__}"
    uvicorn.run(place, factory=True, host=host, port=port, workers=workers, **options)
