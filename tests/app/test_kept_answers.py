"""Answers that are kept are those that would be given anew."""

import asyncio
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import ASGITransport, AsyncClient, Response
from starlette.types import Message, Receive, Scope, Send

from app import answers as bounds
from app import kept_answers
from app.kept_answers import KeptAnswers
from app.main import create_app
from app.settings import Settings
from tests.app.made import count_made

SEARCH = "/api/v1/trial-actions?q=fravaer"
RECORD = "/api/v1/trial-actions/frederiksberg-skolefravaer"
PAGE = "/soeg?q=fravaer"
PATHS = [SEARCH, RECORD, PAGE]
LONG_AGO = 3600.0


@pytest.fixture(scope="module")
def counted(settings: Settings) -> Iterator[tuple[FastAPI, list[str]]]:
    """A service that has started, and the paths of the answers that it makes."""
    app = create_app(settings)
    paths: list[str] = []
    count_made(app, paths)
    with TestClient(app):
        yield app, paths


@pytest.fixture
def made(
    counted: tuple[FastAPI, list[str]], monkeypatch: pytest.MonkeyPatch
) -> tuple[TestClient, list[str]]:
    """A service that looks for changes but once, and the paths of the answers that it made."""
    monkeypatch.setattr(kept_answers, "PAUSE", LONG_AGO)
    app, paths = counted
    # What keeps the answers is made anew, and has none.
    app.middleware_stack = app.build_middleware_stack()
    paths.clear()
    return TestClient(app), paths


