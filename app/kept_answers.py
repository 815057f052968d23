"""Answers given lately, kept as they were sent until the catalogue or its index is another."""

import re
from collections import OrderedDict
from collections.abc import MutableMapping
from dataclasses import dataclass
from time import monotonic
from typing import Any

from anyio.to_thread import run_sync
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.addresses import TRIAL_ACTIONS
from app.dependencies import get_moment
from app.holdings import Holdings
from catalogue.errors import CatalogueError
from index.errors import IndexProblem

# The page of a search, a search, and a record: what is asked for most.
KEPT_PATHS = re.compile(rf"/soeg|{TRIAL_ACTIONS}(/[^/]+)?")
# All that an answer to such a request can depend on besides its address and the scheme.
ASKED_WITH = (b"host", b"accept", b"accept-encoding", b"if-none-match")
GOOD = {200, 304}
MOST_ANSWERS = 512
# Bytes of all answers with their keys, of one answer, and of one key, longer than anybody types.
MOST_BYTES = 16_000_000
LARGEST = 100_000
LONGEST_KEY = 2_000
# Seconds for which nobody looks whether the catalogue has changed.
PAUSE = 1.0

# Scheme, path, query string and headers.
Key = tuple[str, str, bytes, tuple[tuple[bytes, bytes], ...]]
# The generation of each index and the revision of each collection.
Stamp = tuple[str, str, str, str]


@dataclass(frozen=True)
class Answer:
    """An answer as it was sent."""

    start: MutableMapping[str, Any]
    body: bytes
    route: object


class KeptAnswers:
    """Gives the same answer to the same request, while it is the right one."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._answers: OrderedDict[Key, Answer] = OrderedDict()
        self._bytes = 0
        self._stamp: Stamp | None = None
        self._next_look = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "GET" or not _is_kept(scope["path"]):
            await self.app(scope, receive, send)
            return
        stamp = await self._look(scope["app"].state.holdings)
        key = _to_key(scope)
        answer = self._answers.get(key)
        if answer is None:
            answer = await self._ask(scope, receive, send)
            if answer and stamp and stamp == self._stamp:
                self._keep(key, answer)
            return
        self._answers.move_to_end(key)
        # Whoever counts requests is told what answered.
        scope["route"] = answer.route
        # The headers are copied, since those who send them on may add to them.
        await send({**answer.start, "headers": list(answer.start["headers"])})
        await send({"type": "http.response.body", "body": answer.body})

    async def _look(self, holdings: Holdings) -> Stamp | None:
        """Return what the answers of now are made of, and forget those of before."""
        if monotonic() >= self._next_look:
            self._next_look = monotonic() + PAUSE
            stamp = await run_sync(_find_stamp, holdings)
            if stamp is None or stamp != self._stamp:
                self._answers.clear()
                self._bytes = 0
                self._stamp = stamp
        return self._stamp

    async def _ask(self, scope: Scope, receive: Receive, send: Send) -> Answer | None:
        """Send the answer, and return it where it is whole, good and small."""
        sent: list[Message] = []

        async def send_on(message: Message) -> None:
            sent.append(message)
            await send(message)

        await self.app(scope, receive, send_on)
        body = b"".join(message.get("body", b"") for message in sent[1:])
        if not sent or sent[0].get("status") not in GOOD or len(body) > LARGEST:
            return None
        return Answer(sent[0], body, scope.get("route"))

    def _keep(self, key: Key, answer: Answer) -> None:
        if _measure(key) > LONGEST_KEY:
            return
        # Another may have asked the same meanwhile.
        if key in self._answers:
            self._forget(key)
        self._answers[key] = answer
        self._bytes += _measure(key) + len(answer.body)
        while len(self._answers) > MOST_ANSWERS or self._bytes > MOST_BYTES:
            self._forget(next(iter(self._answers)))

    def _forget(self, key: Key) -> None:
        self._bytes -= _measure(key) + len(self._answers.pop(key).body)


def _is_kept(path: str) -> bool:
    return KEPT_PATHS.fullmatch(path) is not None


def _to_key(scope: Scope) -> Key:
    asked_with = tuple(pair for pair in scope["headers"] if pair[0] in ASKED_WITH)
    return scope["scheme"], scope["path"], scope["query_string"], asked_with


def _measure(key: Key) -> int:
    _scheme, path, query, asked_with = key
    headers = sum(len(name) + len(value) for name, value in asked_with)
    return len(path.encode("utf-8", "replace")) + len(query) + headers


def _find_stamp(holdings: Holdings) -> Stamp | None:
    try:
        moment = get_moment(holdings)
        return (
            holdings.index.get().generation,
            holdings.guidance_index.get().generation,
            moment.catalogue,
            moment.guidance,
        )
    except (CatalogueError, IndexProblem):
        return None
