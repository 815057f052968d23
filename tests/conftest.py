"""The real service over real data: database and index made once, in a temporary folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from time import sleep

import httpx
import hypothesis
import pytest
import uvicorn
from fastapi import FastAPI

from app.main import create_app
from app.serving import serving_options
from app.settings import DATA, Settings
from scripts.preparing import prepare

# Speed is measured by the benchmark, never by a test on a busy machine.
hypothesis.settings.register_profile("catalogue", deadline=None)
hypothesis.settings.load_profile("catalogue")


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("catalogue")
    settings = Settings(
        data=DATA,
        database=f"sqlite:///{folder / 'catalogue.sqlite'}",
        index=folder / "index",
    )
    assert not prepare(settings).report.problems
    return settings


@pytest.fixture(scope="session")
def app(settings: Settings) -> FastAPI:
    return create_app(settings)


@contextmanager
def serve(app: FastAPI) -> Iterator[str]:
    """Serve an app as it is served to readers; give its address."""
    config = uvicorn.Config(app, port=0, **serving_options(Settings()))
    server = uvicorn.Server(config)
    thread = Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the service did not start"
        sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def base_url(app: FastAPI) -> Iterator[str]:
    with serve(app) as address:
        yield address


@pytest.fixture(scope="session")
def client(base_url: str) -> Iterator[httpx.Client]:
    # The first search of a cold service on a busy machine takes its time.
    with httpx.Client(base_url=base_url, timeout=60) as client:
        yield client
