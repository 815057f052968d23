"""The planner speaks to those who plan together: its own words say "I", never "du"."""

import re
from xml.etree.ElementTree import Element

import pytest

from app.errors import FAULTS, TOO_LARGE, Fault
from app.forms import ForeignForm, FormTooLarge, UnreadableForm
from catalogue.plan_files import format_plan
from catalogue.plans import Plan
from tests.app.pages.planning.conftest import Planner

TO_ONE = re.compile(r"\b(du|dig|din|dit|dine|jeg|mig|min|mit|mine)\b", re.IGNORECASE)
OF_FORMS = [TOO_LARGE, *(FAULTS[kind] for kind in (FormTooLarge, UnreadableForm, ForeignForm))]


def own_words(page: Element) -> str:
    # What is quoted is said by others.
    quoted = {id(inner) for quote in page.iter("blockquote") for inner in quote.iter()}
    return " ".join(f"{e.text} {e.tail}" for e in page.iter() if id(e) not in quoted)


@pytest.mark.parametrize("button", ["opdater", "aabn", "udkast", "print"])
def test_a_page_of_the_planner_speaks_to_several(planner: Planner, button: str) -> None:
    planner.type("purpose", "Ro")

    planner.press(button)

    assert TO_ONE.findall(own_words(planner.page)) == []


def test_a_file_in_the_place_of_what_is_written_is_refused_to_several(planner: Planner) -> None:
    planner.type("purpose", "Ro")

    planner.press("aabn", file=format_plan(Plan(purpose="Nærvær")))

    assert planner.errors
    assert TO_ONE.findall(own_words(planner.page)) == []


@pytest.mark.parametrize("fault", OF_FORMS, ids=lambda fault: fault.name)
def test_what_is_wrong_with_a_form_is_said_to_several(fault: Fault) -> None:
    assert TO_ONE.findall(f"{fault.danish_title} {fault.danish_detail}") == []
