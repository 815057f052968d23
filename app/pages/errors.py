"""The page for what cannot be shown: what happened, and the ways on."""

from collections.abc import Iterable, Iterator

from fastapi import Request
from fastapi.responses import HTMLResponse

from app.bad_parameters import BadParameters
from app.pages.refusals import UNSEEN, tell_refused
from app.pages.rendering import render
from app.parameters import LONGEST_QUESTION

SEARCH = "/soeg"
# The pages that answer a question, each with the name of its field.
FIELDS = {SEARCH: "Søg i prøvehandlinger", "/erfaringer": "Søg i erfaringer"}
# What the field holds itself, or what begins anew with it.
ITS_OWN = {"q", "page"}


def render_error(
    request: Request,
    status: int,
    *,
    title: str,
    detail: str,
    refused: BadParameters | None = None,
) -> HTMLResponse:
    """Return the Danish page of an error, where a reader can go on with what could be read."""
    path = request.scope["path"]
    action = path if path in FIELDS else SEARCH
    return render(
        request,
        "error.html",
        status,
        heading=title,
        explanation=f"{detail} {tell_refused(refused.parameters)}" if refused else detail,
        question=_keep(request.query_params.get("q", "")),
        label=FIELDS[action],
        action=action,
        kept=list(_list_kept(refused.kept)) if refused and action == path else [],
    )


def _keep(question: str) -> str:
    """Return of a question what the search field can hold, so that nobody types it again."""
    return UNSEEN.sub("", question)[:LONGEST_QUESTION]


def _list_kept(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((name, value) for name, value in pairs if name not in ITS_OWN)
