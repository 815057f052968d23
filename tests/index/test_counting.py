"""How many trial actions have a term, or two."""

from catalogue.records import TrialAction
from index.counting import count_pairs, count_passages, count_terms
from index.snapshot import Snapshot


def test_every_term_is_counted_also_where_nothing_has_it(
    snapshot: Snapshot, records: list[TrialAction]
) -> None:
    counts = count_terms(snapshot, "theme")

    assert list(counts) == snapshot.language.vocabulary.ids("theme")
    assert counts["overgange"] == sum("overgange" in record.themes for record in records)


def test_passages_are_counted_one_by_one(snapshot: Snapshot, records: list[TrialAction]) -> None:
    sections = count_passages(snapshot, "section")
    parents = count_passages(snapshot, "stakeholder")["foraeldre"]

    assert sections["learnings"] == sum(len(record.learnings) for record in records)
    assert parents == sum(
        "foraeldre" in experience.stakeholders
        for record in records
        for experience in record.experiences
    )


def test_a_pair_is_counted_where_a_trial_action_has_both(
    snapshot: Snapshot, records: list[TrialAction]
) -> None:
    pairs = count_pairs(snapshot, "theme", "municipality")

    for (theme, municipality), count in pairs.items():
        assert count == sum(
            theme in record.themes and municipality == record.municipality for record in records
        )


def test_every_pair_is_there_also_the_empty_ones(snapshot: Snapshot) -> None:
    pairs = count_pairs(snapshot, "theme", "stakeholder")

    ids = snapshot.language.vocabulary.ids
    assert list(pairs) == [(row, column) for row in ids("theme") for column in ids("stakeholder")]
    assert 0 in pairs.values()
