"""The steps of a plan ask for all of it, and what stands beside them exists."""

from pathlib import Path

import pytest

from catalogue.errors import InvalidFile
from catalogue.guidance.importing import GUIDANCE
from catalogue.importing import read_records
from catalogue.planning import Part, Step, list_advice, list_fields, load_steps
from catalogue.plans import TERM_FIELDS, Activity, Party, Plan
from catalogue.vocabulary import Vocabulary

DATA = Path("data")


@pytest.fixture(scope="module")
def steps() -> tuple[Step, ...]:
    return load_steps(DATA / "planning.yaml")


def test_the_steps_ask_for_every_field_of_a_plan_once(steps: tuple[Step, ...]) -> None:
    names = [field.name for field in list_fields(steps)]

    assert sorted(names) == sorted(Plan.model_fields)


def test_the_tables_have_a_column_for_every_cell(steps: tuple[Step, ...]) -> None:
    columns = {
        field.name: [column.name for column in field.columns]
        for field in list_fields(steps)
        if field.type == "table"
    }

    assert columns == {
        "schedule": list(Activity.model_fields),
        "stakeholders": list(Party.model_fields),
    }


def test_terms_are_chosen_from_the_vocabulary_that_the_plan_takes_them_from(
    steps: tuple[Step, ...],
) -> None:
    chosen = {field.name: field.vocabulary for field in list_fields(steps) if field.vocabulary}

    assert chosen == TERM_FIELDS


def test_every_stakeholder_named_beside_a_step_exists(
    steps: tuple[Step, ...], vocabulary: Vocabulary
) -> None:
    named = {id_ for step in steps for part in step.experience for id_ in part.stakeholders}

    assert named <= set(vocabulary.ids("stakeholder"))


def test_every_block_of_guidance_beside_a_step_exists(
    steps: tuple[Step, ...], vocabulary: Vocabulary
) -> None:
    guidance, _ = GUIDANCE.read_folder(DATA / "guidance", vocabulary)
    blocks = {block.id for one in guidance for _, block in one.blocks()}

    assert len(list_advice(steps)) > 30
    assert set(list_advice(steps)) <= blocks


def test_every_step_that_asks_for_more_than_names_has_advice(steps: tuple[Step, ...]) -> None:
    assert [step.id for step in steps if not step.advice] == ["om-proevehandlingen"]


def test_what_stands_beside_a_step_is_found_in_several_records(
    steps: tuple[Step, ...], records_folder: Path, vocabulary: Vocabulary
) -> None:
    records, _ = read_records(records_folder, vocabulary)

    for part in (part for step in steps for part in step.experience):
        assert sum(bool(part.find_blocks(record)) for record in records) >= 5, part


def test_a_part_gives_the_experiences_of_its_kinds_and_its_stakeholders_only(
    records_folder: Path, vocabulary: Vocabulary
) -> None:
    records, _ = read_records(records_folder, vocabulary)
    record = next(record for record in records if record.id == "aabenraa-skolevaegring")

    part = Part(reason="", section="experiences", kinds=("experienced",), stakeholders=("ledere",))

    assert [block.id for block in part.find_blocks(record)] == [f"{record.id}#experiences-2"]


def test_a_step_is_begun_when_any_of_its_fields_is(steps: tuple[Step, ...]) -> None:
    begun = [step.id for step in steps if step.is_begun(Plan(follow_up="Hver måned"))]

    assert begun == ["succeskriterierne"]


@pytest.mark.parametrize("text", ["- {id: x}", "{", "- {id: x, fields: [{name: hat}]}"])
def test_a_file_that_is_no_list_of_steps_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "planning.yaml").write_text(text, "utf-8")

    with pytest.raises(InvalidFile, match=r"planning\.yaml:1"):
        load_steps(tmp_path / "planning.yaml")
