"""A plan becomes the draft of a record: what it has is in it, and what it lacks is told."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.drafts import FROM, LONGEST_ID, NOTE, SOURCE, RecordDraft, draft_record
from catalogue.files import format_record, parse_record
from catalogue.importing import find_form_problems, read_records
from catalogue.plan_files import format_plan
from catalogue.plans import Plan
from catalogue.vocabulary import Vocabulary

WHOLE = Plan(
    title="Nærvær på Åskolen og i hallen",
    headline="Hurtig kontakt ved fravær",
    summary="Skolen ringer\nefter tre dage.",
    municipality="Høje-Taastrup Kommune",
    schools="Åskolen\n\n Park  Skole",
    themes=("skolefravaer",),
    focus_areas=("styrket-foraeldresamarbejde",),
    levels=("mellemtrin",),
    problem="Mange er væk.\n\n- Især om mandagen\n• Især i 5. klasse",
    purpose="Færre lange fravær.",
    success_criteria="Halvt så mange\nAlle kender planen",
    actions="1. Vi ringer\n2) Vi mødes\n– Vi følger op",
)
SIX = (
    *("co-teaching", "skolefravaer", "overgange"),
    *("videndeling", "elevinddragelse", "teamsamarbejde"),
)
# What is not free text, or makes ids.
WRITABLE_ONLY_SO = WHOLE.model_dump(include={"title", "municipality", "schools", "themes"})


@pytest.fixture
def draft(vocabulary: Vocabulary) -> RecordDraft:
    return draft_record(WHOLE, vocabulary, taken=())


def test_the_draft_of_a_whole_plan_is_a_record_in_canonical_form(
    draft: RecordDraft, vocabulary: Vocabulary
) -> None:
    record = parse_record(draft.format(), vocabulary)

    assert draft.lacks == ()
    assert format_record(record) == draft.format()
    assert record.id == "hoeje-taastrup-naervaer-aaskolen-hallen"
    assert record.municipality == "hoeje-taastrup"
    assert [(school.id, school.name) for school in record.schools] == [
        ("aaskolen", "Åskolen"),
        ("park-skole", "Park Skole"),
    ]


def test_the_draft_passes_the_check_of_a_folder_of_records(
    draft: RecordDraft, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    (tmp_path / f"{draft.id}.yaml").write_text(draft.format(), "utf-8")

    records, problems = read_records(tmp_path, vocabulary)

    assert [record.id for record in records] == [draft.id]
    assert problems == [*find_form_problems(tmp_path, vocabulary)] == []


def test_each_line_is_a_block_and_a_mark_makes_it_an_item(
    draft: RecordDraft, vocabulary: Vocabulary
) -> None:
    record = parse_record(draft.format(), vocabulary)

    assert [(block.type, block.text) for block in record.problem] == [
        ("paragraph", "Mange er væk."),
        ("item", "Især om mandagen"),
        ("item", "Især i 5. klasse"),
    ]
    assert [(block.type, block.text) for block in record.actions] == [
        ("item", "1. Vi ringer"),
        ("item", "2) Vi mødes"),
        ("item", "Vi følger op"),
    ]


def test_goals_are_the_purpose_and_the_criteria_for_success(
    draft: RecordDraft, vocabulary: Vocabulary
) -> None:
    record = parse_record(draft.format(), vocabulary)

    assert [(block.id.partition("#")[2], block.type, block.text) for block in record.goals] == [
        ("goals-1", "paragraph", "Færre lange fravær."),
        ("goals-2", "item", "Halvt så mange"),
        ("goals-3", "item", "Alle kender planen"),
    ]


def test_what_only_trying_can_show_is_empty_and_a_note_says_so(
    draft: RecordDraft, vocabulary: Vocabulary
) -> None:
    record = parse_record(draft.format(), vocabulary)

    assert (record.experiences, record.outlook, record.learnings) == ((), (), ())
    assert record.notes == (NOTE,)


def test_a_block_stands_where_its_field_does_in_the_file_of_the_plan(
    draft: RecordDraft, vocabulary: Vocabulary
) -> None:
    record = parse_record(draft.format(), vocabulary)
    file = format_plan(WHOLE).decode().splitlines()

    assert (record.source.id, record.source.lines) == (SOURCE, (1, len(file)))
    assert file[record.actions[0].lines[0] - 1].startswith('  "actions": "1. Vi ringer')


def test_nothing_of_roles_schedule_and_stakeholders_is_in_the_draft(vocabulary: Vocabulary) -> None:
    plan = WHOLE.model_copy(update={"project_leader": "En navngiven", "follow_up": "En anden"})

    draft = draft_record(plan, vocabulary, taken=()).format()

    assert "En navngiven" not in draft
    assert "En anden" not in draft


def test_an_empty_plan_lacks_all_that_a_record_asks_for(vocabulary: Vocabulary) -> None:
    draft = draft_record(Plan(), vocabulary, taken=())

    assert {lack.field for lack in draft.lacks} == {
        *("title", "headline", "summary", "municipality", "themes", "focus_areas"),
        *("problem", "purpose", "actions"),
    }
    assert draft.format().startswith("id: ''\n")


@pytest.mark.parametrize(
    ("changed", "field", "kind"),
    [
        ({"municipality": "Atlantis"}, "municipality", "unknown_term"),
        ({"themes": ("hat",)}, "themes", "unknown_term"),
        ({"themes": SIX}, "themes", "too_long"),
        ({"title": "???"}, "title", "no-word"),
        ({"schools": "???"}, "schools", "none"),
        ({"summary": ""}, "summary", "none"),
        ({"actions": "\n"}, "actions", "none"),
        ({"problem": "-\n___\n- –"}, "problem", "none"),
        ({"purpose": "•", "success_criteria": "…"}, "purpose", "none"),
    ],
)
def test_what_is_refused_is_told_at_the_field_where_it_is_put_right(
    vocabulary: Vocabulary, changed: dict[str, object], field: str, kind: str
) -> None:
    plan = Plan.model_validate(WHOLE.model_dump() | changed)

    lacks = draft_record(plan, vocabulary, taken=()).lacks

    assert (field, kind) in {(lack.field, lack.kind) for lack in lacks}


def test_a_line_without_a_letter_or_a_number_is_no_block(vocabulary: Vocabulary) -> None:
    plan = WHOLE.model_copy(update={"problem": "Uro\n---\n- 5.a"})

    blocks = draft_record(plan, vocabulary, taken=()).fields["problem"]

    assert [block["text"] for block in blocks] == ["Uro", "5.a"]


@pytest.mark.parametrize("title", ["x" * 300, "Læring " + "å" * 300, f"{'y' * 93} z og a b"])
def test_a_title_of_any_length_makes_a_record_whose_file_is_named_after_its_id(
    vocabulary: Vocabulary, tmp_path: Path, title: str
) -> None:
    draft = draft_record(WHOLE.model_copy(update={"title": title}), vocabulary, taken=())
    (tmp_path / f"{draft.id}.yaml").write_text(draft.format(), "utf-8")

    records, problems = read_records(tmp_path, vocabulary)

    assert ([record.title for record in records], problems) == ([title], [])
    assert len(draft.id) <= LONGEST_ID


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("og i til", "odder-og-i-til"),
        ("Og i hallen", "odder-hallen"),
        ("For alle", "odder-for-alle"),
    ],
)
def test_an_id_has_a_word_of_the_title(vocabulary: Vocabulary, title: str, id_: str) -> None:
    plan = WHOLE.model_copy(update={"municipality": "Odder", "title": title})

    draft = draft_record(plan, vocabulary, taken=())

    assert (draft.id, draft.lacks) == (id_, ())


def test_a_text_that_is_lacking_is_said_to_be_empty(vocabulary: Vocabulary) -> None:
    plan = WHOLE.model_copy(update={"headline": ""})

    assert [str(one) for one in draft_record(plan, vocabulary, taken=()).lacks] == [
        "headline: it is empty"
    ]


def test_an_id_that_another_record_has_is_told(vocabulary: Vocabulary, draft: RecordDraft) -> None:
    (lack,) = draft_record(WHOLE, vocabulary, taken=[draft.id]).lacks

    assert str(lack) == f"title: the id '{draft.id}' is another record's"


@pytest.mark.parametrize("name", ["Odder", "odder kommune", "ODDER  Kommune"])
def test_a_municipality_is_known_by_its_name_however_it_is_written(
    vocabulary: Vocabulary, name: str
) -> None:
    plan = WHOLE.model_copy(update={"municipality": name})

    assert draft_record(plan, vocabulary, taken=()).fields["municipality"] == "odder"


@settings(max_examples=50)
@given(data=st.data())
def test_whatever_is_written_in_a_plan_makes_a_record_once_the_rest_is_given(
    data: st.DataObject, plans: st.SearchStrategy[Plan], vocabulary: Vocabulary
) -> None:
    plan = data.draw(plans)
    given = plan.model_dump(exclude_defaults=True)
    # What a plan must say is said, whatever stands below it.
    needed = {field: f"Ord\n{given.get(field, '')}" for fields in FROM.values() for field in fields}
    whole = Plan.model_validate(WHOLE.model_dump() | given | needed | WRITABLE_ONLY_SO)

    draft = draft_record(whole, vocabulary, taken=())

    assert draft.lacks == ()
    assert format_record(parse_record(draft.format(), vocabulary)) == draft.format()
