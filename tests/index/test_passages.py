"""Searching blocks as hits of their own."""

import pytest

from index.passages import search_passages
from index.results import PASSAGE_FILTERS, PassageHit, Request
from index.snapshot import Snapshot
from index.weights import PASSAGE_FLOOR

PARENTS = {"stakeholder": ("foraeldre",)}


def find(snapshot: Snapshot, q: str, **filters: tuple[str, ...]) -> tuple[PassageHit, ...]:
    return search_passages(snapshot, Request(q=q, filters=filters, page_size=100)).hits


def tells(snapshot: Snapshot, block: str) -> tuple[str, ...]:
    return next(one.stakeholders for one in snapshot.documents if one.block == block)


def test_what_parents_tell_of_transitions_is_found_though_others_say_more(
    snapshot: Snapshot,
) -> None:
    inside = find(snapshot, "", theme=("overgange",), **PARENTS)

    found = find(snapshot, "overgange", **PARENTS)

    assert inside
    assert {hit.block for hit in inside} <= {hit.block for hit in found}


@pytest.mark.parametrize(
    ("q", "group", "first"),
    [
        ("hvad siger forældrene om overgange", "foraeldre", 4),
        ("what do parents say about transitions?", "foraeldre", 4),
        ("hvad mener forældrene om overgange", "foraeldre", 4),
        ("hvad siger lærerne om co-teaching", "medarbejdere", 2),
        ("hvad mener lederne om fravær", "ledere", 3),
    ],
)
def test_asked_what_a_group_says_its_own_passages_come_first(
    snapshot: Snapshot, q: str, group: str, first: int
) -> None:
    hits = find(snapshot, q)[:first]

    assert all(group in tells(snapshot, hit.block) for hit in hits)
    assert all("voice" in {one.reason for one in hit.because} for hit in hits)


def test_no_other_group_speaks_for_the_one_that_is_asked_for(snapshot: Snapshot) -> None:
    for hit in find(snapshot, "hvad siger forældrene om overgange"):
        assert not {one.word for one in hit.because} & {"eleverne oplever", "elevernes udbytte"}


def test_a_passage_that_says_nothing_of_it_is_there_for_its_trial_action_and_says_so(
    snapshot: Snapshot,
) -> None:
    silent = [hit for hit in find(snapshot, "overgange", **PARENTS) if "<mark>" not in hit.snippet]

    assert silent
    assert all([one.reason for one in hit.because] == ["about"] for hit in silent)


def test_what_is_there_for_its_trial_action_comes_before_nothing_that_says_it(
    snapshot: Snapshot,
) -> None:
    hits = find(snapshot, "overgange")
    says = [hit.score for hit in hits if "<mark>" in hit.snippet]
    silent = [hit.score for hit in hits if "<mark>" not in hit.snippet]

    assert 0 < max(silent) <= min(says)


@pytest.mark.parametrize("minus", ["-Esbjerg", "-esbjergs", '-"Esbjerg Kommune"'])
def test_a_place_with_a_minus_takes_the_passages_of_its_trial_actions_away(
    snapshot: Snapshot, minus: str
) -> None:
    before = {hit.trial_action.partition("-")[0] for hit in find(snapshot, "PPR")}
    after = {hit.trial_action.partition("-")[0] for hit in find(snapshot, f"PPR {minus}")}

    assert "esbjerg" in before
    assert after == before - {"esbjerg"}


@pytest.mark.parametrize("minus", ["-kommune", "-Esbjerg", "-elever", '-"samarbejde"', "-skole"])
@pytest.mark.parametrize("q", ["trivsel", "PPR", "hvad siger forældrene om overgange"])
def test_a_minus_takes_away_and_adds_nothing(snapshot: Snapshot, q: str, minus: str) -> None:
    without = {hit.block for hit in find(snapshot, f"{q} {minus}")}

    assert without <= {hit.block for hit in find(snapshot, q)}


def test_a_word_of_many_names_takes_no_place_away(snapshot: Snapshot) -> None:
    without = find(snapshot, "trivsel -kommune")

    assert len(without) > len(find(snapshot, "trivsel")) / 2


@pytest.mark.parametrize(
    ("one", "other"), [("elevudsagn", "elevudsagnene"), ("elevoplevelse", "elevoplevelser")]
)
def test_a_group_is_asked_for_in_any_form_of_the_word(
    snapshot: Snapshot, one: str, other: str
) -> None:
    found = [hit.block for hit in find(snapshot, one)]

    assert found == [hit.block for hit in find(snapshot, other)]


def test_what_a_group_says_best_is_there_beside_what_others_say_better(snapshot: Snapshot) -> None:
    hits = find(snapshot, "mellemform")
    best = max(hit.score for hit in hits)
    parents = [hit.score for hit in hits if "foraeldre" in tells(snapshot, hit.block)]

    # Below the floor of all, and so there for the floor of their own.
    assert parents
    assert max(parents) < PASSAGE_FLOOR * best


@pytest.mark.parametrize("q", ["overgange", "mellemform", "hvad siger forældrene om overgange"])
def test_a_choice_leaves_what_has_it_and_adds_nothing(snapshot: Snapshot, q: str) -> None:
    all_of_them = {hit.block for hit in find(snapshot, q)}

    for name in PASSAGE_FILTERS:
        values = snapshot.language.vocabulary.ids(name)
        left = [{hit.block for hit in find(snapshot, q, **{name: (value,)})} for value in values]
        assert all(some <= all_of_them for some in left)
        assert any(some < all_of_them for some in left)


@pytest.mark.parametrize("q", ["overgange", "tryghed", "hvad siger forældrene om overgange", ""])
@pytest.mark.parametrize(
    "chosen",
    [{}, PARENTS, {**PARENTS, "kind": ("experienced",)}, {"theme": ("overgange", "trivsel")}],
    ids=["all", "parents", "what-parents-saw", "two-themes"],
)
def test_a_count_is_what_choosing_the_value_alone_would_leave(
    snapshot: Snapshot, q: str, chosen: dict[str, tuple[str, ...]]
) -> None:
    facets = search_passages(snapshot, Request(q=q, filters=chosen)).facets

    assert tuple(facets) == PASSAGE_FILTERS
    for name, values in facets.items():
        for value in values:
            filters = {**chosen, name: (value.id,)}
            assert search_passages(snapshot, Request(q=q, filters=filters)).total == value.count
            assert value.selected == (value.id in chosen.get(name, ()))


@pytest.mark.parametrize("q", ["overgange", "tryghed"])
def test_the_kinds_of_a_groups_experiences_are_parts_of_them(snapshot: Snapshot, q: str) -> None:
    experiences = {**PARENTS, "section": ("experiences",)}
    kinds = snapshot.language.vocabulary.ids("kind")

    parts = [len(find(snapshot, q, **experiences, kind=(kind,))) for kind in kinds]

    assert sum(parts) == len(find(snapshot, q, **experiences)) > 0
