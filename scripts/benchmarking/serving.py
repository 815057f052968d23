"""Servers in processes of their own, and how many requests a second they answer.

Sixteen connections ask again and again, each as soon as it has its answer.
"""

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import cycle
from time import monotonic, sleep

CONNECTIONS = 16
SECONDS = 4.0
LONGEST_START = 60.0

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


@contextmanager
def serving(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[int]:
    """Run a server, the port as its last argument, and give the port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    process = subprocess.Popen(  # noqa: S603 - our own commands
        [sys.executable, *command, str(port)],
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int) -> None:
    last = monotonic() + LONGEST_START
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            if monotonic() > last:
                raise
            sleep(0.05)
        else:
            return


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