@pytest.mark.parametrize("path", PATHS)
def test_an_answer_asked_for_again_is_the_same_and_not_made_anew(
    made: tuple[TestClient, list[str]], path: str
) -> None:
    client, paths = made
    answers = [client.get(path) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert len({answer.content for answer in answers}) == 1
    assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1
    assert len(paths) == 1


async def ask_at_once(app: FastAPI, path: str) -> list[Response]:
    transport = ASGITransport(app)
    async with AsyncClient(transport=transport, base_url="http://testserver") as client:
        return await asyncio.gather(*(client.get(path) for _ in range(8)))


@pytest.mark.parametrize("path", PATHS)
def test_what_many_ask_at_once_is_made_once(
    made: tuple[TestClient, list[str]], counted: tuple[FastAPI, list[str]], path: str
) -> None:
    answers = asyncio.run(ask_at_once(counted[0], path))

    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    assert len(made[1]) == 1


def test_what_is_not_kept_is_made_for_each_who_asks_at_once(
    made: tuple[TestClient, list[str]], counted: tuple[FastAPI, list[str]]
) -> None:
    answers = asyncio.run(ask_at_once(counted[0], "/api/v1/trial-actions/none"))

    assert [answer.status_code for answer in answers] == [404] * 8
    assert len(made[1]) == 8


class Slow:
    """Answers while others ask; notes how many it was answering at once, at most."""

    def __init__(self, status: int = 200, *, ends: bool = True) -> None:
        self.status, self.ends = status, ends
        self.asked = self.at_once = self.most_at_once = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked += 1
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(0.01)
        self.at_once -= 1
        await send({"type": "http.response.start", "status": self.status, "headers": []})
        await send({"type": "http.response.body", "body": b"", "more_body": not self.ends})


async def ask_slow(kept: KeptAnswers, app: FastAPI) -> Message:
    """Return the first message of the answer, as the next to the client leaves it."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        message.get("headers", []).append((b"x-seen", b"once"))
        sent.append(message)

    asked = {"type": "http", "method": "GET", "scheme": "http", "path": "/soeg"}
    await kept({**asked, "query_string": b"", "headers": [], "app": app}, receive, send)
    return sent[0]


async def ask_slow_at_once(slow: Slow, app: FastAPI) -> list[Message]:
    kept = KeptAnswers(slow)
    return await asyncio.gather(*(ask_slow(kept, app) for _ in range(5)))


@pytest.mark.parametrize(("status", "ends"), [(404, True), (200, False)])
def test_who_waited_for_what_is_not_kept_is_answered_beside_the_others(
    counted: tuple[FastAPI, list[str]], status: int, ends: bool
) -> None:
    slow = Slow(status, ends=ends)

    asyncio.run(ask_slow_at_once(slow, counted[0]))

    # First one alone, for whom the other four waited.
    assert (slow.asked, slow.most_at_once) == (5, 4)


async def fail_then_answer(slow: Slow, app: FastAPI) -> list[object]:
    async def fail_once(scope: Scope, receive: Receive, send: Send) -> None:
        await slow(scope, receive, send)
        if slow.asked == 1:
            raise RuntimeError

    kept = KeptAnswers(fail_once)
    asked = [ask_slow(kept, app) for _ in range(3)]
    return await asyncio.gather(*asked, return_exceptions=True)


def test_who_waited_for_one_who_got_an_error_is_answered(
    counted: tuple[FastAPI, list[str]],
) -> None:
    first, *others = asyncio.run(fail_then_answer(Slow(), counted[0]))

    assert isinstance(first, RuntimeError)
    assert all(isinstance(other, dict) and other["status"] == 200 for other in others)


def test_what_is_added_to_the_headers_of_one_reader_is_not_sent_to_others(
    counted: tuple[FastAPI, list[str]],
) -> None:
    slow = Slow()

    answers = asyncio.run(ask_slow_at_once(slow, counted[0]))

    assert slow.asked == 1
    assert [answer["headers"] for answer in answers] == [[(b"x-seen", b"once")]] * 5


@pytest.mark.parametrize("path", [f"{RECORD}/related", "/api/v1/status", "/soeg/", "/om"])
def test_other_answers_are_made_each_time(made: tuple[TestClient, list[str]], path: str) -> None:
    client, paths = made
    for _ in range(2):
        client.get(path, follow_redirects=False)

    assert len(paths) == 2


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "another.example"},
        {"Accept": "text/html"},
        {"Accept-Encoding": "identity"},
        {"If-None-Match": "*"},
    ],
    ids=lambda headers: next(iter(headers)),
)
def test_who_asks_otherwise_gets_an_answer_of_their_own(
    made: tuple[TestClient, list[str]], headers: dict[str, str]
) -> None:
    client, paths = made
    for asked_with in ({}, headers, {}, headers):
        client.get(PAGE, headers=asked_with)

    assert len(paths) == 2


def test_a_page_names_the_place_at_which_its_own_reader_asked(
    made: tuple[TestClient, list[str]],
) -> None:
    client, _ = made
    canonical = '<link rel="canonical" href="{}/soeg'
    for origin in ("http://one.example", "http://two.example", "https://one.example"):
        for _ in range(2):
            assert canonical.format(origin) in client.get(f"{origin}{PAGE}").text


def test_what_a_reader_says_of_the_scheme_changes_nothing(
    made: tuple[TestClient, list[str]],
) -> None:
    client, paths = made
    for scheme in ("http", "https", "gopher"):
        client.get(PAGE, headers={"X-Forwarded-Proto": scheme})

    assert len(paths) == 1


@pytest.mark.parametrize(("bound", "value"), [("MOST_ANSWERS", 2), ("LARGEST", 0)])
def test_no_more_is_kept_than_may_be(
    made: tuple[TestClient, list[str]], monkeypatch: pytest.MonkeyPatch, bound: str, value: int
) -> None:
    monkeypatch.setattr(bounds, bound, value)
    client, paths = made
    for word in ("fravaer", "skole", "elev", "fravaer"):
        client.get(f"/soeg?q={word}")

    assert len(paths) == 4


@pytest.mark.parametrize(("lacking", "expected"), [(1, 4), (-3 * bounds.LONGEST_KEY, 3)])
def test_all_that_is_kept_has_so_many_bytes_at_most(
    made: tuple[TestClient, list[str]],
    monkeypatch: pytest.MonkeyPatch,
    lacking: int,
    expected: int,
) -> None:
    client, paths = made
    client.headers["Accept-Encoding"] = "identity"
    asked = [f"/soeg?q={word}" for word in ("fravaer", "skole", "elev")]
    monkeypatch.setattr(bounds, "MOST_BYTES", 0)
    size = sum(len(client.get(path).content) for path in asked)
    paths.clear()
    monkeypatch.setattr(bounds, "MOST_BYTES", size - lacking)
    for path in (*asked, asked[0]):
        client.get(path)

    assert len(paths) == expected


def test_what_was_kept_last_stays_where_there_is_no_room_for_all(
    made: tuple[TestClient, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "MOST_ANSWERS", 2)
    client, paths = made
    for word in ("fravaer", "skole", "fravaer", "elev", "fravaer"):
        client.get(f"/soeg?q={word}")

    assert len(paths) == 3


def test_a_request_longer_than_anybody_types_is_not_kept(
    made: tuple[TestClient, list[str]],
) -> None:
    client, paths = made
    for _ in range(2):
        client.get(PAGE, headers={"Accept": "text/html, " * bounds.LONGEST_KEY})

    assert len(paths) == 2


def test_what_a_reader_has_is_not_sent_again(made: tuple[TestClient, list[str]]) -> None:
    client, _ = made
    known = {"If-None-Match": client.get(SEARCH).headers["ETag"]}

    assert [client.get(SEARCH, headers=known).status_code for _ in range(2)] == [304, 304]
    assert client.get(SEARCH).status_code == 200


def test_each_reader_gets_the_encoding_that_was_asked_for(
    made: tuple[TestClient, list[str]],
) -> None:
    client, _ = made
    for encoding in ("identity", "gzip", "identity"):
        answer = client.get(SEARCH, headers={"Accept-Encoding": encoding})
        assert answer.headers.get("Content-Encoding", "identity") == encoding
        assert answer.json()["total"] > 0


def test_errors_are_not_kept(made: tuple[TestClient, list[str]]) -> None:
    client, paths = made
    answers = [client.get(f"{SEARCH}&page=0") for _ in range(2)]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert len(paths) == 2
