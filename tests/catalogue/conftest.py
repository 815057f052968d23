"""What the tests of the catalogue share: the real vocabulary, small records, an empty database."""

import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlmodel import Session

from catalogue.records import SECTIONS, TrialAction
from catalogue.storage import open_database, open_session
from catalogue.vocabulary import Vocabulary, load_vocabulary

DATA = Path(__file__).parents[2] / "data"
SOURCE = "en-skole-der-kan-mere-for-flere"

MakeRecord = Callable[..., TrialAction]


@pytest.fixture(scope="session")
def records_folder() -> Path:
    """The folder of the real records."""
    return DATA / "records"


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """The real vocabulary."""
    return load_vocabulary(DATA / "vocabulary")


@pytest.fixture(scope="session")
def make_record(vocabulary: Vocabulary) -> MakeRecord:
    """Make a small valid record; what is named replaces the field of that name."""

    def make(record_id: str = "odder-trivsel", **changed: object) -> TrialAction:
        fields: dict[str, Any] = {
            "id": record_id,
            "title": "Trivsel for alle",
            "headline": "Flere er glade for at gå i skole",
            "summary": "På Parkskolen har de prøvet noget nyt.",
            "municipality": "odder",
            "schools": [{"id": "parkskolen", "name": "Parkskolen"}],
            "themes": ["trivsel-og-faellesskab", "overgange"],
            "focus_areas": ["faglig-ledelse"],
            "levels": ["indskoling"],
            "source": {"id": SOURCE, "lines": [1, 20]},
            **{section: [] for section in SECTIONS},
            "problem": [_block(record_id, "problem-1", 2)],
            "experiences": [
                _block(record_id, "experiences-1", 5)
                | {"stakeholders": ["foraeldre", "elever"], "kind": "experienced"}
            ],
            "notes": ["Kilden nævner ingen læringer."],
        }
        return TrialAction.model_validate(fields | changed, context=vocabulary)

    return make


def _block(record_id: str, short_id: str, line: int) -> dict[str, Any]:
    return {
        "id": f"{record_id}#{short_id}",
        "type": "item",
        "lines": [line, line],
        "text": "Der er mere ro – og ”mere tid”.",
    }


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An empty database of the test's own."""
    engine = open_database(f"sqlite:///{tmp_path / 'catalogue.db'}")
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session of the empty database."""
    with open_session(engine) as session:
        yield session


@pytest.fixture(scope="session")
def shared_engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An empty database for the many examples of a law; no example commits to it."""
    engine = open_database(f"sqlite:///{tmp_path_factory.mktemp('laws') / 'catalogue.db'}")
    yield engine
    engine.dispose()


# Words as people type them, and words that YAML would read as something else than a text.
AWKWARD = [
    "-",
    "#",
    ":",
    "a:",
    "- x",
    "null",
    "ja",
    "on",
    "~",
    "1.",
    "2024-01-01",
    "0x1F",
    "=",
    "<<",
]
AWKWARD += [
    "'",
    '"',
    "”sådan”",
    "[navn udeladt]",
    "{a}",
    "&a",
    "*a",
    "!",
    "|",
    ">-",
    "%",
    "@",
    "---",
]
LAST_LINE = 999_999


@pytest.fixture(scope="session")
def valid_records(vocabulary: Vocabulary) -> st.SearchStrategy[TrialAction]:
    """Arbitrary records, each within the rules."""
    return _records(vocabulary)


@st.composite
def _records(draw: st.DrawFn, vocabulary: Vocabulary) -> TrialAction:
    record_id = draw(_slugs())
    source = draw(_lines(1, LAST_LINE))
    blocks = {
        section: draw(_blocks(vocabulary, record_id, section, source)) for section in SECTIONS
    }
    school = st.fixed_dictionaries({"id": _slugs(), "name": _texts()})
    fields = {
        "id": record_id,
        "title": draw(_texts()),
        "headline": draw(_texts()),
        "summary": draw(_texts()),
        "municipality": draw(st.sampled_from(vocabulary.ids("municipality"))),
        "schools": draw(st.lists(school, max_size=3)),
        "themes": draw(_terms(vocabulary, "theme", least=1, most=5)),
        "focus_areas": draw(_terms(vocabulary, "focus_area", least=1)),
        "levels": draw(_terms(vocabulary, "level")),
        "source": {"id": draw(st.sampled_from(vocabulary.ids("source"))), "lines": source},
        "notes": draw(st.lists(_texts(), max_size=2)),
    }
    return TrialAction.model_validate(fields | blocks, context=vocabulary)


@st.composite
def _blocks(
    draw: st.DrawFn, vocabulary: Vocabulary, record_id: str, section: str, source: tuple[int, int]
) -> list[dict[str, Any]]:
    numbers = draw(st.lists(st.integers(1, 99), max_size=3, unique=True))
    blocks = []
    for number in numbers:
        block: dict[str, Any] = {
            "id": f"{record_id}#{section}-{number}",
            "type": draw(st.sampled_from(["paragraph", "item"])),
            "lines": draw(_lines(*source)),
            "text": draw(_texts()),
        }
        if section == "experiences":
            block["stakeholders"] = draw(_terms(vocabulary, "stakeholder"))
            block["kind"] = draw(st.sampled_from(vocabulary.ids("kind")))
        blocks.append(block)
    return blocks


def _texts() -> st.SearchStrategy[str]:
    word = st.one_of(
        st.sampled_from(AWKWARD),
        st.text("abcdefghijklmnoprstuvyæøåÆØÅéü,.-–’”", min_size=1, max_size=12),
        st.text(st.characters(codec="utf-8"), min_size=1, max_size=4),
    )
    # Long enough that some texts are folded over several lines.
    return st.lists(word, min_size=1, max_size=30).map(_as_one_line).filter(bool)


def _as_one_line(words: list[str]) -> str:
    return unicodedata.normalize("NFC", " ".join(" ".join(words).split()))


def _slugs() -> st.SearchStrategy[str]:
    return st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True)


def _terms(
    vocabulary: Vocabulary, name: str, *, least: int = 0, most: int | None = None
) -> st.SearchStrategy[list[str]]:
    ids = st.sampled_from(vocabulary.ids(name))
    return st.lists(ids, min_size=least, max_size=most, unique=True)


def _lines(first: int, last: int) -> st.SearchStrategy[tuple[int, int]]:
    pair = st.tuples(st.integers(first, last), st.integers(first, last))
    return pair.map(lambda lines: (min(lines), max(lines)))
