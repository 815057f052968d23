"""Files of the catalogue over HTTP."""

import csv
import hashlib
import io
import json
from zipfile import ZipFile

import httpx
import pytest

from app.api.sheets import BLOCK_COLUMNS, COLUMNS, format_row
from app.settings import DATA
from catalogue.records import SECTIONS
from tests.app.conftest import Ask

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_csv(content: bytes) -> list[dict[str, str]]:
    text = content.removeprefix(BYTE_ORDER_MARK).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.mark.parametrize(
    ("format", "media_type", "file"),
    [
        ("json", "application/json", "proevehandlinger.json"),
        ("ndjson", "application/x-ndjson", "proevehandlinger.ndjson"),
        ("csv", "text/csv; charset=utf-8", "proevehandlinger.csv"),
        ("csv-blocks", "text/csv; charset=utf-8", "proevehandlinger-blocks.csv"),
        ("zip", "application/zip", "proevehandlinger.zip"),
    ],
)
def test_a_file_says_its_type_and_its_name(
    client: httpx.Client, format: str, media_type: str, file: str
) -> None:
    response = client.get(f"/api/v1/export?format={format}")

    assert response.headers["Content-Type"] == media_type
    assert response.headers["Content-Disposition"] == f'attachment; filename="{file}"'


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


def test_the_other_sheet_has_a_row_for_every_block(ask: Ask, client: httpx.Client) -> None:
    query = {"theme": "foraeldresamarbejde"}
    content = client.get("/api/v1/export", params={**query, "format": "csv-blocks"}).content
    rows = {row["id"]: row for row in read_csv(content)}
    records = ask("/export", **query)["items"]
    blocks = {b["id"]: (one, s, b) for one in records for s in SECTIONS for b in one[s]}

    assert content.startswith(BYTE_ORDER_MARK)
    assert list(rows) == list(blocks)
    for id_, (record, section, block) in blocks.items():
        row = rows[id_]
        assert list(row) == list(BLOCK_COLUMNS)
        assert (row["trial_action"], row["section"]) == (record["id"], section)
        assert row["text"] == block["text"]
        assert [int(row["first_line"]), int(row["last_line"])] == block["lines"]
        assert row["kind"] == block.get("kind", "")
        assert row["stakeholders"] == ", ".join(block.get("stakeholders", []))
        assert row["page"] == f"/proevehandlinger/{id_}"


@pytest.fixture(scope="module")
def files(client: httpx.Client) -> dict[str, bytes]:
    """What the zip of everything holds."""
    with ZipFile(io.BytesIO(client.get("/api/v1/export?format=zip").content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("format", ["json", "ndjson", "csv", "csv-blocks"])
def test_the_zip_has_every_other_format(
    client: httpx.Client, files: dict[str, bytes], format: str
) -> None:
    response = client.get(f"/api/v1/export?format={format}")
    name = response.headers["Content-Disposition"].split('"')[1]

    assert files[name] == response.content


def test_the_zip_can_be_checked_and_understood_alone(
    ask: Ask, client: httpx.Client, files: dict[str, bytes]
) -> None:
    schema = client.get("/api/v1/schema/trial-action.json").json()
    texts = [f"sources/{source['id']}.txt" for source in json.loads(files["sources.json"])]
    sums = dict(line.split("  ")[::-1] for line in files["SHA256SUMS"].decode().splitlines())

    assert json.loads(files["trial-action.schema.json"]) == schema
    assert len(texts) == 5
    assert all(files[text] == (DATA / text).read_bytes() for text in texts)
    assert "KL" in files["LICENCE.txt"].decode()
    assert "MIT License" in files["LICENCE.txt"].decode()
    assert ask("/status")["catalogue_revision"] in files["README.txt"].decode()
    assert sums.keys() == files.keys() - {"SHA256SUMS"}
    for name, checksum in sums.items():
        assert hashlib.sha256(files[name]).hexdigest() == checksum


def test_the_zip_has_all_guidance_as_the_api_gives_it(ask: Ask, files: dict[str, bytes]) -> None:
    guidance = [ask(f"/guidance/{item['id']}") for item in ask("/guidance")["items"]]

    assert json.loads(files["vejledning.json"]) == {"items": guidance}


def test_the_zip_of_equal_content_is_equal_bytes(client: httpx.Client) -> None:
    first, second = (client.get("/api/v1/export?format=zip&q=ppr").content for _ in range(2))

    assert first == second


def test_the_zip_holds_what_a_search_leaves(ask: Ask, client: httpx.Client) -> None:
    content = client.get("/api/v1/export?format=zip&municipality=kolding").content
    with ZipFile(io.BytesIO(content)) as archive:
        held = json.loads(archive.read("proevehandlinger.json"))

    assert held == ask("/export", municipality="kolding")
    assert held["total"] == 2
