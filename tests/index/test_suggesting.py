"""Completions while typing."""

import pytest

from index.snapshot import Snapshot
from index.suggesting import suggest


@pytest.mark.parametrize(
    ("typed", "text", "kind"),
    [
        ("skolefr", "Skolefravær og skolevægring", "theme"),
        ("vording", "Vordingborg", "municipality"),
        ("tingl", "Tinglev Skole", "school"),
        ("armk", "Armkrog mellem skoler og PPR", "trial-action"),
        ("vejleder", "fraværsvejleder", "term"),
        ("aarsh", "årshjul", "term"),
        ("Åben", "Aabenraa", "municipality"),
        # No text names it, and trial actions are indexed under it.
        ("mobn", "mobning", "term"),
    ],
)
def test_a_beginning_offers_what_begins_so(
    snapshot: Snapshot, typed: str, text: str, kind: str
) -> None:
    found = {suggestion.text: suggestion.type for suggestion in suggest(snapshot, typed, 20)}

    assert found.get(text) == kind


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("fraværs vejl", "fraværsvejleder"),
        ("skolevægering", "skolevægring"),
        ("absence", "fravær"),
        ("overgang fra", "overgang"),
    ],
)
def test_where_nothing_begins_so_what_was_meant_is_offered(
    snapshot: Snapshot, typed: str, text: str
) -> None:
    assert text in [suggestion.text for suggestion in suggest(snapshot, typed, 20)]


@pytest.mark.parametrize("typed", ["ma\u030alb", "må\u00adlb"])
def test_what_looks_the_same_offers_the_same(snapshot: Snapshot, typed: str) -> None:
    found = suggest(snapshot, typed, 5)

    assert found
    assert found == suggest(snapshot, "målb", 5)


def test_filler_words_alone_offer_nothing(snapshot: Snapshot) -> None:
    assert suggest(snapshot, "hvordan kan vi", 20) == []


def test_every_suggestion_finds_something(snapshot: Snapshot) -> None:
    assert all(suggestion.count > 0 for suggestion in suggest(snapshot, "sk", 50))


def test_one_letter_and_odd_signs_offer_nothing(snapshot: Snapshot) -> None:
    assert [suggest(snapshot, typed, 10) for typed in ("", "s", '"', "\x00")] == [[], [], [], []]


def test_no_more_than_the_limit_is_offered_and_nothing_twice(snapshot: Snapshot) -> None:
    found = suggest(snapshot, "el", 5)

    assert len(found) == 5
    assert len({suggestion.text.lower() for suggestion in found}) == 5
