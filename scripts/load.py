"""``load``: a service of its own under mixed traffic, ordinary and hostile."""

import asyncio
from collections.abc import Iterator
from typing import Annotated

import typer

from scripts.benchmarking.serving import CATALOGUE, serving
from scripts.loading.measuring import Answers, compare_costs, send_traffic

# What a hostile request may cost, in searches.
MOST = 10


def load(
    seconds: Annotated[float, typer.Option(help="How long.", min=1, max=3600)] = 60,
    connections: Annotated[int, typer.Option(help="From how many.", min=1, max=400)] = 64,
) -> None:
    """Send a service mixed traffic; end with 1 where it answers with a fault."""
    with serving(*CATALOGUE) as server:
        at, answers = (server.port, server.process), Answers()
        usual, dearest, request = asyncio.run(compare_costs(*at, answers=answers))
        traffic = send_traffic(*at, seconds=seconds, connections=connections, answers=answers)
        asyncio.run(traffic)
    typer.echo(
        f"{sum(answers.statuses.values())} requests in {seconds:g} s, {connections} at a time"
    )
    for line in _lines(answers):
        typer.echo(line)
    ratio = dearest / usual
    typer.echo(
        f"work, alone: a search {usual * 1000:.2f} ms; the dearest hostile request "
        f"{dearest * 1000:.2f} ms, {ratio:.1f} times as much: {request!r}"
    )
    raise typer.Exit(1 if answers.faults or ratio > MOST else 0)


def _lines(answers: Answers) -> Iterator[str]:
    statuses = ", ".join(f"{status}: {n}" for status, n in sorted(answers.statuses.items()))
    yield f"answers by status (0: none): {statuses}"
    yield f"faults: {answers.faults}"
    shares = ", ".join(f"p{n} {answers.percentile(n / 100) * 1000:.1f} ms" for n in (50, 95, 99))
    yield f"time to an answer: {shares}"
    first, middle, last = (answers.memory[place] for place in (0, len(answers.memory) // 2, -1))
    yield f"memory: {first} MB at first, {middle} half way, {last} at last"
