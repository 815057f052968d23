"""The catalogue for assistants: search, read and quote, over the Model Context Protocol.

Off unless ``CATALOGUE_MCP`` is set; the only module that names the ``mcp`` SDK. Each tool asks what
the API's own route asks, and refuses what it refuses.
"""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Annotated, Any, TypeVar, cast
from urllib.parse import urlencode

import orjson
from fastapi import FastAPI
from fastapi.responses import Response
from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.transport_security import TransportSecuritySettings
from mcp.types import ToolAnnotations
from pydantic import Field
from starlette.routing import Route

from app import VERSION
from app.api.passages import list_passages
from app.api.trial_actions import list_trial_actions, read_trial_action
from app.bad_parameters import BadParameters
from app.dependencies import get_moment
from app.errors import FAULTS
from app.holdings import Holdings
from app.parameters import Choices, Parameters, PassageParameters, SearchParameters
from app.query_string import read_query_string
from app.records import Records
from catalogue.vocabulary import Vocabulary
from index.snapshot import Snapshot

PATH = "/mcp"
# A question has 500 characters, and no tool takes a file.
MOST_BYTES = 65_536
INSTRUCTIONS = """\
A catalogue of trial actions (prøvehandlinger) that Danish municipalities have tried in their \
schools, in Danish and in the source's own words. Ask in Danish or English, as people write. Quote \
what you use, and cite it by the id of its block ("…#learnings-2"), which is permanent and is also \
the place on the page: /proevehandlinger/{id}. Keep what was experienced apart from what was \
expected: an experience's kind says which. What the catalogue does not tell, it does not know."""
READS_ONLY = ToolAnnotations(read_only_hint=True, open_world_hint=False)

P = TypeVar("P", bound=Parameters)
Answer = dict[str, Any]
Question = Annotated[str, Field(description="What to look for, in plain words.")]
Ids = Annotated[
    tuple[str, ...], Field(description="Ids; one that is unknown is refused with those there are.")
]
Page = Annotated[int, Field(ge=1, description="Which page of the answer.")]


class Tools:
    """What an assistant can do."""

    def __init__(self, get_holdings: Callable[[], Holdings]) -> None:
        self._get_holdings = get_holdings

    def search(
        self,
        q: Question = "",
        municipality: Ids = (),
        theme: Ids = (),
        stakeholder: Ids = (),
        page: Page = 1,
    ) -> Answer:
        """Find trial actions: which municipality tried what, and where each one matches."""
        asked = {"q": q, "municipality": municipality, "theme": theme, "stakeholder": stakeholder}
        with _faults_told():
            holdings = self._get_holdings()
            parameters = _read(SearchParameters, {**asked, "page": page}, holdings)
            found = list_trial_actions(parameters, *_open(holdings))
        return _without_facets(found)

    def get(self, id: Annotated[str, Field(description="The id of a trial action.")]) -> Answer:
        """Read one trial action whole: problem, goals, actions, experiences, outlook, learnings."""
        with _faults_told():
            holdings = self._get_holdings()
            _, records, vocabulary = _open(holdings)
            return _to_answer(read_trial_action(id, records, vocabulary))

    # An assistant sees the arguments one by one.
    def passages(  # noqa: PLR0913, PLR0917
        self,
        q: Question = "",
        section: Ids = (),
        stakeholder: Ids = (),
        kind: Ids = (),
        theme: Ids = (),
        page: Page = 1,
    ) -> Answer:
        """Find the very paragraphs, to quote them: what do parents say about …?"""
        asked = {"q": q, "section": section, "stakeholder": stakeholder, "kind": kind}
        with _faults_told():
            holdings = self._get_holdings()
            parameters = _read(PassageParameters, {**asked, "theme": theme, "page": page}, holdings)
            found = list_passages(parameters, *_open(holdings))
        return _without_facets(found)


@contextmanager
def _faults_told() -> Iterator[None]:
    try:
        yield
    except BadParameters as error:
        told = (
            f"{fault.name}={fault.value}: {fault.reason}; allowed: {', '.join(fault.allowed)}"
            for fault in error.parameters
        )
        raise ToolError("\n".join(told)) from error
    except tuple(FAULTS) as error:
        fault = FAULTS[type(error)]
        raise ToolError(f"{fault.title}. {fault.detail}") from error


def _read(model: type[P], asked: dict[str, object], holdings: Holdings) -> P:
    query = urlencode({name: value for name, value in asked.items() if value}, doseq=True)
    choices = Choices(holdings.vocabulary, holdings.index)
    return read_query_string(model, query.encode(), choices)


def _open(holdings: Holdings) -> tuple[Snapshot, Records, Vocabulary]:
    records = holdings.records(get_moment(holdings).catalogue)
    return holdings.index.get(), records, holdings.vocabulary


def _to_answer(response: Response) -> Answer:
    answer: Answer = orjson.loads(response.body)
    return answer


def _without_facets(response: Response) -> Answer:
    # Half of the answer, for choices that an assistant makes in words.
    return {name: part for name, part in _to_answer(response).items() if name != "facets"}


def make_server(get_holdings: Callable[[], Holdings]) -> MCPServer:
    """Return the server of the tools."""
    server = MCPServer(
        "proevehandlinger", instructions=INSTRUCTIONS, version=VERSION, log_level="WARNING"
    )
    tools = Tools(get_holdings)
    for tool in (tools.search, tools.get, tools.passages):
        server.add_tool(tool, annotations=READS_ONLY)
    return server


@asynccontextmanager
async def serve_assistants(app: FastAPI) -> AsyncIterator[None]:
    """Answer assistants for as long as the service runs."""
    server = make_server(lambda: cast("Holdings", app.state.holdings))
    # Everything here is public and nothing can be changed: any host and site may ask.
    security = TransportSecuritySettings(enable_dns_rebinding_protection=False)
    (route,) = server.streamable_http_app(
        streamable_http_path=PATH,
        json_response=True,
        stateless_http=True,
        max_request_body_size=MOST_BYTES,
        transport_security=security,
    ).routes
    app.router.routes.append(Route(PATH, cast("Route", route).endpoint, methods=["POST"]))
    async with server.session_manager.run():
        yield
