"""Files of the catalogue over HTTP."""

import csv
import io
import json

import httpx
import pytest

from app.api.sheets import COLUMNS, format_row
from tests.app.conftest import Ask

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_csv(content: bytes) -> list[dict[str, str]]:
    text = content.removeprefix(BYTE_ORDER_MARK).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.mark.parametrize(
    ("format", "media_type"),
    [
        ("json", "application/json"),
        ("ndjson", "application/x-ndjson"),
        ("csv", "text/csv; charset=utf-8"),
    ],
)
def test_a_file_says_its_type_and_its_name(
    client: httpx.Client, format: str, media_type: str
) -> None:
    response = client.get(f"/api/v1/export?format={format}")

    assert response.headers["Content-Type"] == media_type
    name = f'attachment; filename="proevehandlinger.{format}"'
    assert response.headers["Content-Disposition"] == name


def test_json_and_ndjson_hold_every_record_as_it_is_read_alone(
    ask: Ask, client: httpx.Client
) -> None:
    whole = ask("/export")
    lines = client.get("/api/v1/export?format=ndjson").text.splitlines()

    assert whole["total"] == 24
    assert whole["items"] == [json.loads(line) for line in lines]
    assert whole["items"] == [ask(f"/trial-actions/{item['id']}") for item in whole["items"]]


def test_csv_is_what_danish_spreadsheets_open(client: httpx.Client) -> None:
    content = client.get("/api/v1/export?format=csv").content
    rows = read_csv(content)

    assert content.startswith(BYTE_ORDER_MARK + b"id;title;headline;")
    assert content.count(b"\r\n") == len(rows) + 1 == 25
    assert list(rows[0]) == list(COLUMNS)
    soroe = next(row for row in rows if row["id"] == "soroe-foraeldrepartnerskaber")
    assert (soroe["municipality"], soroe["municipality_code"]) == ("Sorø", "0340")


def test_an_export_holds_what_a_search_finds_in_its_order(ask: Ask, client: httpx.Client) -> None:
    query = {"q": "forældre", "theme": "foraeldresamarbejde"}
    found = [item["id"] for item in ask("/trial-actions", **query, page_size=100)["items"]]
    content = client.get("/api/v1/export", params={**query, "format": "csv"}).content

    assert found
    assert [item["id"] for item in ask("/export", **query)["items"]] == found
    assert [row["id"] for row in read_csv(content)] == found


def test_an_export_of_nothing_is_an_empty_file_of_its_kind(ask: Ask, client: httpx.Client) -> None:
    query = {"q": "xyzzyq"}

    assert ask("/export", **query) == {"items": [], "total": 0}
    assert client.get("/api/v1/export", params={**query, "format": "ndjson"}).content == b""
    assert read_csv(client.get("/api/v1/export", params={**query, "format": "csv"}).content) == []


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_no_cell_is_computed_when_a_file_is_opened(ask: Ask, start: str) -> None:
    action = ask("/trial-actions/soroe-foraeldrepartnerskaber")
    action["title"] = f"{start}HYPERLINK(1)"

    cells = next(csv.reader([format_row(action).decode()], delimiter=";"))
    assert cells[1] == f"'{start}HYPERLINK(1)"


def test_quotes_separators_and_line_ends_stay_inside_their_cell(ask: Ask) -> None:
    action = ask("/trial-actions/soroe-foraeldrepartnerskaber")
    action["title"] = 'a;"b"\r\nc'

    row = format_row(action).decode()
    assert next(csv.reader(io.StringIO(row, newline=""), delimiter=";"))[1] == 'a;"b"\r\nc'
