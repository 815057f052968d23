"""Results → a table, and a chart of it."""

import platform
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import typer

from scripts.benchmarking.building import Built
from scripts.benchmarking.charting import draw
from scripts.benchmarking.measuring import Spread, Times, spread

HEADINGS = ("records", "engine", "first p50", "first p95", "again p50", "again p95")


@dataclass(frozen=True)
class Result:
    """What was measured at one size: milliseconds of each engine, seconds of the index."""

    first: dict[str, tuple[float, float]]
    again: dict[str, tuple[float, float]]
    build: float
    change: float | None
    open: float
    with_whoosh: bool

    @classmethod
    def of(cls, times: Mapping[str, Times], built: Built, with_whoosh: bool) -> "Result":
        """Return the result of the times measured."""
        return cls(
            first={name: _pair(spread(one.first)) for name, one in times.items()},
            again={name: _pair(spread(one.again)) for name, one in times.items()},
            build=built.build,
            change=built.change,
            open=built.open,
            with_whoosh=with_whoosh,
        )


def _pair(told: Spread) -> tuple[float, float]:
    return told.p50, told.p95


def tell_results(results: Mapping[int, Result], docs: Path | None) -> None:
    """Print the tables; write them and the chart into a folder too where there is one."""
    text = "\n".join([*_table(results), "", *_ratios(results), "", *_costs(results)])
    typer.echo(text)
    if docs:
        stamp = f"*{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}.*"
        (docs / "benchmark-table.md").write_text(f"{stamp}\n\n{text}\n", encoding="utf-8")
        (docs / "benchmark.svg").write_text(draw(results), encoding="utf-8")


def _table(results: Mapping[int, Result]) -> list[str]:
    lines = [f"| {' | '.join(HEADINGS)} |", "|" + "---|" * len(HEADINGS)]
    for size, result in results.items():
        for name in result.first:
            cells = [*result.first[name], *result.again[name]]
            lines.append(f"| {size:,} | {name} | " + " | ".join(f"{x:.2f}" for x in cells) + " |")
    return lines


def _ratios(results: Mapping[int, Result]) -> list[str]:
    lines = [
        "| records | the catalogue's time as a share of | " + " | ".join(HEADINGS[2:]) + " |",
        "|" + "---|" * len(HEADINGS),
    ]
    for size, result in results.items():
        for name in result.first:
            if name != "catalogue":
                ours = [*result.first["catalogue"], *result.again["catalogue"]]
                theirs = [*result.first[name], *result.again[name]]
                shares = [f"{x / y:.2f}" for x, y in zip(ours, theirs, strict=True)]
                lines.append(f"| {size:,} | {name} | " + " | ".join(shares) + " |")
    return lines


def _costs(results: Mapping[int, Result]) -> list[str]:
    lines = [
        "| records | index built, s | ms a record | one record changed, s | opened, s |",
        "|---|---|---|---|---|",
    ]
    for size, result in results.items():
        change = "–" if result.change is None else f"{result.change:.2f}"
        way = "" if result.with_whoosh else " (columns only)"
        lines.append(
            f"| {size:,} | {result.build:.2f}{way} | {1_000 * result.build / size:.1f} "
            f"| {change} | {result.open:.2f} |"
        )
    return lines
