"""Guidance is kept whole and found by its ids."""

from sqlmodel import Session

from catalogue.guidance.storage import (
    find_blocks,
    list_digests,
    list_guidance,
    put_guidance,
    remove_guidance,
)
from tests.catalogue.guidance.conftest import MakeGuidance


def test_what_is_stored_is_read_back_whole(session: Session, make_guidance: MakeGuidance) -> None:
    put_guidance(session, make_guidance(), "1")
    session.expunge_all()

    assert list_guidance(session) == [make_guidance()]


def test_what_a_text_has_not_is_nothing_when_it_is_read_back(
    session: Session, make_guidance: MakeGuidance
) -> None:
    bare = make_guidance(summary=None, dated=None, sections=[], notes=[])
    put_guidance(session, bare, "1")
    session.expunge_all()

    assert list_guidance(session) == [bare]


def test_storing_again_replaces_all_that_stood_under_the_id(
    session: Session, make_guidance: MakeGuidance
) -> None:
    put_guidance(session, make_guidance(), "1")
    put_guidance(session, make_guidance(sections=[], title="Nyt"), "2")

    assert list_guidance(session) == [make_guidance(sections=[], title="Nyt")]
    assert list_digests(session) == {"raad": "2"}


def test_blocks_are_found_with_section_and_guidance_in_the_order_asked_for(
    session: Session, make_guidance: MakeGuidance
) -> None:
    put_guidance(session, make_guidance("a"), "1")
    put_guidance(session, make_guidance("b"), "2")

    asked = ["b#gode-raad-2", "a#formaal-9", "a#formaal-1", "a"]
    found = find_blocks(session, asked)

    assert [(one.guidance.id, one.section.id, one.block.id) for one in found] == [
        ("b", "gode-raad", "b#gode-raad-2"),
        ("a", "formaal", "a#formaal-1"),
    ]


def test_removing_leaves_the_others_and_removes_every_part(
    session: Session, make_guidance: MakeGuidance
) -> None:
    put_guidance(session, make_guidance("a"), "1")
    put_guidance(session, make_guidance("b"), "2")

    remove_guidance(session, "a")

    assert list_digests(session) == {"b": "2"}
    assert find_blocks(session, ["a#formaal-1"]) == []
    assert list_guidance(session) == [make_guidance("b")]
