"""A plan as a Word document, read again as a program reads it."""

from io import BytesIO

import httpx
from docx import Document
from docx.document import Document as Word
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.plan_lines import group_lines
from catalogue.plans import Plan
from tests.app.pages.planning.conftest import Planner


def read_word(planner: Planner, plan: Plan) -> Word:
    planner.open(plan)
    return Document(BytesIO(planner.press("word").content))


def list_texts(document: Word, style: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style is not None and p.style.name == style]


def test_the_document_has_the_steps_as_headings_and_what_was_written_under_them(
    planner: Planner,
) -> None:
    plan = Plan.model_validate(
        {
            "title": "Nærvær",
            "problem": "Mange er væk\nom mandagen",
            "themes": ["overgange", "videndeling"],
            "schedule": [{"when": "Uge 33", "what": "Vi mødes"}],
        }
    )

    document = read_word(planner, plan)

    assert list_texts(document, "Title") == ["Nærvær"]
    headings = list_texts(document, "Heading 1")
    assert (headings[0], headings[7], len(headings)) == ("1. Udfordringen", "8. Tidsplanen", 11)
    texts = list_texts(document, "Normal")
    assert "Mange er væk" in texts
    assert "om mandagen" in texts
    assert "Overgange og brobygning og videndeling" in texts
    cells = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert cells == [["Tidspunkt", "Aktivitet", "Ansvarlig"], ["Uge 33", "Vi mødes", ""]]


def test_what_is_not_written_yet_has_room_to_be_written_by_hand(planner: Planner) -> None:
    document = read_word(planner, Plan(problem="Mange er væk"))

    assert list_texts(document, "Title") == ["Plan for en prøvehandling"]
    assert len(list_texts(document, "Skrivelinje")) == 36
    assert [len(table.rows) for table in document.tables] == [4, 4]


def test_what_only_the_catalogue_asks_for_has_no_empty_lines(planner: Planner) -> None:
    empty = read_word(planner, Plan(title="Nærvær"))
    planner.visit()
    written = read_word(planner, Plan(title="Nærvær", municipality="Odder"))

    assert list_texts(empty, "Heading 1")[-1] == "10. Kommunikationen"
    assert list_texts(written, "Heading 1")[-1] == "11. Om prøvehandlingen"
    assert list_texts(written, "Heading 2")[-1] == "Kommune"
    lines = [len(list_texts(document, "Skrivelinje")) for document in (empty, written)]
    assert lines[0] == lines[1]


def test_what_is_written_as_a_list_is_one_in_word_and_in_print(planner: Planner) -> None:
    plan = Plan(actions="Vi vil:\n- Ring hjem dag 1\n- Hold møde dag 5")

    document = read_word(planner, plan)
    planner.press("print")

    assert list_texts(document, "List Bullet") == ["Ring hjem dag 1", "Hold møde dag 5"]
    items = planner.page.findall(".//article//section/ul/li")
    assert [item.text for item in items] == ["Ring hjem dag 1", "Hold møde dag 5"]


def test_the_title_stands_once_in_word_and_in_print(planner: Planner) -> None:
    plan = Plan(title="Nærvær", municipality="Odder")

    texts = [paragraph.text for paragraph in read_word(planner, plan).paragraphs]
    planner.press("print")

    assert texts.count("Nærvær") == 1
    assert planner.text.count("Nærvær") == 1
    assert "11. Om prøvehandlingen Kommune" in planner.text


# A reader begins anew with each example.
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_written_makes_a_document_that_opens(
    data: st.DataObject, plans: st.SearchStrategy[Plan], client: httpx.Client
) -> None:
    plan = data.draw(plans)

    document = read_word(Planner(client), plan)

    texts = [paragraph.text for paragraph in document.paragraphs]
    for _, lines in group_lines(plan.purpose):
        assert set(lines) <= set(texts)
