"""What answers say about themselves."""

import gzip

import httpx
import pytest

from app.main import create_app
from app.settings import Settings
from tests.conftest import serve

EVERYWHERE = ["/", "/findes-ikke", "/api/v1/status", "/api/v1/findes-ikke", "/static/style.css"]
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


# Every other kind of answer: method, path, status.
KINDS = [
    ("GET", "/favicon.ico", 308),
    ("GET", "/temaer/", 307),
    ("GET", "/soeg?theme=hest", 422),
    ("GET", "/robots.txt", 200),
    ("GET", "/feed.atom", 200),
    ("GET", "/dcat.jsonld", 200),
    ("GET", "/api/v1/docs", 200),
    ("GET", "/api/v1/themes?x=1", 422),
    ("GET", "/static/findes-ikke.css", 404),
    ("GET", "/healthz", 200),
    ("GET", "/readyz", 200),
    ("GET", "/metrics", 404),
    ("POST", "/soeg", 405),
    ("PUT", "/static/style.css", 405),
    ("DELETE", "/api/v1/status", 405),
    ("TRACE", "/", 405),
    ("OPTIONS", "/soeg", 405),
    ("OPTIONS", "/api/v1/status", 204),
]


def assert_protected(headers: httpx.Headers) -> None:
    assert headers["Content-Security-Policy"] == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]
    assert "Server" not in headers


@pytest.mark.parametrize(("method", "path", "status"), KINDS)
def test_every_kind_of_answer_is_protected(
    client: httpx.Client, method: str, path: str, status: int
) -> None:
    answer = client.request(method, path)

    assert answer.status_code == status
    assert_protected(answer.headers)
    assert answer.headers.get_list("X-Content-Type-Options") == ["nosniff"]


@pytest.mark.parametrize("path", ["/api/v1/status", "/static/style.css"])
def test_an_answer_without_news_is_protected(client: httpx.Client, path: str) -> None:
    tag = client.get(path).headers["ETag"]
    answer = client.get(path, headers={"If-None-Match": tag})

    assert answer.status_code == 304
    assert_protected(answer.headers)


def test_pages_are_read_by_no_other_site_and_the_api_by_all(client: httpx.Client) -> None:
    shared = "Cross-Origin-Resource-Policy"

    assert client.get("/").headers[shared] == "same-origin"
    assert client.get("/api/v1/status").headers[shared] == "cross-origin"


@pytest.mark.parametrize("host", ["[", "a b", "a/api/v1/?", "{{7*7}}", "", "x" * 5_000])
def test_a_host_that_is_none_changes_nothing(client: httpx.Client, host: str) -> None:
    for path, status in (
        ("/soeg?page=0", 422),
        ("/findes-ikke", 404),
        ("/temaer/", 307),
        ("/", 200),
    ):
        answer = client.get(path, headers={"Host": host})

        assert answer.status_code == status
        assert "problem+json" not in answer.headers.get("Content-Type", "")
        assert host not in answer.text or len(host) < 2


def test_a_slash_too_many_leads_to_the_page_without_it(client: httpx.Client) -> None:
    assert client.get("/temaer/?x=%C3%B8").headers["Location"] == "/temaer?x=%C3%B8"


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/soeg", "GET, HEAD"),
        ("/proevehandlinger/findes-ikke", "GET, HEAD"),
        ("/static/style.css", "GET, HEAD"),
        ("/static/planlaeg", "GET, HEAD"),
        ("/planlaeg", "GET, HEAD, POST"),
        ("/healthz", "GET, HEAD"),
        ("/api/v1/status", "GET, HEAD, OPTIONS"),
        ("/dcat.jsonld", "GET, HEAD, OPTIONS"),
    ],
)
def test_a_405_names_every_method_that_the_address_answers(
    client: httpx.Client, path: str, allowed: str
) -> None:
    for method in ("DELETE", "PUT", "TRACE", "PROPFIND"):
        answer = client.request(method, path)

        assert (answer.status_code, answer.headers["Allow"]) == (405, allowed)
    for method in allowed.split(", "):
        assert client.request(method, path).status_code != 405


def test_where_a_form_is_answered_nothing_says_that_all_can_only_be_read(
    client: httpx.Client,
) -> None:
    text = client.options("/planlaeg").text

    assert "Siden kan ikke bruges på den måde" in text
    assert "kun læses" not in text


@pytest.mark.parametrize(
    "value", ["a%0d%0aSet-Cookie:%20x=1", "%0aX-Evil:%201", "{{7*7}}", "${7*7}", "%3Cb%3E"]
)
def test_nothing_that_is_asked_becomes_a_header_or_a_template(
    client: httpx.Client, value: str
) -> None:
    for path in (
        "/soeg?q=",
        "/api/v1/trial-actions?page_size=1&q=",
        "/api/v1/export?q=",
        "/temaer/",
    ):
        answer = client.get(f"{path}{value}")

        assert answer.status_code in {200, 404, 422}
        assert not {"set-cookie", "x-evil"} & set(answer.headers)
        assert "<b>" not in answer.headers.get("Link", "")
        assert "49" not in answer.text.partition("<main")[2].partition("</h1>")[0]


def test_a_host_that_somebody_makes_up_is_nowhere_in_the_answer(settings: Settings) -> None:
    made_up = {"Host": "evil.example", "X-Forwarded-Host": "evil.example"}
    at_home = settings.model_copy(update={"address": "https://katalog.example"})

    with serve(create_app(at_home)) as address, httpx.Client(base_url=address) as client:
        for path in (
            "/",
            "/om",
            "/temaer/",
            "/feed.atom",
            "/sitemap.xml",
            "/dcat.jsonld",
            "/soeg?q=x",
        ):
            answer = client.get(path, headers=made_up)
            assert "evil.example" not in f"{answer.headers} {answer.text}", path


@pytest.mark.parametrize("path", EVERYWHERE)
def test_every_answer_is_protected_and_does_not_name_its_server(
    client: httpx.Client, path: str
) -> None:
    headers = client.get(path).headers

    assert_protected(headers)
    assert headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("path", ["/api/v1/status", "/api/v1/findes-ikke", "/api/v1/themes?x=1"])
def test_any_site_may_read_the_api(client: httpx.Client, path: str) -> None:
    headers = client.get(path, headers={"Origin": "https://skole.example"}).headers

    assert headers["Access-Control-Allow-Origin"] == "*"
    assert "ETag" in headers["Access-Control-Expose-Headers"]


def test_a_browser_that_asks_first_is_told_that_it_may(client: httpx.Client) -> None:
    response = client.options(
        "/api/v1/trial-actions",
        headers={
            "Origin": "https://skole.example",
            "Access-Control-Request-Method": "GET",
            "Access-Control-Request-Headers": "if-none-match",
        },
    )

    assert response.status_code == 204
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert response.headers["Access-Control-Allow-Headers"] == "*"


def test_answers_are_compressed_for_those_who_can_read_it(client: httpx.Client) -> None:
    path = "/api/v1/trial-actions"
    with client.stream("GET", path, headers={"Accept-Encoding": "gzip"}) as response:
        raw = b"".join(response.iter_raw())
    plain = client.get(path, headers={"Accept-Encoding": "identity"})

    assert response.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(raw) == plain.content
    assert len(raw) < len(plain.content) / 3


@pytest.mark.parametrize("path", EVERYWHERE)
def test_head_says_what_get_says_without_the_body(client: httpx.Client, path: str) -> None:
    head, get = client.head(path), client.get(path)

    assert head.status_code == get.status_code
    assert head.content == b""
    assert {**head.headers, "date": ""} == {**get.headers, "date": ""}
