"""Whatever stands in a file, reading it gives a record or says what is wrong, and nothing else."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.settings import DATA
from catalogue.errors import InvalidFile, UnreadableSource
from catalogue.files import format_record, parse_record
from catalogue.reading.furniture import load_furniture
from catalogue.reading.layout import find_actions
from catalogue.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary(DATA / "vocabulary")
FURNITURE = load_furniture(DATA / "sources" / "furniture.yaml")
RECORDS = [path.read_text("utf-8") for path in sorted((DATA / "records").glob("*.yaml"))[:3]]
SOURCE = Path(DATA / "sources" / "en-skole-der-kan-mere-for-flere.txt").read_text("utf-8")[:9_000]

law = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
fields = st.sampled_from(
    ["id", "title", "source", "lines", "problem", "experiences", "schools", "themes", "notes", "x"]
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(fields, inner, max_size=4),
    max_leaves=12,
)
TANGLES = {
    "a list in itself": "id: &a [*a]\n",
    "a record in itself": "&a {id: *a}\n",
    "aliases of aliases": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "many levels": "id: " + "[" * 9_000 + "]" * 9_000,
    "many levels of blocks": "\n".join(" " * level + "a:" for level in range(1_000)),
    "no end": "id: " + "{a: " * 9_000,
}


def read(text: str) -> None:
    """Read a record; what is accepted must be what its own file says."""
    try:
        record = parse_record(text, VOCABULARY)
    except InvalidFile as refusal:
        assert all(problem.line >= 1 and problem.reason for problem in refusal.problems)
    else:
        assert parse_record(format_record(record), VOCABULARY) == record


@pytest.mark.parametrize("text", TANGLES.values(), ids=TANGLES)
def test_a_tangle_is_refused_before_anything_is_made_of_it(text: str) -> None:
    with pytest.raises(InvalidFile, match="no aliases"):
        parse_record(text, VOCABULARY)


@law
@given(text=st.text(max_size=300))
def test_any_text_is_a_record_or_refused(text: str) -> None:
    read(text)


@law
@given(value=st.dictionaries(fields, values, max_size=6))
def test_any_yaml_is_a_record_or_refused(value: dict[str, object]) -> None:
    read(yaml.safe_dump(value, allow_unicode=True))


@law
@given(data=st.data())
def test_a_record_with_anything_put_in_anywhere_is_a_record_or_refused(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(RECORDS))
    first = data.draw(st.integers(0, len(text)))
    last = data.draw(st.integers(first, min(len(text), first + 40)))
    put_in = st.text(max_size=6) | st.sampled_from(
        ["&a ", "*a", "\n", ": ", "- ", "? ", "!!int ", "'"]
    )

    read(text[:first] + data.draw(put_in) + text[last:])


@law
@given(data=st.data())
def test_any_text_is_a_source_or_unreadable(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(SOURCE)))
    text = SOURCE[:place] + data.draw(st.text(max_size=200)) + SOURCE[place + 50 :]
    for attempt in (text, text[place:], text[:place]):
        try:
            assert find_actions(attempt, FURNITURE, "source.txt")
        except UnreadableSource as refusal:
            assert refusal.problem.line >= 1
