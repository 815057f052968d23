"""Requests as they come off the wire, before they are taken apart.

``curl http://…?q=fravær`` sends the letters as they are, which no HTTP parser accepts. They are
encoded as the sender should have done; what still cannot be read is answered with a problem.
"""

import re

import orjson
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from app.errors import UNREADABLE
from app.problems import MEDIA_TYPE, to_problem

# Method, address and version in one line: never the beginning of a body that somebody sends.
_REQUEST_LINE = re.compile(rb"(?:GET|HEAD|OPTIONS) [^ \r\n]+ HTTP/1\.[01]\r\n")
_UNENCODED = re.compile(rb"[\x80-\xff]")


def encode_request_line(data: bytes) -> bytes:
    """Return a request whose address has percent codes for all that is not ASCII."""
    line = _REQUEST_LINE.match(data)
    if line is None or line.group().isascii():
        return data
    encoded = _UNENCODED.sub(lambda byte: b"%%%02X" % ord(byte.group()), line.group())
    return encoded + data[line.end() :]


class ReadableRequests(HttpToolsProtocol):
    """Uvicorn's reader of requests, lenient about letters and helpful about the rest."""

    def data_received(self, data: bytes) -> None:
        """Read what has come."""
        super().data_received(encode_request_line(data))

    def send_400_response(self, msg: str) -> None:
        """Say what is wrong with a request that cannot be read."""
        problem = orjson.dumps(to_problem(UNREADABLE))
        head = (
            f"content-type: {MEDIA_TYPE}\r\ncontent-length: {len(problem)}\r\n"
            "access-control-allow-origin: *\r\ncache-control: no-store\r\n"
            "x-content-type-options: nosniff\r\nconnection: close\r\n\r\n"
        )
        self.transport.write(STATUS_LINE[UNREADABLE.status] + head.encode() + problem)
        self.transport.close()
