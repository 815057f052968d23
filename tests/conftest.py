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
from hypothesis import strategies as st

from app.main import create_app
from app.serving import serving_options
from app.settings import DATA, Settings
from catalogue.importing import record_paths
from catalogue.plans import TERM_FIELDS, Activity, Party, Plan
from catalogue.vocabulary import load_vocabulary
from scripts.preparing import prepare

# Speed is measured by the benchmark, never by a test on a busy machine.
hypothesis.settings.register_profile("catalogue", deadline=None)
hypothesis.settings.load_profile("catalogue")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let long tests begin first, so that processes side by side end together."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


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


# What people type, what programs trip over, and what no document can hold.
AWKWARD = (
    "\n",
    "\r\n",
    "\t",
    "\0",
    "\x1b",
    "\u2028",
    "\ufffe",
    "<b>",
    "&amp;",
    "]]>",
    "=1+1",
    "{{",
    '"',
)


@pytest.fixture(scope="session")
def plans(settings: Settings) -> st.SearchStrategy[Plan]:
    """Arbitrary plans, each of what people and programs may send."""
    vocabulary = load_vocabulary(settings.vocabulary)
    records = sorted(path.stem for path in record_paths(settings.records))
    texts = st.lists(st.one_of(st.sampled_from(AWKWARD), st.text(max_size=20)), max_size=8)
    text = texts.map("".join)
    terms = {
        field: st.lists(st.sampled_from(vocabulary.ids(name)), max_size=5)
        for field, name in TERM_FIELDS.items()
    }
    tables = {
        name: st.lists(
            st.fixed_dictionaries({}, optional=dict.fromkeys(row.model_fields, text)), max_size=3
        )
        for name, row in (("schedule", Activity), ("stakeholders", Party))
    }
    chosen = st.lists(st.sampled_from(records), max_size=2, unique=True)
    special = {**terms, **tables, "inspired_by": chosen}
    fields = {name: special.get(name, text) for name in Plan.model_fields}
    return st.fixed_dictionaries({}, optional=fields).map(Plan.model_validate)
