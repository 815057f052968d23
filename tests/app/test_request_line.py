"""Requests as they come off the wire."""

import json
import socket
from urllib.parse import urlsplit

import pytest

from app.request_line import encode_request_line

REST = b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"


def send(base_url: str, line: bytes) -> tuple[int, bytes]:
    """Send a request exactly as it is; return the status and the body."""
    with socket.create_connection(("127.0.0.1", urlsplit(base_url).port or 0), 10) as connection:
        connection.sendall(line + REST)
        answer = b"".join(iter(lambda: connection.recv(65_536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split(b" ")[1]), body


def test_danish_letters_may_be_sent_as_they_are(base_url: str) -> None:
    bare = send(base_url, "GET /api/v1/suggest?q=fravær".encode())
    encoded = send(base_url, b"GET /api/v1/suggest?q=frav%C3%A6r")

    assert bare == encoded
    assert bare[0] == 200


def test_letters_of_another_encoding_are_refused_by_name(base_url: str) -> None:
    status, body = send(base_url, "GET /api/v1/suggest?q=fravær".encode("latin-1"))

    assert status == 422
    assert json.loads(body)["parameters"][0]["reason"] == "not UTF-8"


@pytest.mark.parametrize(
    "line",
    [b"GET /api/v1/suggest?q=a b", b"\x00\x01", b"GET /" + b"a" * 70_000, b"GET", b"\xc3\xa6 / "],
    ids=["space", "garbage", "too long", "half", "odd method"],
)
def test_what_cannot_be_read_is_a_problem_that_says_how_to_send_it(
    base_url: str, line: bytes
) -> None:
    status, body = send(base_url, line)
    problem = json.loads(body)

    assert status == problem["status"] == 400
    assert problem["type"] == "/api/v1/docs#unreadable-request"
    assert "--data-urlencode" in problem["detail"]


def test_a_body_that_reads_as_a_request_is_no_request(base_url: str) -> None:
    hidden = b"GET /healthz HTTP/1.1\r\nHost: four\r\n\r\n"
    # Encoded, each letter would be four bytes longer, and what they push out of the body be read.
    body = f"GET /{'æ' * (len(hidden) // 4)} HTTP/1.1\r\n".encode() + hidden
    head = (
        "POST /planlaeg HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", urlsplit(base_url).port or 0), 10) as connection:
        connection.sendall(head.encode())
        assert connection.recv(65_536).startswith(b"HTTP/1.1 100 ")
        connection.sendall(body)
        connection.sendall(b"GET /findes-ikke" + REST)
        answers = b"".join(iter(lambda: connection.recv(65_536), b""))

    assert b"\r\n\r\nalive\n" not in answers
    assert answers.count(b"HTTP/1.1 ") == 2


def test_the_next_request_of_a_connection_is_encoded_too(base_url: str) -> None:
    with socket.create_connection(("127.0.0.1", urlsplit(base_url).port or 0), 10) as connection:
        for _ in range(2):
            connection.sendall("GET /api/v1/suggest?q=æ HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            assert connection.recv(65_536).startswith(b"HTTP/1.1 200 ")


def test_only_the_first_line_is_changed() -> None:
    request = "GET /soeg?q=ø HTTP/1.1\r\nX: ø\r\n\r\nGET /ø HTTP/1.1\r\n".encode()

    expected = "GET /soeg?q=%C3%B8 HTTP/1.1\r\nX: ø\r\n\r\nGET /ø HTTP/1.1\r\n".encode()
    assert encode_request_line(request) == expected


@pytest.mark.parametrize("body", ['{"q": "fravær"}', "POST /ø HTTP/1.1\r\n", "GET ø"])
def test_a_body_is_left_as_it_is(body: str) -> None:
    assert encode_request_line(body.encode()) == body.encode()
