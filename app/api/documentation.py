"""The API's description, for programs and for people."""

from pathlib import Path
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import FileResponse, HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from sqlmodel import Session

from app.api.examples import list_examples
from app.api.openapi import describe
from app.api.responding import respond
from app.dependencies import HoldingsDep, NothingAsked, SessionDep, SnapshotDep
from app.errors import FAULTS, METHOD_NOT_ALLOWED, UNEXPECTED, UNKNOWN_PATH
from app.holdings import Holdings
from app.parameters import Choices
from index.snapshot import Snapshot

TEMPLATES = Path(__file__).parent / "templates"
ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
ENVIRONMENT.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "indent": 2}
PROBLEMS = (*FAULTS.values(), UNKNOWN_PATH, METHOD_NOT_ALLOWED, UNEXPECTED)

router = APIRouter(include_in_schema=False, dependencies=[NothingAsked])


@router.get("/openapi.json")
def read_openapi(
    request: Request, holdings: HoldingsDep, snapshot: SnapshotDep, session: SessionDep
) -> Response:
    """Read the OpenAPI document."""
    return respond(_describe(request.app, holdings, snapshot, session))


@router.get("/docs")
def read_docs(
    request: Request, holdings: HoldingsDep, snapshot: SnapshotDep, session: SessionDep
) -> HTMLResponse:
    """Read the documentation."""
    document = _describe(request.app, holdings, snapshot, session)
    page = ENVIRONMENT.get_template("docs.html")
    return HTMLResponse(page.render(document=document, problems=PROBLEMS))


@router.get("/docs.css")
def read_docs_style() -> FileResponse:
    """Read the style of the documentation."""
    return FileResponse(TEMPLATES / "docs.css")


def _describe(
    app: FastAPI, holdings: Holdings, snapshot: Snapshot, session: Session
) -> dict[str, Any]:
    choices = Choices(holdings.vocabulary, holdings.index)
    return describe(app, choices, list_examples(snapshot, session, holdings.vocabulary))
