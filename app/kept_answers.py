"""Answers given lately, kept as they were sent until the catalogue or its index is another."""

import re
from collections import OrderedDict
from dataclasses import dataclass
from time import monotonic
from weakref import WeakValueDictionary

from anyio import Lock
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

    messages: tuple[Message, ...]
    route: object

    @property
    def size(self) -> int:
        """How many bytes its body has."""
        return sum(len(message.get("body", b"")) for message in self.messages)

    @property
    def is_good(self) -> bool:
        """Whether it is one that may be given again."""
        return bool(self.messages) and self.messages[0].get("status") in GOOD

    async def give(self, send: Send) -> None:
        """Send it; the headers are copied, since those who send them on may add to them."""
        for message in self.messages:
            headers = {"headers": list(message["headers"])} if "headers" in message else {}
            await send({**message, **headers})


class KeptAnswers:
    """Gives the same answer to the same request, while it is the right one."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._answers: OrderedDict[Key, Answer] = OrderedDict()
        self._turns: WeakValueDictionary[Key, Lock] = WeakValueDictionary()
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
        answer = self._get(key) or await self._wait(key, stamp, scope, receive)
        # Whoever counts requests is told what answered.
        scope["route"] = answer.route
        await answer.give(send)

    def _get(self, key: Key) -> Answer | None:
        if key in self._answers:
            self._answers.move_to_end(key)
        return self._answers.get(key)

    async def _wait(self, key: Key, stamp: Stamp | None, scope: Scope, receive: Receive) -> Answer:
        """Return the answer; of those who ask the same at once, only the first has it made."""
        async with self._turns.setdefault(key, Lock()):
            if kept := self._get(key):
                return kept
            answer = await self._ask(scope, receive)
            is_right = stamp is not None and stamp == self._stamp
            if is_right and answer.is_good and answer.size <= LARGEST:
                self._keep(key, answer)
            return answer

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

    async def _ask(self, scope: Scope, receive: Receive) -> Answer:
        sent: list[Message] = []

        async def take(message: Message) -> None:
            sent.append(message)

        await self.app(scope, receive, take)
        return Answer(tuple(sent), scope.get("route"))

    def _keep(self, key: Key, answer: Answer) -> None:
        if _measure(key) > LONGEST_KEY:
            return
        self._answers[key] = answer
        self._bytes += _measure(key) + answer.size
        while len(self._answers) > MOST_ANSWERS or self._bytes > MOST_BYTES:
            self._forget(next(iter(self._answers)))

    def _forget(self, key: Key) -> None:
        self._bytes -= _measure(key) + self._answers.pop(key).size


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
