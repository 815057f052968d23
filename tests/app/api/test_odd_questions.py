"""Questions that nobody means: answered or refused by name, on every path, and never a fault."""

from urllib.parse import quote, quote_from_bytes

import httpx
import pytest

API = "/api/v1"
PATHS = (f"{API}/trial-actions", f"{API}/passages", f"{API}/suggest", f"{API}/export", "/soeg")
SEARCH = (f"{API}/trial-actions", f"{API}/passages", "/soeg", "/erfaringer")
ANSWERED = {
    "punctuation": "!?.,;:()[]{}<>|/\\#%&=+*~^´`'\"$@§½" * 10,
    "wildcards": "a* *b* ?c? ~9 ~~ /.*/ [a TO z] {a TO *} ^2 " * 9,
    "quotes": '"' * 499,
    "quotes of quotes": '"skole" -"elev ”børn« ' * 20,
    "minuses": "-" * 500,
    "all of it excluded": "-skole -elever -børn " * 20,
    "one letter, many times": "a " * 250,
    "one long word": "skolefraværsvejledersamarbejde" * 16,
    "operators": "AND OR NOT ANDNOT ANDMAYBE REQUIRE AND OR " * 9,
    "fields": "title:skole id:x words:y * : :: a:b:c " * 9,
    "combining letters": "a\u030a\u0301\u0308" * 120,
    "other scripts": "школа 学校 مدرسة בית ספר 🏫👩‍🏫 " * 12,
    "directions": "\u202eelever\u202c \u200belever\u200d " * 15,
    "blank": "\u00a0\u2003 \t\n " * 60,
    "a template": "{{ 7*7 }} ${7*7} #{7*7} <%= 7*7 %>",
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
}
REFUSED = {
    "10,000 letters": "a" * 10_000,
    "500 words": "skole elev " * 250,
    "a null": "a\x00b",
    "an escape": "\x1b[31mrød",
    "a control character of old": "a\x85b",
}
NO_TEXT = (b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xed\xb0\x80", b"\xf4\x90\x80\x80", b"\xc0\xaf")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("question", ANSWERED.values(), ids=ANSWERED)
def test_an_odd_question_is_answered(client: httpx.Client, path: str, question: str) -> None:
    answer = client.get(f"{path}?q={quote(question[:500])}")

    assert answer.status_code == 200
    # A program is told what it asked; a browser must not run it.
    assert path.startswith(API) or "<script>alert" not in answer.text


@pytest.mark.parametrize("path", SEARCH)
@pytest.mark.parametrize("question", REFUSED.values(), ids=REFUSED)
def test_what_is_too_much_is_refused_by_name(
    client: httpx.Client, path: str, question: str
) -> None:
    answer = client.get(f"{path}?q={quote(question)}")

    assert answer.status_code == 422
    assert len(answer.content) < 40_000


@pytest.mark.parametrize("path", SEARCH)
@pytest.mark.parametrize("data", NO_TEXT, ids=repr)
def test_bytes_that_are_no_text_are_refused(client: httpx.Client, path: str, data: bytes) -> None:
    assert client.get(f"{path}?q={quote_from_bytes(data)}").status_code == 422
    assert client.get(f"{path}?theme={quote_from_bytes(data)}").status_code == 422
    assert client.get(f"{path}/{quote_from_bytes(data)}").status_code == 404
