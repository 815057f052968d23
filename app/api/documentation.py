"""The API's description, for programs and for people."""

from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import FileResponse, HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.api.examples import list_examples
from app.api.openapi import describe
from app.api.responding import respond
from app.dependencies import (
    GuidanceDep,
    HoldingsDep,
    NothingAsked,
    RecordsDep,
    SessionDep,
)
from app.errors import FAULTS, OTHERS
from app.parameters import Choices
from app.static_files import static_path

TEMPLATES = Path(__file__).parent / "templates"
ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
ENVIRONMENT.globals.update(static=static_path)
ENVIRONMENT.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "indent": 2}
PROBLEMS = (*FAULTS.values(), *OTHERS)

router = APIRouter(include_in_schema=False, dependencies=[NothingAsked])


def get_document(
    request: Request,
    holdings: HoldingsDep,
    session: SessionDep,
    records: RecordsDep,
    guidance: GuidanceDep,
) -> dict[str, Any]:
    """Return the OpenAPI document."""
    choices = Choices(holdings.vocabulary, holdings.index)
    examples = list_examples(session, holdings, records=records, texts=guidance)
    return describe(request.app, choices, examples)


DocumentDep = Annotated[dict[str, Any], Depends(get_document)]


@router.get("/openapi.json")
def read_openapi(document: DocumentDep) -> Response:
    """Read the OpenAPI document."""
    return respond(document)


@router.get("/docs")
def read_docs(document: DocumentDep) -> HTMLResponse:
    """Read the documentation."""
    page = ENVIRONMENT.get_template("docs.html")
    return HTMLResponse(page.render(document=document, problems=PROBLEMS))


@router.get("/docs.css")
def read_docs_style() -> FileResponse:
    """Read the style of the documentation."""
    return FileResponse(TEMPLATES / "docs.css")
