"""One connection: what cannot be read is answered with a problem, and nobody keeps it for long.

Uvicorn itself lets a request take any time and any number of headers, and an answer lie unread.
"""

from asyncio import BaseTransport, TimerHandle
from http import HTTPStatus

import orjson
from starlette.datastructures import MutableHeaders
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from app.addresses import ROOT
from app.errors import OVERLOADED, TOO_SLOW, UNREADABLE, Fault
from app.headers import protect
from app.problems import MEDIA_TYPE, RETRY_AFTER, to_problem
from app.request_line import encode_request_line

# Bytes of address and headers together; browsers and proxies stay below 16,384.
LONGEST_HEAD = 65_535
# Seconds for a whole request, from the first byte; the largest form on a poor line takes ten.
SLOWEST_REQUEST = 20.0
# Seconds for taking an answer; the largest file on a poor line takes half of that.
SLOWEST_READER = 120.0
# Half of the files that a process may hold open where nobody has raised the number.
MOST_CONNECTIONS = 500


class Connection(HttpToolsProtocol):
    """Uvicorn's reader of requests, lenient about letters, helpful about faults, and bounded."""

    _reading: TimerHandle | None = None
    _writing: TimerHandle | None = None
    _in_message = False
    _in_head = False
    _head = 0

    def connection_made(self, transport: BaseTransport) -> None:
        """Begin to wait for a request, or refuse one connection too many."""
        super().connection_made(transport)  # type: ignore[arg-type]
        if len(self.connections) > MOST_CONNECTIONS:
            self._refuse(OVERLOADED)
        else:
            self._await_request()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._request_came()
        self._answer_taken()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read what has come."""
        self._await_request()
        # Within a message, what reads as a request is somebody's text, and its length was told.
        super().data_received(data if self._in_message else encode_request_line(data))
        if self._in_head:
            self._head += len(data)
            if self._head > LONGEST_HEAD:
                self._refuse(UNREADABLE)

    def on_message_begin(self) -> None:
        """Begin a request."""
        super().on_message_begin()
        self._await_request()
        self._answer_taken()
        self._in_message = True
        self._in_head, self._head = True, 0

    def on_headers_complete(self) -> None:
        """Pass a request on, unless its head is too long."""
        self._in_head = False
        head = len(self.url) + sum(len(name) + len(value) for name, value in self.headers)
        if head > LONGEST_HEAD:
            # The parser ends with it, and it is refused as any other that cannot be read.
            raise ValueError("the head is too long")
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """End a request."""
        super().on_message_complete()
        self._in_message = False
        self._request_came()

    def on_response_complete(self) -> None:
        """Go on to the next request, but not for ever with a reader who takes nothing."""
        super().on_response_complete()
        if self.transport.get_write_buffer_size():
            self._await_reader()

    def pause_writing(self) -> None:
        """Wait for the reader, for a while."""
        super().pause_writing()
        self._await_reader()

    def resume_writing(self) -> None:
        """Go on writing."""
        self._answer_taken()
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        """Say what is wrong with a request that cannot be read."""
        self._refuse(UNREADABLE)

    def _refuse(self, fault: Fault) -> None:
        if self.transport.is_closing():
            return
        problem = orjson.dumps(to_problem(fault))
        headers = MutableHeaders(
            {"content-type": MEDIA_TYPE, "content-length": str(len(problem)), "connection": "close"}
        )
        if fault.status == HTTPStatus.SERVICE_UNAVAILABLE:
            headers["retry-after"] = RETRY_AFTER
        protect(headers, ROOT, fault.status)
        head = b"".join(b"%s: %s\r\n" % pair for pair in headers.raw)
        self.transport.write(STATUS_LINE[fault.status] + head + b"\r\n" + problem)
        self.transport.close()

    def _await_request(self) -> None:
        if self._reading is None:
            self._reading = self.loop.call_later(SLOWEST_REQUEST, self._give_up)

    def _give_up(self) -> None:
        self._reading = None
        if self.cycle is None or self.cycle.response_complete:
            self._refuse(TOO_SLOW)
        else:
            self.transport.close()

    def _request_came(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _await_reader(self) -> None:
        if self._writing is None:
            self._writing = self.loop.call_later(SLOWEST_READER, self.transport.abort)

    def _answer_taken(self) -> None:
        if self._writing is not None:
            self._writing.cancel()
            self._writing = None
