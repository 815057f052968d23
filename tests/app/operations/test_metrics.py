"""The figures of the service, as Prometheus reads them."""

from collections.abc import Iterator
from time import sleep

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from app import kept_answers
from app.main import create_app
from app.settings import Settings
from tests.app.made import count_made
from tests.conftest import serve

Figures = dict[tuple[str, frozenset[tuple[str, str]]], float]


@pytest.fixture(scope="module")
def made() -> list[str]:
    """The paths of the answers that were made."""
    return []


@pytest.fixture(scope="module")
def counted(settings: Settings, made: list[str]) -> Iterator[httpx.Client]:
    """A service that gives its figures."""
    app = create_app(settings.model_copy(update={"metrics": True}))
    count_made(app, made)

    @app.get("/fejl")
    def fail() -> None:
        raise RuntimeError

    with serve(app) as address, httpx.Client(base_url=address, timeout=60) as client:
        yield client


def read(client: httpx.Client) -> Figures:
    answer = client.get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def count(figures: Figures, **labels: str) -> float:
    return figures.get(("catalogue_requests_total", frozenset(labels.items())), 0)


def wait_for(counted: httpx.Client, expected: float, **labels: str) -> float:
    """Return a count; a request is counted after its last byte is sent, when that has come."""
    for _ in range(100):
        if count(read(counted), **labels) == expected:
            break
        sleep(0.02)
    return count(read(counted), **labels)


@pytest.mark.parametrize(
    ("method", "path", "route", "status"),
    [
        ("GET", "/api/v1/trial-actions?q=ppr", "/api/v1/trial-actions", "200"),
        ("HEAD", "/api/v1/trial-actions", "/api/v1/trial-actions", "200"),
        ("GET", "/api/v1/trial-actions/nej", "/api/v1/trial-actions/{trial_action_id}", "404"),
        ("GET", "/soeg?theme=hest", "/soeg", "422"),
        ("GET", "/static/style.css", "/static", "200"),
        ("POST", "/soeg", "/soeg", "405"),
        ("GET", "/findes-ikke", "other", "404"),
        ("OPTIONS", "/api/v1/status", "other", "204"),
        ("PROPFIND", "/findes-ikke", "other", "404"),
        ("GET", "/fejl", "/fejl", "500"),
    ],
)
def test_a_request_is_counted_by_what_kind_it_was(
    counted: httpx.Client, method: str, path: str, route: str, status: str
) -> None:
    labels = {
        "method": method if method != "PROPFIND" else "other",
        "route": route,
        "status": status,
    }
    before = count(read(counted), **labels)
    counted.request(method, path)

    assert wait_for(counted, before + 1, **labels) == before + 1


def test_an_answer_that_was_kept_is_counted_as_one_that_was_made(
    counted: httpx.Client, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_answers, "PAUSE", 3600.0)
    path = "/api/v1/trial-actions"
    labels = {"method": "GET", "route": path, "status": "200"}
    before = count(read(counted), **labels)
    made_before = made.count(path)
    for _ in range(3):
        counted.get(path, params={"q": "kept and counted"})

    assert made.count(path) == made_before + 1
    assert count(read(counted), **labels) == before + 3


def test_made_up_addresses_make_no_new_figures(counted: httpx.Client) -> None:
    counted.get("/findes-ikke")
    before = read(counted).keys()
    for number in range(20):
        counted.get(f"/findes-ikke-{number}")
        counted.get(f"/findes-ikke?{number}=1")

    # Which buckets there are does not depend on what is in them.
    assert read(counted).keys() - before == set()


def test_the_index_that_serves_is_among_the_figures(counted: httpx.Client) -> None:
    figures = read(counted)

    assert figures["catalogue_index_records", frozenset()] == 24
    (labels,) = [labels for name, labels in figures if name == "catalogue_index_info"]
    assert dict(labels)["generation"]


def test_durations_are_counted_by_route(counted: httpx.Client) -> None:
    counted.get("/om")
    figures = read(counted)

    name = "catalogue_request_duration_seconds"
    assert figures[f"{name}_count", frozenset({("route", "/om")})] >= 1
    assert figures[f"{name}_sum", frozenset({("route", "/om")})] > 0


def test_without_a_word_nobody_reads_the_figures(client: httpx.Client) -> None:
    assert client.get("/metrics").status_code == 404
