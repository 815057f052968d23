"""Lines become actions, sections and blocks."""

import pytest

from catalogue.errors import UnreadableSource
from catalogue.reading.blocks import find_blocks
from catalogue.reading.furniture import Furniture
from catalogue.reading.layout import find_actions

ACTION = """\
 Pausevenner pa tvaers

Hoje-Taastrup Kommune — Parkskolen

Bedre pauser
for alle

Parkskolen har provet noget nyt.

Det har vi gjort
Vi har lyttet.

Sadan opleves forandringen

e Eleverne er glade.

Fremover vil vi ...
Vi fortsaetter.

Vi har leert

e At det virker.
"""


def test_an_action_is_known_by_its_structure(furniture: list[Furniture]) -> None:
    (action,) = find_actions("Forord\n\n" + ACTION, furniture, "source.txt")

    assert action.title == [(3, " Pausevenner pa tvaers")]
    assert (action.municipality, action.schools) == ("Hoje-Taastrup", "Parkskolen")
    assert action.headline == [(7, "Bedre pauser"), (8, "for alle")]
    assert action.summary == [(10, "Parkskolen har provet noget nyt.")]
    assert list(action.sections) == ["actions", "experiences", "outlook", "learnings"]


def test_an_action_ends_where_the_next_one_begins(furniture: list[Furniture]) -> None:
    first, second = find_actions(ACTION + ACTION, furniture, "source.txt")

    length = ACTION.count("\n")
    assert first.lines == (1, length)
    assert second.lines == (length + 1, 2 * length)


def test_a_sentence_about_a_municipality_opens_no_action(furniture: list[Furniture]) -> None:
    text = ACTION.replace("Vi har lyttet.", "Vi er\n\nOdder Kommune\n\nog vi har lyttet.")

    assert len(find_actions(text, furniture, "source.txt")) == 1


@pytest.mark.parametrize(
    "heading", ["Vi har laert", "Vi har leert", "Vi har lert", "Vi har lart", "Vi har lært"]
)
def test_a_heading_is_known_however_it_is_damaged(furniture: list[Furniture], heading: str) -> None:
    text = ACTION.replace("Vi har leert", heading)
    (action,) = find_actions(text, furniture, "source.txt")

    assert len(action.sections["learnings"]) == 1


def test_an_action_may_lack_a_section(furniture: list[Furniture]) -> None:
    (action,) = find_actions(ACTION.partition("Vi har leert")[0], furniture, "source.txt")

    assert "learnings" not in action.sections


@pytest.mark.parametrize(
    "text", ["", "\n\n", "Bare en tekst.\n", "Odder Kommune\n", ACTION.replace("gjort", "set")]
)
def test_a_source_without_an_action_is_refused_with_file_line_and_reason(
    furniture: list[Furniture], text: str
) -> None:
    with pytest.raises(UnreadableSource, match=r"source\.txt:1: no trial action"):
        find_actions(text, furniture, "source.txt")


def test_page_furniture_is_dropped(furniture: list[Furniture]) -> None:
    text = ACTION.replace(
        "Vi fortsaetter.", "Vi fortsaetter.\n\nPartnerskab — En skole - Katalog 13\n\nS A o"
    )
    (action,) = find_actions(text, furniture, "source.txt")

    (block,) = action.sections["outlook"]
    assert [text for _, text in block.lines] == ["Vi fortsaetter."]


FULL = "Vi har lenge arbejdet med at give alle elever en god skoledag, hvor"


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        pytest.param(
            [FULL, "", "de trives."], ["paragraph 1-3"], id="a stray blank line in a sentence"
        ),
        pytest.param(
            ["Vi begynder.", "", "Vi slutter."],
            ["paragraph 1-1", "paragraph 3-3"],
            id="two paragraphs",
        ),
        pytest.param(["e " + FULL, " de trives."], ["item 1-2"], id="a page break in a bullet"),
        pytest.param(
            ["e Elever er glade.", "o Ledere er glade."],
            ["item 1-1", "item 2-2"],
            id="bullets without a gap",
        ),
        pytest.param(
            ["e Elever er glade.", "", "Ledere er glade."],
            ["item 1-1", "item 3-3"],
            id="a lost bullet among bullets",
        ),
        pytest.param(
            ["At det virker.", "", "At alle vil."],
            ["item 1-1", "item 3-3"],
            id="a list that has lost every bullet",
        ),
        pytest.param(
            ["Vi vil have:", "", "klare roller", "", "faste moder", "tid.", "", FULL, "de er."],
            ["paragraph 1-1", "item 3-3", "item 5-5", "item 6-6", "paragraph 8-9"],
            id="short lines after a colon, and a paragraph after the list",
        ),
        pytest.param(
            [
                "Fokus er pa:",
                "",
                "e Tid",
                "",
                "Nu er det et ar siden, og " + FULL.lower(),
                "vi er.",
            ],
            ["paragraph 1-1", "item 3-3", "paragraph 5-6"],
            id="a paragraph after a list",
        ),
        pytest.param(
            ["1. Makkerskab mellem skoler", "2. Tid"], ["item 1-1", "item 2-2"], id="numbers"
        ),
        pytest.param(
            ["e " + FULL, "0. klasser. Alle var med."],
            ["item 1-2"],
            id="a class is no number of a list",
        ),
        pytest.param([], [], id="nothing"),
    ],
)
def test_paragraphs_and_bullets_are_told_apart(lines: list[str], blocks: list[str]) -> None:
    numbered = [(number, line) for number, line in enumerate(lines, start=1) if line]

    found = find_blocks(numbered)

    assert [f"{block.type} {block.span[0]}-{block.span[1]}" for block in found] == blocks
