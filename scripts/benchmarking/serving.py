"""Servers in processes of their own, and how many requests a second they answer.

Sixteen connections ask again and again, each as soon as it has its answer.
"""

import asyncio
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from time import monotonic, sleep

import typer

CONNECTIONS = 16
SECONDS = 4.0
LONGEST_START = 240.0

CATALOGUE = ("-m", "scripts", "serve", "--port")
# The least that FastAPI can do: so many fixed bytes.
BARE = """
import sys, uvicorn
from fastapi import FastAPI
from fastapi.responses import Response
app = FastAPI()
@app.get("/bytes/{size}")
async def give(size: int) -> Response:
    return Response(b"x" * size, media_type="application/json")
uvicorn.run(app, port=int(sys.argv[1]), log_level="warning", access_log=False)
"""


@dataclass(frozen=True)
class Server:
    """A server that answers: at which port, in which process."""

    port: int
    process: int


@contextmanager
def serving(*command: str) -> Iterator[Server]:
    """Run a server of our own, the port as its last argument; end the command if none starts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = (sys.executable, *command, str(port))
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603 - our own commands
    try:
        _wait_for(port, process)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    last = monotonic() + LONGEST_START
    while process.poll() is None and monotonic() < last:
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.05)
    # Why, it has said itself.
    raise typer.Exit(1)


def ask_once(port: int, path: str, *, headers: str = "") -> tuple[int, bytes, str]:
    """Return status, body and tag of one answer."""
    return asyncio.run(_ask_alone(port, _to_request(path, headers)))


async def _ask_alone(port: int, request: bytes) -> tuple[int, bytes, str]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answer = await _ask(reader, writer, request=request)
    writer.close()
    return answer


def count_requests(port: int, paths: Sequence[str], *, headers: str = "") -> float:
    """Return how many requests a second are answered."""
    return asyncio.run(_count(port, [_to_request(path, headers) for path in paths]))


async def _count(port: int, requests: Sequence[bytes]) -> float:
    last = monotonic() + SECONDS
    counts = await asyncio.gather(*(_repeat(port, requests, last=last) for _ in range(CONNECTIONS)))
    return sum(counts) / SECONDS


async def _repeat(port: int, requests: Sequence[bytes], *, last: float) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    count = 0
    for request in cycle(requests):
        await _ask(reader, writer, request=request)
        if monotonic() > last:
            break
        count += 1
    writer.close()
    return count


def _to_request(path: str, headers: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}\r\n".encode()


async def _ask(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, request: bytes
) -> tuple[int, bytes, str]:
    writer.write(request)
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    told = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:])}
    body = await reader.readexactly(int(told.get("content-length", "0")))
    return int(head[0].split()[1]), body, told.get("etag", "")
