"""A plan as a Word document, with room to write where nothing is written yet."""

from app.addresses import page_address
from app.origin import find_origin
from app.pages.danish import join_labels
from app.pages.naming import name_record
from app.pages.planning.showing import Desk
from app.word import Link, WordSheet
from catalogue import storage
from catalogue.plan_lines import group_lines
from catalogue.planning import Field
from catalogue.plans import Plan

# Room for what a meeting comes to; and for so many rows of a table.
LINES = 3
BLANK_ROWS = 3


def write_document(desk: Desk, plan: Plan) -> bytes:
    """Return the document of a plan."""
    document = WordSheet(name_plan(plan), subject="Plan for en prøvehandling")
    for number, step in enumerate(desk.holdings.steps, start=1):
        fields = step.list_documented(plan)
        if fields:
            document.heading(f"{number}. {step.label}")
        for field in fields:
            if len(step.fields) > 1:
                document.heading(field.label, 2)
            _write_field(document, field, plan, desk=desk)
    return document.to_bytes()


def name_plan(plan: Plan) -> str:
    """Return what the plan is called."""
    return plan.title or "Plan for en prøvehandling"


def _write_field(document: WordSheet, field: Field, plan: Plan, *, desk: Desk) -> None:
    value = getattr(plan, field.name)
    if field.type == "table":
        head = [column.label for column in field.columns]
        rows = [[getattr(row, column.name) for column in field.columns] for row in value]
        blank = [[""] * len(head)] * BLANK_ROWS
        shares = [column.share for column in field.columns]
        document.table(head, rows or blank, shares=shares)
    elif not value:
        document.writing_lines(count=LINES)
    elif field.type == "records":
        document.bullets(_list_links(plan, desk))
    elif field.type == "terms":
        terms = desk.holdings.vocabulary.terms[field.vocabulary]
        document.paragraph(join_labels([terms[id_].label for id_ in value]))
    else:
        _write_prose(document, value)


def _write_prose(document: WordSheet, text: str) -> None:
    for is_list, lines in group_lines(text):
        if is_list:
            document.bullets(lines)
        else:
            for line in lines:
                document.paragraph(line)


def _list_links(plan: Plan, desk: Desk) -> list[Link]:
    origin = find_origin(desk.request)
    vocabulary = desk.holdings.vocabulary
    return [
        Link(name_record(record, vocabulary), f"{origin}{page_address(record.id)}")
        for record in storage.find_records(desk.session, plan.inspired_by)
    ]
