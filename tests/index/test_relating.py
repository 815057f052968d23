"""Actions like another one, with the reason."""

from index.relating import find_related
from index.snapshot import Snapshot


def test_the_other_action_on_absence_is_the_nearest(snapshot: Snapshot) -> None:
    nearest = find_related(snapshot, "frederiksberg-skolefravaer", 3)[0]

    assert nearest.id == "aabenraa-skolevaegring"
    assert nearest.themes[0] == "skolefravaer"


def test_every_related_action_says_what_it_shares(snapshot: Snapshot) -> None:
    for facts in snapshot.facts:
        for related in find_related(snapshot, facts.id, 5):
            assert related.id != facts.id
            assert related.themes or related.terms


def test_the_nearest_come_first(snapshot: Snapshot) -> None:
    scores = [related.score for related in find_related(snapshot, snapshot.facts[0].id, 23)]

    assert scores == sorted(scores, reverse=True)
