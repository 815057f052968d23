"""What the tests of guidance share: a small valid text, arbitrary ones, and the real files."""

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from catalogue.guidance.importing import GUIDANCE
from catalogue.guidance.records import Guidance
from catalogue.vocabulary import Vocabulary

DATA = Path(__file__).parents[3] / "data"

MakeGuidance = Callable[..., Guidance]


@pytest.fixture(scope="session")
def guidance_folder() -> Path:
    """The folder of the real guidance."""
    return DATA / "guidance"


@pytest.fixture(scope="session")
def real_guidance(guidance_folder: Path, vocabulary: Vocabulary) -> list[Guidance]:
    """The real guidance."""
    guidance, problems = GUIDANCE.read_folder(guidance_folder, vocabulary)
    assert problems == []
    return guidance


@pytest.fixture(scope="session")
def make_guidance(vocabulary: Vocabulary) -> MakeGuidance:
    """Make a small valid piece of guidance; what is named replaces the field of that name."""

    def make(guidance_id: str = "raad", **changed: object) -> Guidance:
        sections = [
            make_section(guidance_id, "formaal", 2),
            make_section(guidance_id, "gode-raad", 5),
        ]
        fields: dict[str, Any] = {
            "id": guidance_id,
            "title": "Gode råd",
            "summary": "Råd til en god proces.",
            "kind": "guide",
            "audience": ["ledere", "forvaltning"],
            "source": {"id": "vejledning-til-slidepakke", "lines": [1, 9]},
            "dated": "Rådene er fra 2016.",
            "sections": sections,
            "notes": ["Kilden nævner ingen kommune."],
        }
        return Guidance.model_validate(fields | changed, context=vocabulary)

    return make


def make_section(guidance_id: str, section_id: str, line: int) -> dict[str, Any]:
    """Return the fields of a section with a paragraph and an item."""
    blocks = [
        {
            "id": f"{guidance_id}#{section_id}-{number}",
            "type": kind,
            "lines": [line + number, line + number],
            "text": f"{number}. Begynd med ”det vigtigste” – og bliv ved.",
        }
        for number, kind in enumerate(("paragraph", "item"), start=1)
    ]
    return {"id": section_id, "title": "Formål", "lines": [line, line], "blocks": blocks}


@pytest.fixture(scope="session")
def any_guidance(vocabulary: Vocabulary) -> st.SearchStrategy[Guidance]:
    """Arbitrary guidance, each within the rules."""
    return _guidance(vocabulary)


_SLUGS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
_WORDS = st.one_of(
    st.sampled_from(["-", "#", "a:", "null", "~", "1.", "2024-01-01", "'", '"', "<<", "@", "---"]),
    st.text("abcdeghikæøåÆØÅé,.–’”", min_size=1, max_size=12),
)
_TEXTS = (
    st.lists(_WORDS, min_size=1, max_size=30)
    .map(lambda words: unicodedata.normalize("NFC", " ".join(words)))
    .filter(bool)
)


@st.composite
def _guidance(draw: st.DrawFn, vocabulary: Vocabulary) -> Guidance:
    guidance_id = draw(_SLUGS)
    section_ids = draw(st.lists(_SLUGS, max_size=3, unique=True))
    audiences = st.sampled_from(vocabulary.ids("audience"))
    fields: dict[str, Any] = {
        "id": guidance_id,
        "title": draw(_TEXTS),
        "summary": draw(st.none() | _TEXTS),
        "kind": draw(st.sampled_from(vocabulary.ids("guidance_kind"))),
        "audience": draw(st.lists(audiences, min_size=1, unique=True)),
        "source": {"id": draw(st.sampled_from(vocabulary.ids("source"))), "lines": (1, 99)},
        "dated": draw(st.none() | _TEXTS),
        "sections": [draw(_section(guidance_id, section_id)) for section_id in section_ids],
        "notes": draw(st.lists(_TEXTS, max_size=2)),
    }
    return Guidance.model_validate(fields, context=vocabulary)


@st.composite
def _section(draw: st.DrawFn, guidance_id: str, section_id: str) -> dict[str, Any]:
    blocks = [
        {
            "id": f"{guidance_id}#{section_id}-{number}",
            "type": draw(st.sampled_from(["paragraph", "item"])),
            "lines": (number, 99),
            "text": draw(_TEXTS),
        }
        for number in draw(st.lists(st.integers(1, 99), max_size=3, unique=True))
    ]
    return {"id": section_id, "title": draw(_TEXTS), "lines": (1, 2), "blocks": blocks}
