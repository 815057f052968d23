"""One connection that sends requests as they are and reads what comes back."""

import asyncio
import re
from time import perf_counter

_LENGTH = re.compile(rb"\r\ncontent-length: (\d+)", re.IGNORECASE)
# Longer than any answer; what takes so long is a fault of the service.
LONGEST_ANSWER = 30.0
NO_ANSWER = 0


class Connection:
    """Asks one thing after another, over a new connection where the last was closed."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, request: bytes) -> tuple[int, float]:
        """Return the status of the answer, 0 for none, and the seconds it took."""
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        begun = perf_counter()
        try:
            async with asyncio.timeout(LONGEST_ANSWER):
                status = await self._exchange(request)
        except (OSError, TimeoutError, asyncio.IncompleteReadError):
            status = NO_ANSWER
            await self.close()
        return status, perf_counter() - begun

    async def _exchange(self, request: bytes) -> int:
        assert self._streams is not None  # noqa: S101 - for the type checker
        reader, writer = self._streams
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        status = int(head[9:12])
        if length := _LENGTH.search(head):
            await reader.readexactly(int(length.group(1)))
        elif b"\r\ntransfer-encoding: chunked" in head:
            while size := int(await reader.readline(), 16):
                await reader.readexactly(size + 2)
            await reader.readline()
        if b"\r\nconnection: close" in head:
            await self.close()
        return status

    async def close(self) -> None:
        """End the connection."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None
