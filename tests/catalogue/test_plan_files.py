"""A plan's file is opened again as it was saved; what is no such file is refused, by kind."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.errors import InvalidPlan
from catalogue.plan_files import FORMAT, VERSION, format_plan, parse_plan
from catalogue.plans import Plan

FILE = f"""\
{{
  "format": "{FORMAT}",
  "version": {VERSION},
  "problem": "Uro i timerne\\nog på gangen",
"""


@given(data=st.data())
def test_a_plan_that_is_saved_and_opened_is_the_same_plan_in_the_same_bytes(
    data: st.DataObject, plans: st.SearchStrategy[Plan]
) -> None:
    plan = data.draw(plans)

    file = format_plan(plan)

    assert parse_plan(file) == plan
    assert format_plan(parse_plan(file)) == file


def test_the_file_can_be_read_by_people() -> None:
    plan = Plan(problem="Uro i timerne\nog på gangen")

    assert format_plan(plan).decode().startswith(FILE)


def test_a_file_written_by_hand_may_leave_fields_out_and_begin_with_a_mark() -> None:
    file = f'\ufeff{{"format": "{FORMAT}",\r\n "version": {VERSION}, "purpose": "Ro"}}'

    assert parse_plan(file.encode()) == Plan(purpose="Ro")


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        (b"", "unreadable"),
        (b"PK\x03\x04\xff\xfe", "unreadable"),
        (b'{"format":', "unreadable"),
        (b"[" * 100_000, "unreadable"),
        (b'{"format": "' + FORMAT.encode() + b'", "problem": "\\ud800"}', "unreadable"),
        (b"[]", "foreign"),
        (b'"plan"', "foreign"),
        (b'{"name": "en anden slags"}', "foreign"),
        (json.dumps({"format": FORMAT}).encode(), "other-version"),
        (json.dumps({"format": FORMAT, "version": VERSION + 1}).encode(), "other-version"),
        (json.dumps({"format": FORMAT, "version": 1, "hat": "x"}).encode(), "broken"),
        (json.dumps({"format": FORMAT, "version": 1, "schedule": "x"}).encode(), "broken"),
    ],
)
def test_what_is_no_plan_is_refused_by_kind(file: bytes, kind: str) -> None:
    with pytest.raises(InvalidPlan) as refused:
        parse_plan(file)

    assert refused.value.kind == kind


def test_a_broken_plan_says_which_fields_cannot_be_read() -> None:
    file = {"format": FORMAT, "version": VERSION, "hat": "x", "schedule": [{"when": 7}]}

    with pytest.raises(InvalidPlan, match=r"schedule\.0\.when, hat"):
        parse_plan(json.dumps(file).encode())


@given(st.binary(max_size=200))
def test_no_file_whatever_it_holds_does_more_harm_than_being_refused(file: bytes) -> None:
    with pytest.raises(InvalidPlan):
        parse_plan(file)
