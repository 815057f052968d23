"""A trial action is called the same on pages, beside a step and in a document."""

import httpx

from app.pages.naming import name_record
from app.settings import Settings
from catalogue.files import read_record
from catalogue.vocabulary import load_vocabulary
from tests.app.pages.planning.conftest import Planner

RECORD = "aabenraa-skolevaegring"


def test_a_trial_action_has_one_name_wherever_a_plan_shows_it(
    settings: Settings, client: httpx.Client
) -> None:
    vocabulary = load_vocabulary(settings.vocabulary)
    record = read_record(settings.records / f"{RECORD}.yaml", vocabulary)
    name, planner = name_record(record, vocabulary), Planner(client)
    planner.visit(f"id={RECORD}")

    assert name == "Aabenraa: Forebyggelse af skolevægring"
    links = {"".join(link.itertext()) for link in planner.page.iter("a")}
    assert name in links
    planner.press("print")
    assert name in {"".join(link.itertext()) for link in planner.page.iter("a")}
