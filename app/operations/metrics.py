"""The figures of the service in Prometheus' form."""

from collections.abc import Callable, Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.registry import Collector

from app.operations.traffic import Exchange
from index.errors import IndexProblem
from index.snapshot import Snapshot

MEDIA_TYPE = CONTENT_TYPE_PLAIN_0_0_4
# Seconds. Most answers take one to five thousandths; the last bucket is what a reader gives up at.
BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)


class Metrics:
    """What one process counts; its own, so that two services in one process stay apart."""

    def __init__(self, get_snapshot: Callable[[], Snapshot]) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "catalogue_requests",
            "Requests answered.",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "catalogue_request_duration_seconds",
            "Time from request to answer.",
            ("route",),
            buckets=BUCKETS,
            registry=self.registry,
        )
        self.registry.register(_Index(get_snapshot))
        ProcessCollector(registry=self.registry)

    def count(self, exchange: Exchange) -> None:
        """Count a request."""
        self._requests.labels(exchange.method, exchange.route, str(exchange.status)).inc()
        self._seconds.labels(exchange.route).observe(exchange.seconds)

    def write(self) -> bytes:
        """Return all figures as they are now."""
        return generate_latest(self.registry)


class _Index(Collector):
    """The index that serves, asked for when the figures are."""

    def __init__(self, get_snapshot: Callable[[], Snapshot]) -> None:
        self._get_snapshot = get_snapshot

    def collect(self) -> Iterator[Metric]:
        """Give the figures of the index; those of an empty one where there is none."""
        records = GaugeMetricFamily("catalogue_index_records", "Trial actions in the index.")
        generation = InfoMetricFamily("catalogue_index", "The index that serves.")
        try:
            snapshot = self._get_snapshot()
        except IndexProblem:
            records.add_metric([], 0)
        else:
            records.add_metric([], len(snapshot.facts))
            generation.add_metric([], {"generation": snapshot.generation})
        yield from (records, generation)
