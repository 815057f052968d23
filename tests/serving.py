"""The service as its operator starts it: the command, in a process of its own."""

import os
import secrets
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

import httpx

from app.settings import Settings

ROOT = Path(__file__).parents[1]
LONGEST_START = 240
# No service here is asked over TLS, and to read all authorities takes longer than most answers.
NO_AUTHORITIES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
# Below those that the system gives to who asks for any: nobody takes one before its service does.
PORTS = range(20_000, 32_000)
# Where so many are taken, something else is wrong.
MOST_TRIES = 100


def fetch(address: str) -> httpx.Response:
    """Return an answer, however busy the machine is."""
    return httpx.get(address, timeout=LONGEST_START, verify=NO_AUTHORITIES)


def free_port() -> int:
    """Return a port that nothing listens on."""
    for _ in range(MOST_TRIES):
        port = secrets.choice(PORTS)
        with suppress(OSError), socket.socket() as listener:
            listener.bind(("127.0.0.1", port))
            return port
    raise AssertionError(f"none of {MOST_TRIES} ports was free")


def places_of(settings: Settings) -> dict[str, str]:
    """Return the environment in which a command works on the same data."""
    return {
        "CATALOGUE_DATA": str(settings.data),
        "CATALOGUE_DATABASE": settings.database,
        "CATALOGUE_INDEX": str(settings.index),
    }


def start(
    settings: Settings, log: Path, *options: str, port: int, **environment: str
) -> subprocess.Popen[bytes]:
    """Start a service that writes its log, and what it refuses, to a file."""
    with log.open("wb") as errors:
        return subprocess.Popen(
            [sys.executable, "-m", "scripts", "serve", "--port", str(port), *options],
            cwd=ROOT,
            env=os.environ | places_of(settings) | environment,
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )


def wait_for(process: subprocess.Popen[bytes], port: int) -> str:
    """Return the address of a service that has begun to answer."""
    address = f"http://127.0.0.1:{port}"
    end = monotonic() + LONGEST_START
    while monotonic() < end:
        assert process.poll() is None, "the service ended before it began"
        try:
            fetch(f"{address}/healthz")
        except httpx.TransportError:
            sleep(0.05)
        else:
            return address
    raise AssertionError("the service did not begin")


@contextmanager
def served(settings: Settings, log: Path, *options: str, **environment: str) -> Iterator[str]:
    """Serve; give the address."""
    port = free_port()
    process = start(settings, log, *options, port=port, **environment)
    try:
        yield wait_for(process, port)
    finally:
        process.terminate()
        process.wait(timeout=30)
