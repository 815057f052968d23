"""What a connection may take of the server, asked over real sockets."""

import json
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from urllib.parse import urlsplit

import pytest

from app import connections
from app.headers import SECURITY
from app.main import create_app
from app.settings import Settings
from tests.conftest import serve

# A request that asks for the largest answer there is.
EXPORT = b"GET /api/v1/export HTTP/1.1\r\nHost: x\r\n\r\n"
STATUS = b"GET /api/v1/status HTTP/1.1\r\nHost: x\r\n\r\n"
LONG = b"a" * 70_000
SOON = 0.2

HEADS = {
    "one endless address": b"GET /" + LONG,
    "one endless header": b"GET / HTTP/1.1\r\nX: " + LONG,
    "a header too long": b"GET / HTTP/1.1\r\nX: " + LONG + b"\r\n\r\n",
    "too many headers": b"GET / HTTP/1.1\r\n" + b"X: aaaaaaaaaaaaaaaa\r\n" * 5_000 + b"\r\n",
}
SLOW = {
    "nothing": b"",
    "half an address": b"GET /soe",
    "half of the headers": b"GET / HTTP/1.1\r\nHost: x\r\n",
    "empty lines": b"\r\n\r\n",
    "half a body": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf",
}


@pytest.fixture
def impatient(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a service that waits for nobody."""
    monkeypatch.setattr(connections, "SLOWEST_REQUEST", SOON)
    monkeypatch.setattr(connections, "SLOWEST_READER", SOON)
    with serve(create_app(settings)) as address:
        yield address


def connect(address: str) -> socket.socket:
    return socket.create_connection(("127.0.0.1", urlsplit(address).port or 0), 10)


def read_all(connection: socket.socket) -> bytes:
    """Return what comes until the server closes."""
    return b"".join(iter(lambda: connection.recv(65_536), b""))


def read_problem(answer: bytes) -> tuple[int, dict[str, object], str]:
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split(b" ")[1]), json.loads(body), head.decode()


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_a_head_without_end_is_refused(base_url: str, head: bytes) -> None:
    with connect(base_url) as connection:
        connection.sendall(head)
        status, problem, _ = read_problem(read_all(connection))

    assert (status, problem["type"]) == (400, "/api/v1/docs#unreadable-request")


@pytest.mark.parametrize("begun", SLOW.values(), ids=SLOW)
def test_a_request_that_does_not_come_to_an_end_is_not_waited_for(
    impatient: str, begun: bytes
) -> None:
    with connect(impatient) as connection:
        connection.sendall(begun)
        answer = read_all(connection)

    # Half a form may have its answer already, or have been given up before there was one.
    assert answer[9:12] in ({b"405", b""} if begun.startswith(b"POST") else {b"408"})


def test_a_drop_now_and_then_does_not_keep_a_connection(impatient: str) -> None:
    with connect(impatient) as connection:
        connection.settimeout(SOON / 10)
        answer = b""
        for letter in b"GET /" + LONG:
            connection.sendall(bytes([letter]))
            with suppress(TimeoutError):
                answer = read_all(connection)
                break

    assert answer.startswith(b"HTTP/1.1 408")


def test_a_refusal_has_the_standard_headers(impatient: str) -> None:
    with connect(impatient) as connection:
        _, problem, head = read_problem(read_all(connection))

    assert problem["type"] == "/api/v1/docs#too-slow"
    for name, value in SECURITY.items():
        if name != "Cross-Origin-Resource-Policy":
            assert f"{name}: {value}".lower() in head.lower()
    assert "connection: close" in head
    assert "cache-control: no-store" in head


def test_one_connection_may_ask_again_and_again(base_url: str) -> None:
    with connect(base_url) as connection:
        for _ in range(3):
            connection.sendall(STATUS)
            assert connection.recv(65_536).startswith(b"HTTP/1.1 200 OK")


@contextmanager
def one_that_takes_nothing(address: str) -> Iterator[socket.socket]:
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        connection.connect(("127.0.0.1", urlsplit(address).port or 0))
        yield connection


def test_an_answer_that_nobody_takes_is_given_up(impatient: str) -> None:
    with one_that_takes_nothing(impatient) as connection:
        # More answers than any buffer on the way holds.
        connection.sendall(EXPORT * 40)
        connection.settimeout(10)
        with pytest.raises(ConnectionResetError):
            while True:
                connection.sendall(EXPORT)


def test_a_connection_too_many_is_told_to_come_back(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "MOST_CONNECTIONS", 8)
    with serve(create_app(settings)) as address, ExitStack() as all_of_them:
        for _ in range(8):
            opened = all_of_them.enter_context(connect(address))
            opened.sendall(STATUS)
            assert opened.recv(65_536).startswith(b"HTTP/1.1 200 OK")
        one_more = all_of_them.enter_context(connect(address))
        status, problem, head = read_problem(read_all(one_more))

    assert (status, problem["type"]) == (503, "/api/v1/docs#overloaded")
    assert "retry-after" in head
