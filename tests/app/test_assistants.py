"""What an assistant can ask, asked with the SDK's own client over HTTP."""

import asyncio
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from mcp import Client
from mcp.types import CallToolResult, ListToolsResult

from app.main import create_app
from app.settings import Settings
from tests.app.conftest import JSON, Ask
from tests.conftest import serve

ODDER = "odder-bedre-muligheder-for-alle"


@pytest.fixture(scope="module")
def switched_on(settings: Settings) -> Iterator[str]:
    """The address of a service that answers assistants."""
    with serve(create_app(settings.model_copy(update={"mcp": True}))) as address:
        yield address


def list_tools(address: str) -> ListToolsResult:
    async def ask() -> ListToolsResult:
        async with Client(f"{address}/mcp") as client:
            return await client.list_tools()

    return asyncio.run(ask())


def call(address: str, tool: str, **arguments: object) -> CallToolResult:
    async def ask() -> CallToolResult:
        async with Client(f"{address}/mcp") as client:
            result = await client.call_tool(tool, arguments)
        assert isinstance(result, CallToolResult)
        return result

    return asyncio.run(ask())


def answer(address: str, tool: str, **arguments: object) -> JSON:
    result = call(address, tool, **arguments)
    assert not result.is_error, result.content
    return result.structured_content


def test_it_is_off_unless_switched_on(client: httpx.Client) -> None:
    assert client.post("/mcp", json={}).status_code == 404


def test_the_tools_say_what_they_do_and_that_they_only_read(switched_on: str) -> None:
    tools = {tool.name: tool for tool in list_tools(switched_on).tools}

    assert tools.keys() == {"search", "get", "passages"}
    for tool in tools.values():
        assert tool.description
        assert tool.annotations
        assert tool.annotations.read_only_hint


def test_searching_finds_what_the_api_finds(switched_on: str, ask: Ask) -> None:
    found = answer(switched_on, "search", q="fravaer", theme=["skolefravaer"])

    expected = ask("/trial-actions", q="fravaer", theme="skolefravaer")
    del expected["facets"]
    assert found == expected
    assert found["total"] > 0


def test_a_record_is_read_whole(switched_on: str, ask: Ask) -> None:
    assert answer(switched_on, "get", id=ODDER) == ask(f"/trial-actions/{ODDER}")


def test_a_passage_can_be_cited_by_the_id_of_its_block(switched_on: str, ask: Ask) -> None:
    found = answer(switched_on, "passages", stakeholder=["foraeldre"], kind=["experienced"])

    for passage in found["items"]:
        record = ask(f"/trial-actions/{passage['trial_action']['id']}")
        assert passage["id"] in [block["id"] for block in record[passage["section"]]]
        assert passage["links"]["html"] == f"/proevehandlinger/{passage['id']}"


REFUSED: dict[str, tuple[str, dict[str, Any], str]] = {
    "an unknown id": ("get", {"id": "findes-ikke"}, "No trial action has this id"),
    "an unknown value": ("search", {"theme": ["fravaer"]}, "did you mean 'skolefravaer'?"),
    "what would be allowed": ("passages", {"kind": ["x"]}, "allowed: experienced, expected"),
    "too long a question": ("search", {"q": "a" * 501}, "at most 500 characters"),
    "a control character": ("search", {"q": "\x00"}, "control character"),
    "a page before the first": ("search", {"page": 0}, "greater than or equal to 1"),
}


@pytest.mark.parametrize(("tool", "arguments", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_is_told(
    switched_on: str, tool: str, arguments: dict[str, Any], reason: str
) -> None:
    result = call(switched_on, tool, **arguments)

    assert result.is_error
    assert reason in str(result.content)


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE"])
def test_only_questions_are_taken(switched_on: str, method: str) -> None:
    assert httpx.request(method, f"{switched_on}/mcp").status_code == 405


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff", b"x" * 100_000])
def test_what_is_no_question_is_refused_without_a_trace(switched_on: str, body: bytes) -> None:
    headers = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
    response = httpx.post(f"{switched_on}/mcp", content=body, headers=headers)

    assert 400 <= response.status_code < 500
    assert "Traceback" not in response.text
    assert "site-packages" not in response.text


def test_the_pages_and_the_api_are_as_without_it(switched_on: str) -> None:
    assert httpx.get(f"{switched_on}/api/v1/status").status_code == 200
    assert httpx.get(f"{switched_on}/").status_code == 200
