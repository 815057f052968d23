"""A record file says what a record is, in one form, and a broken one says where and why."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.canonical import WIDTH
from catalogue.errors import InvalidFile, Problem
from catalogue.files import format_record, parse_record, read_record
from catalogue.records import TrialAction
from catalogue.vocabulary import Vocabulary
from tests.catalogue.round_trips import check_canonical, check_round_trip

REAL_FILES = sorted((Path(__file__).parents[2] / "data" / "records").glob("*.yaml"))

# A whole record; the refusals below break it in one place each.
TEXT = """\
id: odder-trivsel
title: Trivsel for alle
headline: Flere er glade for at gå i skole
summary: >-
  På Parkskolen har de prøvet noget nyt.
municipality: odder
schools:
- id: parkskolen
  name: Parkskolen
themes: [trivsel-og-faellesskab]
focus_areas: [faglig-ledelse]
levels: []
source:
  id: en-skole-der-kan-mere-for-flere
  lines: [1, 20]
problem:
- id: problem-1
  type: paragraph
  lines: [2, 3]
  text: >-
    Der var uro.
goals: []
actions:
- id: actions-1
  type: item
  lines: [4, 4]
  text: >-
    Vi gik ud.
- id: actions-2
  type: item
  lines: [5, 5]
  text: >-
    Vi gik ind.
experiences:
- id: experiences-1
  type: item
  lines: [6, 7]
  stakeholders: [elever]
  kind: experienced
  text: >-
    Eleverne er glade.
