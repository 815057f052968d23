"""Every record is proved against its source, letter by letter and line by line."""

from dataclasses import replace
from pathlib import Path

import pytest

from catalogue.errors import InvalidFile
from catalogue.reading.corrections import Correction, load_corrections
from catalogue.reading.furniture import Furniture, load_furniture
from catalogue.reading.proving import Proof
from catalogue.records import TrialAction
from catalogue.vocabulary import Vocabulary


@pytest.fixture
def proof(
    source_text: str,
    records: list[TrialAction],
    corrections: list[Correction],
    furniture: list[Furniture],
    vocabulary: Vocabulary,
) -> Proof:
    return Proof("source.txt", source_text, records, corrections, furniture, vocabulary)


def test_every_word_of_every_record_is_accounted_for_and_every_line_of_the_source_is_used(
    proof: Proof,
) -> None:
    assert [str(problem) for problem in proof.find_problems()] == []


def test_without_the_corrections_each_corrected_line_is_a_problem(proof: Proof) -> None:
    # One problem a text: a second correction in the same text waits behind the first.
    found = {problem.line for problem in replace(proof, corrections=[]).find_problems()}

    assert found <= {line for one in proof.corrections for line in (one.line, one.line - 1)}
    assert len(found) >= len(proof.corrections) - 1


def test_a_correction_without_a_need_is_a_problem(proof: Proof) -> None:
    needless = Correction(line=54, raw="yngste", restored="yngste", reason="none")
    extended = replace(proof, corrections=[*proof.corrections, needless])

    assert [problem.reason for problem in extended.find_problems()] == [
        "the correction of 'yngste' is not needed"
    ]


def test_a_dropped_word_is_found_with_its_line(proof: Proof) -> None:
    assert _spoil(proof, " bedre ", " ") == [
        "source.txt:48: summary: 'og' is not accounted for",
    ]


def test_an_invented_word_is_found_with_its_line(proof: Proof) -> None:
    assert _spoil(proof, " bedre ", " meget bedre ") == [
        "source.txt:48: summary: 'meget' is not accounted for",
    ]


def _spoil(proof: Proof, old: str, new: str) -> list[str]:
    """Return the problems once the summary of the source's first record is spoilt."""
    first = min(proof.records, key=lambda record: record.source.lines)
    spoilt = first.model_copy(update={"summary": first.summary.replace(old, new)})
    records = [spoilt if record is first else record for record in proof.records]
    return [str(problem) for problem in replace(proof, records=records).find_problems()]


def test_a_record_that_is_missing_leaves_its_lines_unused(proof: Proof) -> None:
    first, *others = sorted(proof.records, key=lambda record: record.source.lines)

    problems = replace(proof, records=others).find_problems()

    assert {problem.reason for problem in problems} == {
        "is in no record, front matter or furniture"
    }
    assert all(problem.line <= first.source.lines[1] for problem in problems)


def test_a_line_in_two_blocks_is_a_problem(proof: Proof) -> None:
    first = min(proof.records, key=lambda record: record.source.lines)
    doubled = first.model_copy(update={"outlook": (*first.outlook, first.outlook[0])})
    records = [doubled if record is first else record for record in proof.records]

    problems = replace(proof, records=records).find_problems()

    assert {problem.reason for problem in problems} == {"is in two texts"}


@pytest.mark.parametrize("load", [load_corrections, load_furniture])
@pytest.mark.parametrize("content", ["- wrong: 1", "a: [", "a: [{line: x}]"])
def test_a_list_that_breaks_its_rules_is_refused(
    tmp_path: Path, load: object, content: str
) -> None:
    path = tmp_path / "list.yaml"
    path.write_text(content, encoding="utf-8")

    assert callable(load)
    with pytest.raises(InvalidFile, match=r"list\.yaml:1"):
        load(path)
