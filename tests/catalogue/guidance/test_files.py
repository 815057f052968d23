"""A file of guidance is the guidance, byte for byte, or is refused with line and reason."""

from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.errors import InvalidFile
from catalogue.guidance.files import format_guidance, parse_guidance, read_guidance
from catalogue.guidance.records import Guidance
from catalogue.vocabulary import Vocabulary
from tests.catalogue.guidance.conftest import DATA, MakeGuidance
from tests.catalogue.round_trips import check_canonical, check_round_trip

REAL_FILES = sorted((DATA / "guidance").glob("*.yaml"))
TEXT = """\
id: raad
title: Gode råd
kind: guide
audience: [ledere]
source:
  id: vejledning-til-slidepakke
  lines: [1, 9]
sections:
- id: formaal
  title: Formål
  lines: [2, 2]
  blocks:
  - id: formaal-1
    type: item
    lines: [3, 3]
    text: >-
      Begynd med det vigtigste.
- id: gode-raad
  title: Gode råd
  lines: [4, 4]
  blocks: []
notes: []
"""
REFUSALS = {
    "no-title": ("title: Gode råd\nkind", "kind", 1, "title: Field required"),
    "no-audience": ("[ledere]", "[]", 4, "audience: at least one is needed"),
    "audience-twice": ("[ledere]", "[ledere, ledere]", 4, "audience: a term stands twice"),
    "audience-unknown": ("[ledere]", "[skive]", 4, "audience.0: unknown audience 'skive'"),
    "kind-unknown": ("kind: guide", "kind: skive", 3, "kind: unknown guidance_kind 'skive'"),
    "source-unknown": ("id: vejl", "id: v", 6, "source.id: unknown source"),
    "empty-summary": ("kind: g", "summary: ''\nkind: g", 3, "summary: text must be one line"),
    "section-twice": ("id: gode-raad", "id: formaal", 18, "a section's id stands twice"),
    "section-not-ascii": ("id: gode-raad", "id: gode-råd", 18, "sections.1.id: String should"),
    "block-of-another-section": ("id: formaal-1", "id: gode-raad-1", 13, "must be 'formaal-' and"),
    "block-after-the-source": ("[3, 3]", "[3, 10]", 15, "has lines outside the record's 1-9"),
    "sections-a-text": (TEXT[TEXT.index("sections") : -10], "sections: ro\n", 8, "valid tuple"),
    "section-a-text": (TEXT[TEXT.index("- id: gode") : -10], "- ro\n", 18, "a valid dictionary"),
    "unknown-field": ("notes: []", "notes: []\nmunicipality: odder", 23, "Extra inputs are not"),
}


@pytest.mark.parametrize("path", REAL_FILES, ids=lambda path: path.stem)
def test_every_real_file_is_in_canonical_form(path: Path, vocabulary: Vocabulary) -> None:
    text = path.read_bytes().decode("utf-8")

    check_canonical(text, lambda _: read_guidance(path, vocabulary), format_guidance)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_formatting_guidance_and_parsing_it_gives_the_guidance_back(
    data: st.DataObject, any_guidance: st.SearchStrategy[Guidance], vocabulary: Vocabulary
) -> None:
    guidance = data.draw(any_guidance)

    check_round_trip(guidance, partial(parse_guidance, vocabulary=vocabulary), format_guidance)


def test_the_shortest_example_is_in_canonical_form(vocabulary: Vocabulary) -> None:
    check_canonical(TEXT, partial(parse_guidance, vocabulary=vocabulary), format_guidance)


def test_a_block_id_is_short_in_the_file_and_whole_in_the_record(vocabulary: Vocabulary) -> None:
    ((section, block),) = parse_guidance(TEXT, vocabulary).blocks()

    assert (section.title, block.id) == ("Formål", "raad#formaal-1")


@pytest.mark.parametrize(
    ("sound", "broken", "line", "reason"), REFUSALS.values(), ids=REFUSALS.keys()
)
def test_a_broken_rule_is_refused_with_its_line_and_reason(
    sound: str, broken: str, line: int, reason: str, vocabulary: Vocabulary
) -> None:
    assert TEXT.count(sound) == 1

    with pytest.raises(InvalidFile) as refusal:
        parse_guidance(TEXT.replace(sound, broken), vocabulary, file="raad.yaml")

    (problem,) = refusal.value.problems
    assert (problem.file, problem.line) == ("raad.yaml", line)
    assert reason in problem.reason


def test_a_file_is_named_after_its_id(
    tmp_path: Path, make_guidance: MakeGuidance, vocabulary: Vocabulary
) -> None:
    path = tmp_path / "andet.yaml"
    path.write_text(format_guidance(make_guidance()), encoding="utf-8")

    with pytest.raises(InvalidFile, match=r"andet\.yaml:1: id 'raad' is not the file's name"):
        read_guidance(path, vocabulary)
