"""An error → the answer that tells of it."""

from http import HTTPStatus
from typing import NotRequired

import orjson
from fastapi import FastAPI, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from typing_extensions import TypedDict

from app.bad_parameters import BadParameter, BadParameters
from app.errors import (
    FAULTS,
    METHOD_NOT_ALLOWED,
    TOO_LARGE,
    UNEXPECTED,
    UNKNOWN_PATH,
    UNREADABLE,
    Fault,
)
from app.headers import is_api, protect
from app.methods import list_methods
from app.pages import render_error

MEDIA_TYPE = "application/problem+json"
# Where the documentation explains each problem.
TYPE = "/api/v1/docs#{}"
# What the framework raises by itself, and what reading a body does.
HTTP_FAULTS = {fault.status: fault for fault in (UNKNOWN_PATH, METHOD_NOT_ALLOWED, TOO_LARGE)}
# Seconds until it is worth asking again.
RETRY_AFTER = "10"


class BadParameterOut(TypedDict):
    """A parameter that was refused; ``allowed`` is empty where any value of the kind would do."""

    name: str
    value: str
    reason: str
    allowed: list[str]


class ProblemOut(TypedDict):
    """What went wrong (RFC 9457); ``parameters`` only where they are what is wrong."""

    type: str
    title: str
    status: int
    detail: str
    parameters: NotRequired[list[BadParameterOut]]


def add_error_handlers(app: FastAPI) -> None:
    """Make the service answer every error as the table of errors says."""
    for error in FAULTS:
        app.add_exception_handler(error, _answer_known)
    app.add_exception_handler(HTTPException, _answer_http)
    # Nobody is there to be answered; but neither is it a fault of ours.
    app.add_exception_handler(ClientDisconnect, lambda request, _: tell(request, UNREADABLE))
    app.add_exception_handler(Exception, _answer_unexpected)


def _answer_known(request: Request, error: Exception) -> Response:
    fault = FAULTS[type(error)]
    response = tell(request, fault, error if isinstance(error, BadParameters) else None)
    if fault.status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = RETRY_AFTER
    return response


def _answer_http(request: Request, error: Exception) -> Response:
    fault = HTTP_FAULTS.get(getattr(error, "status_code", 0))
    if fault is None:
        # Nothing here raises another one: whatever did is noted and told as unexpected.
        raise error
    response = tell(request, fault)
    response.headers.update(getattr(error, "headers", None) or {})
    if fault is METHOD_NOT_ALLOWED:
        response.headers["Allow"] = ", ".join(list_methods(request))
    return response


def _answer_unexpected(request: Request, _: Exception) -> Response:
    response = tell(request, UNEXPECTED)
    # Uvicorn closes after an error, and whoever asks should know before they ask again.
    response.headers["Connection"] = "close"
    # This answer is sent outside all that adds headers to the others.
    protect(response.headers, request.scope["path"], response.status_code)
    return response


def tell(request: Request, fault: Fault, refused: BadParameters | None = None) -> Response:
    """Return the problem, or the page, that tells of a fault."""
    if is_api(request.scope["path"]):
        return _problem(fault, refused.parameters if refused else ())
    title, detail = fault.danish_title, fault.danish_detail
    return render_error(request, fault.status, title=title, detail=detail, refused=refused)


def _problem(fault: Fault, parameters: tuple[BadParameter, ...]) -> Response:
    problem = to_problem(fault, parameters)
    return Response(orjson.dumps(problem), fault.status, media_type=MEDIA_TYPE)


def to_problem(fault: Fault, parameters: tuple[BadParameter, ...] = ()) -> ProblemOut:
    """Return what programs are told of a fault."""
    problem: ProblemOut = {
        "type": TYPE.format(fault.name),
        "title": fault.title,
        "status": fault.status,
        "detail": fault.detail,
    }
    if parameters:
        problem["parameters"] = [
            {
                "name": one.name,
                "value": one.value,
                "reason": one.reason,
                "allowed": list(one.allowed),
            }
            for one in parameters
        ]
    return problem
