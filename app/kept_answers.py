"""Answers given lately, kept as they were sent until the catalogue or its index is another."""

import re
from time import monotonic

from anyio import Event, Lock
from anyio.to_thread import run_sync
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.addresses import TRIAL_ACTIONS
from app.answers import Answer, Answers, Asked
from app.dependencies import get_moment
from app.holdings import Holdings
from catalogue.errors import CatalogueError
from index.errors import IndexProblem

# The page of a search, a search, and a record: what is asked for most.
KEPT_PATHS = re.compile(rf"/soeg|{TRIAL_ACTIONS}(/[^/]+)?")
# All that an answer to such a request can depend on besides its address and the scheme.
ASKED_WITH = (b"host", b"accept", b"accept-encoding", b"if-none-match")
# Seconds for which nobody looks whether the catalogue has changed.
PAUSE = 1.0

# The generation of each index and the revision of each collection.
Stamp = tuple[str, str, str, str]


class KeptAnswers:
    """Gives the same answer to the same request, while it is the right one."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._answers = Answers()
        self._being_made: dict[Asked, Event] = {}
        self._stamp: Stamp | None = None
        self._next_look = 0.0
        self._first_look = Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "GET" or not _is_kept(scope["path"]):
            await self.app(scope, receive, send)
            return
        await self._look(scope["app"].state.holdings)
        asked = _read_asked(scope)
        # Who asks what another is being answered waits for that answer.
        if asked in self._being_made:
            await self._being_made[asked].wait()
        answer = self._answers.find(asked) or await self._make(asked, scope, receive)
        # Whoever counts requests is told what answered.
        scope["route"] = answer.route
        await answer.give(send)

    async def _look(self, holdings: Holdings) -> None:
        """See what the answers of now are made of, and forget those of before."""
        if self._stamp is None:
            # Until that is known nothing is kept: all wait for the first look.
            async with self._first_look:
                await self._look_if_due(holdings)
        else:
            await self._look_if_due(holdings)

    async def _look_if_due(self, holdings: Holdings) -> None:
        if monotonic() < self._next_look:
            return
        self._next_look = monotonic() + PAUSE
        stamp = await run_sync(_find_stamp, holdings)
        if stamp is None or stamp != self._stamp:
            self._answers.clear()
            self._stamp = stamp

    async def _make(self, asked: Asked, scope: Scope, receive: Receive) -> Answer:
        """Return the answer made anew, and keep it if it is still the right one then."""
        stamp, made = self._stamp, self._being_made.setdefault(asked, Event())
        try:
            answer = await self._ask(scope, receive)
            if stamp is not None and stamp == self._stamp:
                self._answers.keep(asked, answer)
        finally:
            made.set()
            if self._being_made.get(asked) is made:
                del self._being_made[asked]
        return answer

    async def _ask(self, scope: Scope, receive: Receive) -> Answer:
        sent: list[Message] = []

        async def take(message: Message) -> None:
            sent.append(message)

        await self.app(scope, receive, take)
        return Answer(tuple(sent), scope.get("route"))


def _is_kept(path: str) -> bool:
    return KEPT_PATHS.fullmatch(path) is not None


def _read_asked(scope: Scope) -> Asked:
    scheme, path, query = scope["scheme"], scope["path"], scope["query_string"]
    asked_with = tuple(pair for pair in scope["headers"] if pair[0] in ASKED_WITH)
    headers = sum(len(name) + len(value) for name, value in asked_with)
    size = len(path.encode("utf-8", "replace")) + len(query) + headers
    return Asked((scheme, path, query, asked_with), size)


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
