"""Answers as they were sent, by what was asked for; so many at most, the last used stay longest."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

from starlette.types import Message, Send

GOOD = {200, 304}
MOST_ANSWERS = 512
# Bytes of all answers with their keys, of one answer, and of one key, longer than anybody types.
MOST_BYTES = 16_000_000
LARGEST = 100_000
LONGEST_KEY = 2_000


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
    def may_be_kept(self) -> bool:
        """Whether it is whole, good and small."""
        *_, last = self.messages or ({},)
        is_whole = last.get("type") == "http.response.body" and not last.get("more_body", False)
        return is_whole and self.messages[0].get("status") in GOOD and self.size <= LARGEST

    async def give(self, send: Send) -> None:
        """Send it; the headers are copied, since those who send them on may add to them."""
        for message in self.messages:
            headers = {"headers": list(message["headers"])} if "headers" in message else {}
            await send({**message, **headers})


@dataclass(frozen=True)
class Asked:
    """What an answer was given to, and how many bytes that has."""

    key: Hashable
    size: int


class Answers:
    """The answers that may be given again."""

    def __init__(self) -> None:
        self._answers: OrderedDict[Asked, Answer] = OrderedDict()
        self._bytes = 0

    def find(self, asked: Asked) -> Answer | None:
        """Return the answer, which stays longer for being used."""
        if asked in self._answers:
            self._answers.move_to_end(asked)
        return self._answers.get(asked)

    def keep(self, asked: Asked, answer: Answer) -> None:
        """Keep an answer that may be kept, and forget those used longest ago."""
        if not answer.may_be_kept or asked.size > LONGEST_KEY:
            return
        if asked in self._answers:
            self._forget(asked)
        self._answers[asked] = answer
        self._bytes += asked.size + answer.size
        while len(self._answers) > MOST_ANSWERS or self._bytes > MOST_BYTES:
            self._forget(next(iter(self._answers)))

    def clear(self) -> None:
        """Forget them all."""
        self._answers.clear()
        self._bytes = 0

    def _forget(self, asked: Asked) -> None:
        self._bytes -= asked.size + self._answers.pop(asked).size