outlook: []
learnings: []
notes: []
"""

# What is broken: the text, what it becomes, the line and the reason of the refusal.
REFUSALS = {
    "field-missing": ("title: Trivsel for alle\n", "", 1, "title: Field required"),
    "field-of-a-block-missing": ("  kind: experienced\n", "", 35, "experiences.0.kind: Field req"),
    "field-unknown": ("title:", "title: X\ntitel:", 3, "titel: Extra inputs are not permitted"),
    "field-of-a-block-unknown": (
        "  type: paragraph",
        "  type: paragraph\n  x: y",
        19,
        "problem.0.x",
    ),
    "key-twice": ("levels: []", "levels: []\ntitle: Igen", 13, "field 'title' stands twice"),
    "key-of-a-block-twice": (
        "  lines: [5, 5]",
        "  lines: [5, 5]\n  lines: [5, 5]",
        32,
        "'lines' s",
    ),
    "id-not-a-slug": ("id: odder-trivsel", "id: Odder Trivsel", 1, "id: String should match"),
    "title-not-a-text": ("Trivsel for alle", "2024", 2, "title: Input should be a valid string"),
    "text-empty": ("Trivsel for alle", "''", 2, "title: text must be one line"),
    "text-with-doubled-space": ("Trivsel for", "Trivsel'  'for", 2, "title: text must be one line"),
    "text-with-outer-space": ("Trivsel for alle", "'Trivsel '", 2, "title: text must be one line"),
    "text-of-several-lines": ("summary: >-", "summary: |", 4, "summary: text must be one line"),
    "letters-in-two-parts": (
        "På Park",
        "Pa\u030a Park",
        4,
        "text must be in Unicode normal form C",
    ),
    "no-theme": ("[trivsel-og-faellesskab]", "[]", 10, "themes: at least one is needed"),
    "theme-twice": ("[trivsel-og-faellesskab]", "[videndeling, videndeling]", 10, "stands twice"),
    "no-focus-area": ("[faglig-ledelse]", "[]", 11, "focus_areas: at least one is"),
    "source-lines-backwards": ("[1, 20]", "[20, 1]", 15, "source.lines: lines are [first, last]"),
    "source-lines-from-zero": ("[1, 20]", "[0, 20]", 15, "source.lines: lines are [first, last]"),
    "one-line-number": ("[1, 20]", "[1]", 15, "source.lines.1: Field required"),
    "line-not-a-number": (
        "[2, 3]",
        "[2, tre]",
        19,
        "problem.0.lines.1: Input should be a valid int",
    ),
    "line-past-any-source": (
        "[1, 20]",
        "[1, 99999999999999999999]",
        15,
        "source.lines.1: Input sh",
    ),
    "block-before-the-record": ("[1, 20]", "[3, 20]", 19, "'problem-1' has lines outside the rec"),
    "block-after-the-record": (
        "[6, 7]",
        "[6, 21]",
        37,
        "'experiences-1' has lines outside the reco",
    ),
    "block-of-another-section": (
        "id: actions-1",
        "id: goals-1",
        24,
        "must be 'actions-' and a number",
    ),
    "block-without-number": ("id: problem-1", "id: problem", 17, "must be 'problem-' and a number"),
    "block-number-zero": ("id: problem-1", "id: problem-0", 17, "must be 'problem-' and a number"),
    "block-number-arabic": (
        "id: problem-1",
        "id: problem-1١",
        17,
        "must be 'problem-' and a number",
    ),
    "block-id-a-number": (
        "id: problem-1",
        "id: 1",
        17,
        "block '1' must be 'problem-' and a number",
    ),
    "block-id-twice": ("id: actions-2", "id: actions-1", 29, "block 'actions-1' stands twice"),
    # The id also stands where it belongs, further down.
    "block-id-of-a-later-block": (
        "id: problem-1",
        "id: actions-2",
        17,
        "'actions-2' must be 'prob",
    ),
    "section-a-number": ("goals: []", "goals: 5", 22, "goals: Input should be a valid tuple"),
    "section-a-text": ("goals: []", "goals: ingen", 22, "goals: Input should be a valid tuple"),
    "section-empty": ("goals: []", "goals:", 22, "goals: Input should be a valid tuple"),
    "block-a-text": ("goals: []", "goals: [ro]", 22, "goals.0: Input should be a valid dictionary"),
    "type-unknown": ("type: paragraph", "type: afsnit", 18, "should be 'paragraph' or 'item'"),
    "kind-unknown": (
        "kind: experienced",
        "kind: seen",
        39,
        "'strength', 'challenge' or 'not-evalua",
    ),
    "not-yaml": ("title: Trivsel", "title: [Trivsel", 3, "not YAML"),
    "tab-for-indent": (
        "  name: Park",
        "\tname: Park",
        9,
        "not YAML: found a tab character",
    ),
    "control-character": (
        "Trivsel for",
        "Trivsel\x01for",
        2,
        "not YAML: control characters are not",
    ),
    "date-of-no-calendar": ("Trivsel for alle", "2024-02-30", 2, "not YAML: day is out of range"),
    **{
        f"tag-of-another-kind-{n}": ("Trivsel for alle", value, 2, "not YAML: ")
        for n, value in enumerate(
            ["!!timestamp en", "!!bool måske", "!!int ''", "!!float ''", "!!int '-'"]
        )
    },
    "two-documents": (
        "notes: []",
        "notes: []\n---\nid: en-til",
        45,
        "not YAML: but found another doc",
    ),
}

# A term the vocabulary lacks, where it stands, and the vocabulary that says what is allowed.
UNKNOWN_TERMS = {
    "municipality": ("municipality: odder", "municipality: skive", 6, "municipality"),
    "theme": ("[trivsel-og-faellesskab]", "[videndeling, skive]", 10, "theme"),
    "focus-area": ("[faglig-ledelse]", "[skive]", 11, "focus_area"),
    "level": ("levels: []", "levels: [skive]", 12, "level"),
    "source": ("id: en-skole-der-kan-mere-for-flere", "id: skive", 14, "source"),
    "stakeholder": ("[elever]", "[elever, skive]", 38, "stakeholder"),
}

NOT_A_RECORD = {
    "empty": "",
    "only-a-comment": "# intet endnu\n",
    "list": "- id: odder-trivsel\n",
    "scalar": "odder-trivsel\n",
    "set": "!!set {id, title}\n",
}


def _problems_of(text: str, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    with pytest.raises(InvalidFile) as refusal:
        parse_record(text, vocabulary, file="odder-trivsel.yaml")
    return refusal.value.problems


@pytest.mark.parametrize("path", REAL_FILES, ids=lambda path: path.stem)
def test_every_real_file_is_in_canonical_form(path: Path, vocabulary: Vocabulary) -> None:
    text = path.read_bytes().decode("utf-8")

    check_canonical(text, partial(parse_record, vocabulary=vocabulary), format_record)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_formatting_a_record_and_parsing_it_gives_the_record_back(
    data: st.DataObject, valid_records: st.SearchStrategy[TrialAction], vocabulary: Vocabulary
) -> None:
    record = data.draw(valid_records)

    check_round_trip(record, partial(parse_record, vocabulary=vocabulary), format_record)


def test_the_shortest_example_is_in_canonical_form(vocabulary: Vocabulary) -> None:
    check_canonical(TEXT, partial(parse_record, vocabulary=vocabulary), format_record)


def test_a_block_id_is_short_in_the_file_and_whole_in_the_record(vocabulary: Vocabulary) -> None:
    record = parse_record(TEXT, vocabulary)

    assert record.problem[0].id == "odder-trivsel#problem-1"


def test_long_texts_are_folded_so_that_a_changed_word_is_a_short_diff(
    make_record: Callable[..., TrialAction],
) -> None:
    record = make_record(summary="ord " * 100 + "slut", notes=["note " * 100 + "slut"])

    rows = format_record(record).splitlines()

    # The word that crosses the margin is still written on its line.
    assert max(map(len, rows)) <= WIDTH + len(" note")


def test_danish_letters_are_written_as_themselves(make_record: Callable[..., TrialAction]) -> None:
    text = format_record(make_record(title="Blåbærgrød – ”på en ø”"))

    assert "title: Blåbærgrød – ”på en ø”\n" in text


@pytest.mark.parametrize(
    ("sound", "broken", "line", "reason"), REFUSALS.values(), ids=REFUSALS.keys()
)
def test_a_broken_rule_is_refused_with_its_line_and_reason(
    sound: str, broken: str, line: int, reason: str, vocabulary: Vocabulary
) -> None:
    assert TEXT.count(sound) == 1

    (problem,) = _problems_of(TEXT.replace(sound, broken), vocabulary)

    assert (problem.file, problem.line) == ("odder-trivsel.yaml", line)
    assert reason in problem.reason


@pytest.mark.parametrize(
    ("sound", "broken", "line", "name"), UNKNOWN_TERMS.values(), ids=UNKNOWN_TERMS.keys()
)
def test_an_unknown_term_is_refused_with_the_terms_that_are_allowed(
    sound: str, broken: str, line: int, name: str, vocabulary: Vocabulary
) -> None:
    (problem,) = _problems_of(TEXT.replace(sound, broken), vocabulary)

    assert problem.line == line
    assert problem.reason.endswith(f": unknown {name} 'skive'")
    assert problem.allowed == tuple(vocabulary.ids(name))


@pytest.mark.parametrize("text", NOT_A_RECORD.values(), ids=NOT_A_RECORD.keys())
def test_a_file_that_is_no_mapping_is_refused(text: str, vocabulary: Vocabulary) -> None:
    (problem,) = _problems_of(text, vocabulary)

    assert problem == Problem("odder-trivsel.yaml", 1, "a record is a YAML mapping")


def test_several_broken_fields_are_all_told_at_once(vocabulary: Vocabulary) -> None:
    text = TEXT.replace("title: Trivsel for alle\n", "").replace("odder\n", "skive\n")

    problems = _problems_of(text.replace("levels: []", "levels: [aftenskole]"), vocabulary)

    assert {problem.reason for problem in problems} == {
        "title: Field required",
        "municipality: unknown municipality 'skive'",
        "levels.0: unknown level 'aftenskole'",
    }


def test_every_wrong_block_is_told_at_once(vocabulary: Vocabulary) -> None:
    text = TEXT.replace("id: problem-1", "id: problem-0").replace("[6, 7]", "[6, 21]")

    assert [problem.line for problem in _problems_of(text, vocabulary)] == [17, 37]


def test_more_than_five_themes_are_refused(vocabulary: Vocabulary) -> None:
    themes = ", ".join(vocabulary.ids("theme")[:6])

    (problem,) = _problems_of(TEXT.replace("trivsel-og-faellesskab", themes), vocabulary)

    assert (problem.line, problem.reason[:6]) == (10, "themes")


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path, vocabulary: Vocabulary) -> None:
    path = tmp_path / "odder-trivsel.yaml"
    path.write_bytes(TEXT.encode("latin-1"))

    with pytest.raises(InvalidFile, match=r"odder-trivsel\.yaml:1: cannot be read as UTF-8"):
        read_record(path, vocabulary)


def test_a_file_that_is_gone_is_refused(tmp_path: Path, vocabulary: Vocabulary) -> None:
    with pytest.raises(InvalidFile, match=r"odder-trivsel\.yaml:1: cannot be read"):
        read_record(tmp_path / "odder-trivsel.yaml", vocabulary)


@pytest.mark.parametrize("key", ["id", '"id"', "? id\n"], ids=["plain", "quoted", "explicit"])
def test_a_file_is_named_after_its_id(key: str, tmp_path: Path, vocabulary: Vocabulary) -> None:
    path = tmp_path / "odder-andet.yaml"
    path.write_text("# En kommentar\n" + TEXT.replace("id", key, 1), encoding="utf-8")

    with pytest.raises(InvalidFile) as refusal:
        read_record(path, vocabulary)

    line = 3 if "\n" in key else 2
    reason = "id 'odder-trivsel' is not the file's name"
    assert refusal.value.problems == (Problem("odder-andet.yaml", line, reason, ("odder-andet",)),)


def test_an_id_that_another_file_has_is_refused_as_a_duplicate(
    tmp_path: Path, vocabulary: Vocabulary
) -> None:
    for name in ("odder-trivsel", "odder-kopi"):
        (tmp_path / f"{name}.yaml").write_text(TEXT, encoding="utf-8")

    with pytest.raises(InvalidFile) as refusal:
        read_record(tmp_path / "odder-kopi.yaml", vocabulary)

    reason = "duplicate id 'odder-trivsel': odder-trivsel.yaml has it already"
    assert refusal.value.problems == (Problem("odder-kopi.yaml", 1, reason),)


def test_a_file_saved_by_a_windows_editor_is_read_like_any_other(
    tmp_path: Path, vocabulary: Vocabulary
) -> None:
    path = tmp_path / "odder-trivsel.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())

    assert read_record(path, vocabulary) == parse_record(TEXT, vocabulary)
