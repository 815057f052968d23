"""Completions over HTTP."""

from tests.app.conftest import Ask


def test_a_beginning_is_completed_with_text_type_id_and_count(ask: Ask) -> None:
    items = ask("/suggest", q="frav")["items"]

    assert items
    for item in items:
        assert item.keys() == {"text", "type", "id", "count"}
    assert any(item["text"] == "fravær" and item["type"] == "term" for item in items)


def test_a_municipality_is_found_without_its_danish_letters(ask: Ask) -> None:
    items = ask("/suggest", q="soro")["items"]

    assert {"text": "Sorø", "type": "municipality", "id": "soroe", "count": 1} in items


def test_no_more_than_asked_for_are_given(ask: Ask) -> None:
    assert len(ask("/suggest", q="sk", limit=3)["items"]) == 3


def test_nothing_typed_gives_nothing(ask: Ask) -> None:
    assert ask("/suggest") == ask("/suggest", q="") == {"items": []}
