"""Filters and counts, as laws over the real catalogue."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from index.indexing import build_index
from index.language import Language
from index.opening import open_index
from index.passages import search_passages
from index.results import FACETS, FILTERS, PASSAGE_FILTERS, Request
from index.searching import search
from index.snapshot import Snapshot

QUESTIONS = ["", "fravær", "PPR", "elever med særlige behov", "co-teaching", "svømmeundervisning"]
questions = st.sampled_from(QUESTIONS)


@st.composite
def filters(draw: st.DrawFn, snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    names = draw(st.lists(st.sampled_from(FACETS), max_size=2, unique=True))
    vocabulary = snapshot.language.vocabulary
    return {
        name: tuple(
            draw(
                st.lists(st.sampled_from(vocabulary.ids(name)), min_size=1, max_size=2, unique=True)
            )
        )
        for name in names
    }


@given(data=st.data(), q=questions)
def test_a_count_is_what_choosing_the_value_alone_would_leave(
    snapshot: Snapshot, data: st.DataObject, q: str
) -> None:
    chosen = data.draw(filters(snapshot))
    facets = search(snapshot, Request(q=q, filters=chosen)).facets
    name = data.draw(st.sampled_from(FACETS))
    value = data.draw(st.sampled_from(facets[name]))

    left = search(snapshot, Request(q=q, filters={**chosen, name: (value.id,)}))

    assert left.total == value.count


@given(data=st.data(), q=questions)
def test_adding_a_filter_never_adds_hits(snapshot: Snapshot, data: st.DataObject, q: str) -> None:
    chosen = data.draw(filters(snapshot))

    assert (
        search(snapshot, Request(q=q, filters=chosen)).total <= search(snapshot, Request(q=q)).total
    )


@given(q=questions, size=st.integers(1, 30))
def test_the_pages_hold_every_hit_once(snapshot: Snapshot, q: str, size: int) -> None:
    whole = [hit.id for hit in search(snapshot, Request(q=q, page_size=100)).hits]

    paged = [
        hit.id
        for page in range(1, len(whole) // size + 2)
        for hit in search(snapshot, Request(q=q, page=page, page_size=size)).hits
    ]

    assert paged == whole


def test_every_filter_finds_by_each_of_its_values(snapshot: Snapshot) -> None:
    for name in FILTERS:
        for value in {value for facts in snapshot.facts for value in facts.values(name)}:
            hits = search(snapshot, Request(filters={name: (value,)}, page_size=100)).hits

            assert {hit.id for hit in hits} == {
                facts.id for facts in snapshot.facts if value in facts.values(name)
            }


def test_a_passage_count_is_what_choosing_the_value_would_leave(snapshot: Snapshot) -> None:
    facets = search_passages(snapshot, Request(q="overgange")).facets

    assert set(facets) == set(PASSAGE_FILTERS)
    for name, values in facets.items():
        for value in values:
            request = Request(q="overgange", filters={name: (value.id,)})
            assert search_passages(snapshot, request).total == value.count


def test_an_empty_catalogue_answers_with_nothing(tmp_path: Path, language: Language) -> None:
    build_index(tmp_path, [], language=language, catalogue_revision="empty")
    empty = open_index(tmp_path, language)

    for q in ("", "fravær", '"fravær"'):
        assert search(empty, Request(q=q)).total == 0
        assert search_passages(empty, Request(q=q)).total == 0


def test_what_parents_say_about_transitions_is_told_by_parents(snapshot: Snapshot) -> None:
    request = Request(q="hvad siger forældre om overgange", filters={"stakeholder": ("foraeldre",)})

    hits = search_passages(snapshot, Request(filters=request.filters, page_size=100)).hits

    assert hits
    for hit in hits:
        document = next(d for d in snapshot.documents if d.block == hit.block)
        assert "foraeldre" in document.stakeholders
