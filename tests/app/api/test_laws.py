"""What holds for every question, whoever asks it."""

import csv
import io
import json
from urllib.parse import urlencode

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.settings import DATA
from catalogue.vocabulary import load_vocabulary
from index.results import FACETS, PASSAGE_FILTERS
from tests.app.conftest import JSON

VOCABULARY = load_vocabulary(DATA / "vocabulary")
WORDS = ("fravær", "forældre", "co-teaching", "ppr", "skolevaegring", "trivsl", "absence", "ikke")
TRIAL_ACTIONS = "/api/v1/trial-actions"
PASSAGES = "/api/v1/passages"
EXPORT = "/api/v1/export"
FILTERS = {TRIAL_ACTIONS: FACETS, PASSAGES: PASSAGE_FILTERS}

Pairs = list[tuple[str, str]]
Question = tuple[str, Pairs]

# The service is the same for every example, and how quick it is is not what is asked.
law = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def choices(path: str) -> Pairs:
    return [(name, value) for name in FILTERS[path] for value in VOCABULARY.ids(name)]


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """A path, and up to two words and four chosen values."""
    path = draw(st.sampled_from([TRIAL_ACTIONS, PASSAGES]))
    words = draw(st.lists(st.sampled_from(WORDS), max_size=2, unique=True))
    chosen = draw(st.lists(st.sampled_from(choices(path)), max_size=4, unique=True))
    return path, [("q", " ".join(words)), *chosen]


def address(path: str, pairs: Pairs) -> str:
    return f"{path}?{urlencode(pairs)}"


def ask(client: httpx.Client, path: str, pairs: Pairs) -> JSON:
    response = client.get(address(path, pairs))
    assert response.status_code == 200, response.text
    return response.json()


def collect(client: httpx.Client, path: str, pairs: Pairs, page_size: int = 100) -> list[str]:
    """Return the ids on every page, in order."""
    answer = ask(client, path, [*pairs, ("page_size", str(page_size))])
    ids = [item["id"] for item in answer["items"]]
    while answer["links"]["next"]:
        answer = client.get(answer["links"]["next"]).json()
        ids += [item["id"] for item in answer["items"]]
    assert len(ids) == answer["total"]
    return ids


def read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


@law
@given(question=questions(), data=st.data())
def test_a_facet_counts_what_choosing_its_value_would_leave(
    client: httpx.Client, question: Question, data: st.DataObject
) -> None:
    path, pairs = question
    name, value = data.draw(st.sampled_from(choices(path)))
    others = [pair for pair in pairs if pair[0] != name]

    facet = ask(client, path, pairs)["facets"][name]
    counted = next(one for one in facet if one["id"] == value)
    assert counted["count"] == ask(client, path, [*others, (name, value)])["total"]
    assert counted["selected"] == ((name, value) in pairs)


@law
@given(question=questions(), data=st.data())
def test_the_link_of_a_facet_value_asks_the_same_with_that_choice_made_or_undone(
    client: httpx.Client, question: Question, data: st.DataObject
) -> None:
    path, pairs = question
    choice = data.draw(st.sampled_from(choices(path)))
    changed = [pair for pair in pairs if pair != choice] if choice in pairs else [*pairs, choice]

    facet = ask(client, path, pairs)["facets"][choice[0]]
    link = next(one["url"] for one in facet if one["id"] == choice[1])
    assert client.get(link).content == client.get(address(path, changed)).content


@law
@given(question=questions(), data=st.data())
def test_a_new_filter_never_adds_a_hit(
    client: httpx.Client, question: Question, data: st.DataObject
) -> None:
    path, pairs = question
    used = {name for name, _ in pairs}
    name, value = data.draw(st.sampled_from([one for one in choices(path) if one[0] not in used]))

    narrowed = collect(client, path, [*pairs, (name, value)])
    assert set(narrowed) <= set(collect(client, path, pairs))


@law
@given(question=questions(), page_size=st.integers(min_value=1, max_value=30))
def test_the_pages_show_every_hit_once_and_in_one_order(
    client: httpx.Client, question: Question, page_size: int
) -> None:
    path, pairs = question
    page_size = page_size if path == TRIAL_ACTIONS else page_size + 30

    ids = collect(client, path, pairs, page_size)
    assert len(ids) == len(set(ids))
    assert ids == collect(client, path, pairs)


@law
@given(question=questions(), data=st.data())
def test_filters_commute_to_the_byte(
    client: httpx.Client, question: Question, data: st.DataObject
) -> None:
    path, pairs = question
    shuffled = data.draw(st.permutations([*pairs, *pairs[1:]]))

    assert client.get(address(path, shuffled)).content == client.get(address(path, pairs)).content


@law
@given(question=questions())
def test_every_file_holds_what_the_pages_show(client: httpx.Client, question: Question) -> None:
    known = {name for name, _ in choices(TRIAL_ACTIONS)}
    pairs = [pair for pair in question[1] if pair[0] in {"q", *known}]

    ids = collect(client, TRIAL_ACTIONS, pairs)
    lines = client.get(address(EXPORT, [*pairs, ("format", "ndjson")])).text.splitlines()
    rows = client.get(address(EXPORT, [*pairs, ("format", "csv")])).content.decode("utf-8-sig")
    blocks = client.get(address(EXPORT, [*pairs, ("format", "csv-blocks")]))
    assert [one["id"] for one in ask(client, EXPORT, pairs)["items"]] == ids
    assert [json.loads(line)["id"] for line in lines] == ids
    assert [row["id"] for row in read_csv(rows)] == ids
    owners = [row["trial_action"] for row in read_csv(blocks.content.decode("utf-8-sig"))]
    assert list(dict.fromkeys(owners)) == ids


@law
@given(question=questions())
def test_equal_questions_get_equal_bytes(client: httpx.Client, question: Question) -> None:
    path, pairs = question
    first, second = (client.get(address(path, pairs)) for _ in range(2))

    assert first.content == second.content
    assert first.headers["ETag"] == second.headers["ETag"]


@law
@given(question=questions())
def test_an_answer_names_itself(client: httpx.Client, question: Question) -> None:
    path, pairs = question
    response = client.get(address(path, pairs))

    assert client.get(response.json()["links"]["self"]).content == response.content


@law
@given(q=st.text(max_size=500))
def test_any_text_is_answered_or_refused_but_never_fails(client: httpx.Client, q: str) -> None:
    encoded = q.encode("utf-8", errors="surrogatepass")
    for path in (TRIAL_ACTIONS, PASSAGES, "/api/v1/suggest", "/api/v1/export"):
        assert client.get(path, params={"q": encoded}).status_code in {200, 422}


@law
@given(query=st.binary(max_size=200))
def test_any_bytes_are_answered_or_refused_but_never_fail(
    client: httpx.Client, query: bytes
) -> None:
    # What is not a letter of an address is sent as a percent code; some of the codes are no text.
    encoded = "".join(f"%{byte:02X}" if byte not in b"&=+" else chr(byte) for byte in query)

    assert client.get(f"{TRIAL_ACTIONS}?{encoded}").status_code in {200, 422}


@pytest.mark.parametrize("path", [TRIAL_ACTIONS, PASSAGES])
def test_a_word_that_is_not_there_leaves_nothing_and_no_choices(
    client: httpx.Client, path: str
) -> None:
    answer = ask(client, path, [("q", "xyzzyq")])

    assert (answer["total"], answer["items"]) == (0, [])
    assert {one["count"] for values in answer["facets"].values() for one in values} == {0}
    assert answer["links"]["last"] == answer["links"]["first"]
