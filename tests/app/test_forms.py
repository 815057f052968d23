"""A form is read within limits, and from the service's own pages only."""

import httpx
import pytest

from app.forms import LARGEST, MOST_FIELDS

PATH = "/planlaeg"


@pytest.mark.parametrize(
    ("button", "kept"),
    [
        ("opdater", "private, no-cache"),
        ("fil", "no-store"),
        ("word", "no-store"),
        ("print", "private, no-cache"),
        ("udkast-alligevel", "no-store"),
    ],
)
def test_what_was_written_is_kept_by_nobody_but_the_form_by_the_browser_it_is_open_in(
    client: httpx.Client, button: str, kept: str
) -> None:
    answer = client.post(PATH, data={"problem": "Uro", "handling": button})

    assert answer.headers["Cache-Control"] == kept
    assert "ETag" not in answer.headers


@pytest.mark.parametrize("size", [LARGEST + 1, 3 * LARGEST])
def test_too_large_a_form_is_refused_with_a_page_that_says_so(
    client: httpx.Client, size: int
) -> None:
    answer = client.post(PATH, files={"problem": (None, "x" * size)})

    assert answer.status_code == 413
    assert "fylder for meget" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("hundreds", [15, 30], ids=["for a form", "for any request"])
def test_too_large_a_form_is_refused_also_where_its_size_is_not_told(
    client: httpx.Client, hundreds: int
) -> None:
    parts = (b"x" * 100_000 for _ in range(hundreds))
    kind = {"Content-Type": "application/x-www-form-urlencoded"}

    assert client.post(PATH, content=parts, headers=kind).status_code == 413


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=x", b"--x\r\nhat\r\n"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\nx"),
        ("application/x-www-form-urlencoded", b"a=1&" * (MOST_FIELDS + 1)),
    ],
    ids=["no-boundary", "no-part", "no-name", "many-fields"],
)
def test_what_is_no_form_is_refused_with_a_page_that_says_so(
    client: httpx.Client, kind: str, content: bytes
) -> None:
    answer = client.post(PATH, content=content, headers={"Content-Type": kind})

    assert answer.status_code == 400
    assert "kan ikke læses" in answer.text


@pytest.mark.parametrize("charset", ["idna", "punycode", "hex", "utf-16", "findes-ikke"])
def test_a_strange_encoding_does_no_harm(client: httpx.Client, charset: str) -> None:
    kind = f"multipart/form-data; boundary=x; charset={charset}"
    content = (
        b'--x\r\nContent-Disposition: form-data; name="problem"\r\n\r\nxn--\xff\xc3\r\n--x--\r\n'
    )

    answer = client.post(PATH, content=content, headers={"Content-Type": kind})

    assert answer.status_code in {200, 400}


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "form-data", "", None])
def test_something_else_than_a_form_is_not_taken_for_an_empty_one(
    client: httpx.Client, kind: str | None
) -> None:
    headers = {} if kind is None else {"Content-Type": kind}
    answer = client.post(PATH, content=b"{}", headers=headers)

    assert answer.status_code == 400
    assert "kan ikke læses" in answer.text


def test_the_name_of_a_form_may_be_written_in_any_way(client: httpx.Client) -> None:
    kind = {"Content-Type": "Application/X-WWW-Form-Urlencoded ; charset=utf-8"}
    answer = client.post(PATH, content=b"problem=Uro", headers=kind)

    assert answer.status_code == 200
    assert "Uro" in answer.text


@pytest.mark.parametrize(
    ("site", "status"),
    [("cross-site", 403), ("same-site", 403), ("x", 403), ("same-origin", 200), ("none", 200)],
)
def test_a_form_on_another_site_is_not_answered(
    client: httpx.Client, site: str, status: int
) -> None:
    # Also where a proxy gave the service another name than its own.
    headers = {"Sec-Fetch-Site": site, "Origin": "https://katalog.example"}
    answer = client.post(PATH, data={"problem": "Køb her"}, headers=headers)

    assert answer.status_code == status


@pytest.mark.parametrize("origin", ["https://another.example", "null", ""])
def test_a_browser_that_tells_no_site_is_judged_by_the_origin_of_its_page(
    client: httpx.Client, origin: str
) -> None:
    own = str(client.base_url).rstrip("/")
    statuses = [
        client.post(PATH, data={"problem": "Uro"}, headers={"Origin": one}).status_code
        for one in (own, origin)
    ]

    assert statuses == [200, 403]


def test_other_pages_take_no_form(client: httpx.Client) -> None:
    assert client.post("/om", data={"a": "b"}).status_code == 405
