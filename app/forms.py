"""A form as a reader's browser sent it: read whole, within limits, and never kept."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive

from app.origin import find_origin

# Up to here no part of a form is put on disk, not even while it is read.
LARGEST = 1_000_000
# What a browser says of a form on one of our pages, and of one that its reader sends from nowhere.
OWN_SITES = {"same-origin", "none"}
# What the browser calls a form that it sends; anything else would be read as an empty one.
KINDS = {"multipart/form-data", "application/x-www-form-urlencoded"}
# Every cell of a plan with as many rows as may be.
MOST_FIELDS = 2_000


class FormTooLarge(Exception):
    """More was sent than a form may hold."""


class UnreadableForm(Exception):
    """What was sent is no form, or has too many fields."""


class ForeignForm(Exception):
    """The form stood on somebody else's page."""


@dataclass(frozen=True)
class Form:
    """What was filled in, by the names of the fields, and the files that came with it."""

    values: Mapping[str, list[str]]
    files: Mapping[str, bytes]

    def get(self, name: str) -> str:
        """Return the value of a field, empty where the form has none."""
        return next(iter(self.values.get(name, [])), "")


async def read_form(request: Request) -> Form:
    """Return the form that a request brings, or raise what is wrong with it."""
    # Another's page could put words into what looks like ours.
    if _is_foreign(request):
        raise ForeignForm
    if request.headers.get("Content-Type", "").partition(";")[0].strip().lower() not in KINDS:
        raise UnreadableForm
    limited = Request(request.scope, _limit(request.receive))
    try:
        sent = await limited.form(max_fields=MOST_FIELDS, max_part_size=LARGEST)
    except HTTPException as error:
        # Another status is that of somebody who would not even receive it.
        if error.status_code != HTTPStatus.BAD_REQUEST:
            raise
        raise UnreadableForm from error
    except ValueError as error:
        # Its encoding does not fit its text.
        raise UnreadableForm from error
    values: dict[str, list[str]] = defaultdict(list)
    files: dict[str, bytes] = {}
    for name, value in sent.multi_items():
        if isinstance(value, UploadFile):
            files[name] = await value.read()
        else:
            values[name].append(value)
    await sent.close()
    return Form(values, files)


FormDep = Annotated[Form, Depends(read_form)]


def _is_foreign(request: Request) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site not in OWN_SITES
    # An older browser names the page's origin; a program that fills in a form names none.
    origin = request.headers.get("Origin")
    return origin is not None and origin != find_origin(request)


def _limit(receive: Receive) -> Receive:
    received = 0

    async def receive_limited() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received <= LARGEST:
            return message
        # Received to its end, or the browser would tell of a broken connection instead.
        while message.get("more_body"):
            message = await receive()
        raise FormTooLarge

    return receive_limited
