"""How well the search answers judged questions; it may get better, never worse.

``levels.yaml`` says which questions were looked at while the search was made, and which were only
counted; the difference between the two is what the figures of the former are worth.
"""

from pathlib import Path

import pytest
import yaml

from index.snapshot import Snapshot
from scripts.evaluate import JUDGED, rank_with
from scripts.evaluating.judgements import Quality, load_judgements, measure_all, summarize

LEVELS = yaml.safe_load((JUDGED / "levels.yaml").read_text("utf-8"))


def quality_of(path: Path, snapshot: Snapshot) -> Quality:
    measured = measure_all(load_judgements(path), rank_with(snapshot))
    return summarize(measures for _, measures in measured)


@pytest.mark.parametrize("name", LEVELS)
def test_the_quality_does_not_fall_below_the_recorded_level(name: str, snapshot: Snapshot) -> None:
    quality = quality_of(JUDGED / f"{name}.json", snapshot)

    for measure, level in LEVELS[name].items():
        assert getattr(quality, measure) >= level, measure


def test_every_judged_question_names_actions_that_exist(snapshot: Snapshot) -> None:
    for path in JUDGED.glob("*.json"):
        for asked in load_judgements(path):
            assert asked.relevant.keys() <= snapshot.numbers.keys()
            assert set(asked.relevant.values()) <= {1, 2, 3}


def test_no_question_is_judged_twice() -> None:
    queries = [asked.query for path in JUDGED.glob("*.json") for asked in load_judgements(path)]

    assert len(queries) == len(set(queries))
