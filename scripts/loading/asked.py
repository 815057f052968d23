"""What is asked under load: requests as bytes, by kind; the ordinary and the hostile."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote

API = "/api/v1"
SEARCH = f"{API}/trial-actions"
ID = "odder-bedre-muligheder-for-alle"

QUESTIONS = (
    *("skolefravær", "ppr", "co-teaching", "samarbejde med forældre", "trivsel og fællesskab"),
    *("hvordan undgår vi pjæk?", "fravaer", "absence", '"mere for flere"', "elever -ppr"),
    *("overgang fra børnehave til skole", "specialpædagogik", "trivsl", "mellemformer"),
)
LONGEST = 500
# Questions that are made to cost: as long, as many and as vague as they may be.
COSTLY = (
    "e " * (LONGEST // 2),
    "skole " * (LONGEST // 6),
    "a* b* c* *a* ?? ~9 /.*/ [a TO z] ",
    '"skole elever" ' * (LONGEST // 15),
    "-skole " * (LONGEST // 7),
    "skolefraværsvejledersamarbejdsmøde" * (LONGEST // 34),
    "xqzvw " * (LONGEST // 6),
    "elver lærre forldre trivsl fravr " * (LONGEST // 34),
    "børn barn bog bøger indsats trivsel forældre lærer elev skole " * (LONGEST // 62),
    "\U0001f600ø" * (LONGEST // 2),
)


def ask(path: str, *headers: str, method: str = "GET", body: bytes = b"") -> bytes:
    """Return a request as it is sent."""
    length = (f"Content-Length: {len(body)}",) if body else ()
    lines = (f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", *headers, *length, "", "")
    return "\r\n".join(lines).encode() + body


def search(question: str, path: str = SEARCH) -> bytes:
    """Return a request with a question."""
    return ask(f"{path}?q={quote(question)}")


def vary(request: bytes, number: int) -> bytes:
    """Return the same request with a header that no other has, so that no answer is a kept one."""
    line, end, rest = request.partition(b"\r\n")
    accepted = b"Accept: */*, x/%d\r\n" % number
    return line + end + accepted + rest if b"HTTP/1.1" in line else request


ORDINARY: Mapping[str, Iterable[bytes]] = {
    "search": [search(question) for question in QUESTIONS],
    "search page": [search(question, "/soeg") for question in QUESTIONS],
    "passages": [search(question, f"{API}/passages") for question in QUESTIONS],
    "suggestions": [search(question[:4], f"{API}/suggest") for question in QUESTIONS],
    "record": [ask(f"{SEARCH}/{ID}"), ask(f"/proevehandlinger/{ID}")],
    "pages": [
        ask(path) for path in ("/", "/temaer", "/kommuner", "/overblik", "/om", "/erfaringer")
    ],
    "no news": [ask(SEARCH, "If-None-Match: *"), ask("/", "If-None-Match: *")],
    "export": [ask(f"{API}/export?format={name}") for name in ("json", "csv", "ndjson")],
    "static": [ask("/static/style.css")],
}
HOSTILE: Mapping[str, Iterable[bytes]] = {
    "costly questions": [
        search(question[:LONGEST], path)
        for question in COSTLY
        for path in (SEARCH, "/soeg", f"{API}/passages", f"{API}/suggest")
    ],
    "questions too long": [search("a" * 10_000), search("skole " * 5_000, "/soeg")],
    "bad parameters": [
        ask(f"{SEARCH}?page=0&page_size=9999&sort=x&theme=y&z=1"),
        ask(f"{SEARCH}?{'&'.join(f'theme=t{number}' for number in range(150))}"),
        ask(f"{SEARCH}?{'&' * 20_000}"),
        ask(f"{SEARCH}?page=1000000"),
    ],
    "bad encodings": [
        ask(f"{SEARCH}?q=%FF%FE"),
        ask(f"{SEARCH}?q=%ED%A0%80"),
        ask("/soeg?q=%00"),
        ask("/%c0%af..%c0%af"),
    ],
    "unknown": [
        ask(f"{SEARCH}/{'x' * 5_000}"),
        ask("/findes-ikke"),
        ask("/static/../../etc/passwd"),
    ],
    "huge headers": [ask("/", f"X: {'a' * 60_000}"), ask("/", f"Cookie: {'a=b; ' * 20_000}")],
    "many tags": [ask(SEARCH, f"If-None-Match: {', '.join(['W/x'] * 10_000)}")],
    "bodies": [
        ask("/soeg", method="POST", body=b"a" * 100_000),
        ask(SEARCH, "Content-Length: 99999999", method="POST"),
    ],
    "garbage": [b"\x00\x01\x02\r\n\r\n", b"GET\r\n\r\n", ask("/a b")],
}
