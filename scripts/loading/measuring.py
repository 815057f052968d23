"""Traffic for some seconds from many connections, and what came of it."""

import asyncio
import random
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import median
from time import monotonic

from scripts.loading.asked import HOSTILE, ORDINARY, vary
from scripts.loading.connection import NO_ANSWER, Connection

# How often a request is repeated, alone, to say what it costs.
REPEATS = 8
LONGEST_SHOWN = 60
# One request in four is hostile.
MIX = (*[ORDINARY] * 3, HOSTILE)


@dataclass
class Answers:
    """What came back: how often each status, and how long each kind took."""

    statuses: Counter[int] = field(default_factory=Counter)
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    memory: list[int] = field(default_factory=list)
    lost: int = 0

    @property
    def faults(self) -> int:
        """How many answers were a fault of the service, or missing where nobody was hostile."""
        return self.lost + sum(self.statuses[status] for status in range(500, 600))

    def percentile(self, share: float) -> float:
        """Return the seconds that this share of all answers took at most."""
        times = sorted(time for kind in self.seconds.values() for time in kind)
        return times[min(int(share * len(times)), len(times) - 1)]


async def send_traffic(
    port: int, process: int, *, seconds: float, connections: int, answers: Answers
) -> None:
    """Add the answers to so many seconds of mixed traffic."""
    end = monotonic() + seconds
    senders = [
        _send(Connection(port), answers, chance=random.Random(number), end=end)  # noqa: S311 - reproducible
        for number in range(connections)
    ]
    await asyncio.gather(_watch(process, answers, seconds=seconds, end=end), *senders)


async def _send(
    connection: Connection, answers: Answers, *, chance: random.Random, end: float
) -> None:
    while monotonic() < end:
        kind, requests = chance.choice(list(chance.choice(MIX).items()))
        status, seconds = await connection.ask(chance.choice(list(requests)))
        answers.statuses[status] += 1
        # Who sends garbage may lose the answer with the connection.
        answers.lost += status == NO_ANSWER and kind in ORDINARY
        answers.seconds[kind].append(seconds)
    await connection.close()


async def _watch(process: int, answers: Answers, *, seconds: float, end: float) -> None:
    while monotonic() < end:
        answers.memory.append(read_memory(process))
        await asyncio.sleep(seconds / 20)
    answers.memory.append(read_memory(process))


def read_memory(process: int) -> int:
    """Return the megabytes that a process has in memory."""
    status = Path(f"/proc/{process}/status").read_text("ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) // 1024


def read_work(process: int) -> float:
    """Return the seconds that a process has worked, however busy the machine is."""
    tasks = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(task.read_text("ascii").split()[0]) for task in tasks) / 1e9


async def compare_costs(port: int, process: int, *, answers: Answers) -> tuple[float, float, str]:
    """Return the work of the median search, of the dearest hostile request, and that request."""
    connection = Connection(port)
    numbers = count()

    async def ask(request: bytes) -> None:
        status, _seconds = await connection.ask(vary(request, next(numbers)))
        answers.statuses[status] += 1

    async def measure(request: bytes) -> float:
        # What is read at first use is no request's own cost.
        await ask(request)
        before = read_work(process)
        for _ in range(REPEATS):
            await ask(request)
        return (read_work(process) - before) / REPEATS

    usual = [await measure(request) for request in ORDINARY["search"]]
    hostile = [
        (await measure(request), request[:LONGEST_SHOWN].decode("latin-1"))
        for requests in HOSTILE.values()
        for request in requests
    ]
    await connection.close()
    return median(usual), *max(hostile)
