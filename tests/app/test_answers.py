"""Which answers may be kept, and how many bytes of them."""

import pytest
from starlette.types import Message

from app import answers as bounds
from app.answers import Answer, Answers, Asked

START: Message = {"type": "http.response.start", "status": 200, "headers": []}


def body(content: bytes = b"", **others: object) -> Message:
    return {"type": "http.response.body", "body": content, **others}


@pytest.mark.parametrize(
    ("messages", "may_be_kept"),
    [
        ((START, body()), True),
        ((START, body(more_body=True), body(more_body=False)), True),
        ((START, body(more_body=True)), False),
        ((START,), False),
        ((), False),
        (({**START, "status": 404}, body()), False),
        ((START, body(b"x" * (bounds.LARGEST + 1))), False),
    ],
)
def test_what_is_whole_good_and_small_may_be_kept(
    messages: tuple[Message, ...], may_be_kept: bool
) -> None:
    assert Answer(messages, None).may_be_kept is may_be_kept


def test_what_is_kept_again_counts_once_and_what_is_cleared_not_at_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bounds, "MOST_BYTES", 25)
    kept, answer = Answers(), Answer((START, body(b"x" * 10)), None)
    first, second = Asked("first", 2), Asked("second", 2)

    for _ in range(3):
        kept.keep(first, answer)
    kept.keep(second, answer)
    assert kept.find(first) and kept.find(second)

    kept.clear()
    assert kept.find(first) is None
    kept.keep(first, answer)
    kept.keep(second, answer)
    assert kept.find(first) and kept.find(second)
