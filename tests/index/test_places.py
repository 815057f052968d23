"""Where the hits of the judged questions are shown from, and that each is shown at all."""

from dataclasses import dataclass

import numpy as np
import pytest

from index.blocks import weigh_blocks
from index.fit import Best
from index.places import MOST, Places, choose_places
from index.results import Hit, Request
from index.searching import find_ids, search
from index.snapshot import Snapshot
from index.understanding import Understanding, understand
from index.weights import HEADING, KEYWORD_SHOWN
from scripts.evaluate import JUDGED
from scripts.evaluating.judgements import load_judgements

# The others are only counted.
LOOKED_AT = sorted(path for path in JUDGED.glob("*.json") if "held" not in path.stem)


@dataclass(frozen=True)
class Shown:
    """The places of a hit, and what they are chosen from: what each document has, the keywords."""

    places: Places
    worth: dict[int, float]
    fitting: Best | None
    nearest: Best | None


def show(snapshot: Snapshot, q: str) -> list[Shown]:
    """Return every hit of a question with its places."""
    understood = understand(snapshot, q)
    numbers = np.array([snapshot.numbers[id_] for id_ in find_ids(snapshot, Request(q=q))], int)
    fitting, nearest = understood.fit.choose(), understood.fit.choose_nearest()
    return [
        Shown(places, weigh(snapshot, number, understood), fitting.get(number), nearest.get(number))
        for number, places in zip(
            numbers.tolist(), choose_places(snapshot, numbers, understood), strict=True
        )
    ]


def weigh(snapshot: Snapshot, number: int, understood: Understanding) -> dict[int, float]:
    """Return how much of the question each document of a trial action has, if anything."""
    starts = snapshot.columns.actions.starts
    own = np.arange(starts[number], starts[number + 1])
    worth = weigh_blocks(snapshot, understood.scores, own)
    worth[~snapshot.columns.documents.blocks[own]] *= HEADING
    return {int(own[place]): float(worth[place]) for place in np.flatnonzero(worth)}


@pytest.fixture(scope="module")
def questions() -> list[str]:
    return [asked.query for path in LOOKED_AT for asked in load_judgements(path)]


@pytest.fixture(scope="module")
def shown(snapshot: Snapshot, questions: list[str]) -> list[Shown]:
    return [one for q in questions for one in show(snapshot, q)]


@pytest.fixture(scope="module")
def hits(snapshot: Snapshot, questions: list[str]) -> list[tuple[str, Hit]]:
    return [
        (q, hit) for q in questions for hit in search(snapshot, Request(q=q, page_size=100)).hits
    ]


def test_a_hit_is_shown_from_the_documents_that_have_most_of_the_question(
    shown: list[Shown],
) -> None:
    for one in shown:
        most = sorted(one.worth.values(), reverse=True)
        told = [one.worth[number] for number in one.places.documents]
        assert told == pytest.approx(most[: len(told)], abs=1e-8)


def test_among_many_places_a_keyword_takes_the_last_only_where_it_says_much(
    shown: list[Shown],
) -> None:
    many = [one for one in shown if len(one.worth) >= MOST]
    worths = [one.fitting.worth if one.fitting else 0.0 for one in many]

    assert 0 == min(worths) < KEYWORD_SHOWN < max(worths)
    for one, worth in zip(many, worths, strict=True):
        keywords = (one.fitting.keyword,) if one.fitting and worth >= KEYWORD_SHOWN else ()
        assert one.places.keywords == keywords
        assert len(one.places.documents) == MOST - len(keywords)


def test_a_hit_of_few_places_is_shown_with_its_fitting_keyword_too(shown: list[Shown]) -> None:
    few = [one for one in shown if 0 < len(one.worth) < MOST]

    assert {one.fitting is None for one in few} == {True, False}
    for one in few:
        assert set(one.places.documents) == set(one.worth)
        assert one.places.keywords == ((one.fitting.keyword,) if one.fitting else ())


def test_a_hit_whose_texts_have_nothing_is_shown_with_its_nearest_keyword(
    shown: list[Shown],
) -> None:
    bare = [one for one in shown if not one.worth]

    # Some fit, others are found by votes alone.
    assert {one.fitting is None for one in bare} == {True, False}
    for one in bare:
        assert one.nearest
        assert one.places == Places((), (one.nearest.keyword,))


def test_every_hit_says_where_it_is_found_and_a_keyword_says_it_last(
    hits: list[tuple[str, Hit]],
) -> None:
    for q, hit in hits:
        sections = [match.section for match in hit.matches]
        assert 0 < len(sections) <= MOST, (q, hit.id)
        assert "keyword" not in sections[:-1], (q, hit.id)


def test_something_is_marked_in_every_keyword_that_is_shown(hits: list[tuple[str, Hit]]) -> None:
    keywords = [(q, m) for q, hit in hits for m in hit.matches if m.section == "keyword"]

    assert len(keywords) > len(LOOKED_AT)
    for q, match in keywords:
        assert "<mark>" in match.snippet, q
