"""The service put together: ``create_app`` opens nothing until it starts."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext, suppress

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from app import VERSION, api, pages
from app.bodies import BoundedBodies
from app.conditional import HeadersOnly, NewsOnly
from app.headers import StandardHeaders
from app.holdings import Holdings
from app.kept_answers import KeptAnswers
from app.operations import health
from app.operations.metrics import Metrics
from app.operations.traffic import Traffic, note
from app.problems import add_error_handlers
from app.settings import Settings
from app.static_files import STATIC, LastingFiles
from catalogue.errors import DatabaseUnusable
from index.errors import IndexProblem
from index.snapshot import Snapshot

# Beyond this, zlib spends twice the time on a few bytes in a hundred.
GZIP_LEVEL = 6


def create_app(settings: Settings) -> FastAPI:
    """Return the service that answers from the places that ``settings`` names."""

    @asynccontextmanager
    async def open_holdings(app: FastAPI) -> AsyncIterator[None]:
        app.state.holdings = Holdings(settings)
        # What cannot be opened yet is tried again by each request that needs it.
        with suppress(DatabaseUnusable, IndexProblem):
            app.state.holdings.open()
        async with _serve_assistants(app) if settings.mcp else nullcontext():
            yield
        app.state.holdings.close()

    def get_snapshot() -> Snapshot:
        # The holdings are there only once the service has started.
        holdings: Holdings = app.state.holdings
        return holdings.index.get()

    app = FastAPI(
        title=api.TITLE,
        version=VERSION,
        lifespan=open_holdings,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
    )
    app.include_router(api.router)
    app.include_router(api.harvesting)
    app.include_router(pages.router, include_in_schema=False)
    app.include_router(health.router)
    app.mount("/static", LastingFiles(directory=STATIC), name="static")
    add_error_handlers(app)
    app.state.metrics = Metrics(get_snapshot) if settings.metrics else None
    _add_middleware(app, settings)
    return app


def _add_middleware(app: FastAPI, settings: Settings) -> None:
    # The last one added is the first one asked.
    app.add_middleware(BoundedBodies, largest=settings.largest_body)
    app.add_middleware(NewsOnly)
    app.add_middleware(GZipMiddleware, compresslevel=GZIP_LEVEL)
    app.add_middleware(StandardHeaders)
    app.add_middleware(KeptAnswers)
    metrics: Metrics | None = app.state.metrics
    counting = (metrics.count,) if metrics else ()
    observers = (*counting, note) if settings.logs else counting
    if observers:
        app.add_middleware(Traffic, observers=observers)
    app.add_middleware(HeadersOnly)


def _serve_assistants(app: FastAPI) -> AbstractAsyncContextManager[None]:
    # Only those who switch it on have its dependencies.
    from app.assistants import serve_assistants  # noqa: PLC0415

    return serve_assistants(app)
