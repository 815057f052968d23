"""What each button of the planner gives: the form again, a file, a document, or a page to print."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from http import HTTPStatus

from fastapi.responses import Response

from app.attachments import WORD, send_file
from app.forms import LARGEST, Form
from app.pages.planning.form import Filled, fill, limit_ids, read_filled
from app.pages.planning.lacks import tell_lack
from app.pages.planning.settling import settle
from app.pages.planning.showing import Desk, Said, Slip, show_form, show_plan
from catalogue import storage
from catalogue.drafts import RecordDraft, draft_record
from catalogue.errors import InvalidPlan
from catalogue.plan_files import ENDING, format_plan, parse_plan
from catalogue.planning import list_fields
from catalogue.plans import MOST_INSPIRATIONS, MOST_ROWS, Plan
from catalogue.slugs import make_slug

# The field of the page for printing that holds the plan, unseen, as its file.
WHOLE = "whole_plan"
UNREADABLE = {
    "unreadable": "Filen kan ikke læses. Den er ikke en plan herfra, eller den er beskadiget.",
    "foreign": "Filen er ikke en plan herfra.",
    "other-version": "Planen er lavet med en anden udgave af planlæggeren og kan ikke åbnes her.",
    "too-long": (
        f"Planen kan ikke åbnes: Der er plads til {MOST_INSPIRATIONS} prøvehandlinger og "
        f"{MOST_ROWS} rækker i hver tabel, og filen har flere."
    ),
    "broken": "Filen er en plan, men noget i den er ændret, så den ikke kan læses.",
}
# Where another file may be the right one; a broken plan is no other file's slip.
OTHER_FILES = {"unreadable", "foreign"}
PICK = f"Vælg en fil, der ender på {ENDING}."
ALREADY_WRITTEN = (
    "I har allerede skrevet noget. Gem det først, eller sæt kryds ved ”Erstat det, I har skrevet "
    "på siden”, og vælg filen igen."
)
# The file comes back with an empty form around it, and has to fit into what a form may hold.
FORM_AROUND = 20_000
LARGEST_FILE = LARGEST - FORM_AROUND
TOO_LARGE = (
    "Planen fylder for meget: Som fil ville den ikke kunne åbnes igen. Gør teksterne kortere; her "
    "står mest."
)
# Letters of a name that every file system and header takes.
LONGEST_NAME = 100
NAMELESS = "plan"
# The name that the registry of media types has for it.
YAML = "application/yaml"
Answer = Callable[[Desk, Filled], Response]


def answer_form(desk: Desk, form: Form) -> Response:
    """Return what the pressed button gives; a button that is not known gives the form again."""
    pressed, _, named = form.get("handling").partition(":")
    filled, slips = _read(desk, form, named)
    if pressed == "aabn":
        return _open_file(desk, form, filled, told=slips)
    if slips:
        return _refuse(desk, filled, *slips)
    if pressed not in ANSWERS:
        return show_form(desk, filled)
    return ANSWERS[pressed](desk, filled)


def _read(desk: Desk, form: Form, grown: str) -> tuple[Filled, list[Slip]]:
    steps = desk.holdings.steps
    whole = form.get(WHOLE)
    if not whole:
        return settle(desk, read_filled(form, steps, grown))
    try:
        return settle(desk, fill(parse_plan(whole.encode()), steps))
    except InvalidPlan as error:
        return fill(Plan(), steps), [Slip("plan_file", UNREADABLE[error.kind])]


def _refuse(desk: Desk, filled: Filled, *slips: Slip, is_draft: bool = False) -> Response:
    said = Said(slips, is_draft=is_draft)
    return show_form(desk, filled, said, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _open_file(desk: Desk, form: Form, filled: Filled, *, told: Sequence[Slip]) -> Response:
    """Return the form with the plan of the file, and what was ``told`` of the form before it."""
    content = form.files.get("plan_file")
    if not content:
        return _refuse(desk, filled, Slip("plan_file", PICK), *told)
    if not filled.plan.is_blank() and not form.get("replace"):
        return _refuse(desk, filled, Slip("plan_file", ALREADY_WRITTEN), *told)
    try:
        plan = parse_plan(content)
    except InvalidPlan as error:
        advice = f" {PICK}" if error.kind in OTHER_FILES else ""
        slip = Slip("plan_file", f"{UNREADABLE[error.kind]}{advice}")
        return _refuse(desk, filled, slip, *told)
    opened, slips = settle(desk, _fill_further(desk, plan, filled))
    # What named nothing before is told once, also where the form holds it still.
    return show_form(desk, opened, Said(tuple(dict.fromkeys([*told, *slips])), "Planen er åbnet."))


def _fill_further(desk: Desk, plan: Plan, before: Filled) -> Filled:
    """Return the form with the plan of a file and what had been chosen before it was opened."""
    kept, surplus = limit_ids([*plan.inspired_by, *before.plan.inspired_by])
    filled = fill(plan.model_copy(update={"inspired_by": kept}), desk.holdings.steps)
    return replace(filled, surplus=surplus, unclear=before.unclear)


def _save(desk: Desk, filled: Filled) -> Response:
    content = format_plan(filled.plan)
    if len(content) > LARGEST_FILE:
        return _refuse(desk, filled, _tell_too_large(filled.plan))
    return send_file(content, "application/json", _name(filled.plan) + ENDING)


def _print(desk: Desk, filled: Filled) -> Response:
    # The page for printing holds the file, and leads back to the form with it.
    if len(format_plan(filled.plan)) > LARGEST_FILE:
        return _refuse(desk, filled, _tell_too_large(filled.plan))
    return show_plan(desk, filled)


def _tell_too_large(plan: Plan) -> Slip:
    lengths = {name: len(str(value)) for name, value in plan}
    return Slip(max(lengths, key=lengths.__getitem__), TOO_LARGE)


def _write_word(desk: Desk, filled: Filled) -> Response:
    # What makes it takes long to import, and no start should wait for it.
    from app.pages.planning.word import write_document  # noqa: PLC0415

    content = write_document(desk, filled.plan)
    return send_file(content, WORD, f"{_name(filled.plan)}.docx")


def _name(plan: Plan) -> str:
    return make_slug(plan.title)[:LONGEST_NAME] or NAMELESS


def _offer_draft(desk: Desk, filled: Filled) -> Response:
    draft = _draft(desk, filled)
    fields = [field.name for field in list_fields(desk.holdings.steps)]
    told = {tell_lack(lack, filled.plan) for lack in draft.lacks}
    slips = sorted(told, key=lambda slip: (fields.index(slip.field), slip.text))
    return _refuse(desk, filled, *slips, is_draft=True) if slips else _attach_draft(draft)


def _send_draft(desk: Desk, filled: Filled) -> Response:
    return _attach_draft(_draft(desk, filled))


def _draft(desk: Desk, filled: Filled) -> RecordDraft:
    taken = storage.list_digests(desk.session).keys()
    return draft_record(filled.plan, desk.holdings.vocabulary, taken=taken)


def _attach_draft(draft: RecordDraft) -> Response:
    return send_file(draft.format().encode(), YAML, f"{draft.id or NAMELESS}.yaml")


ANSWERS: dict[str, Answer] = {
    "fil": _save,
    "word": _write_word,
    "print": _print,
    "udkast": _offer_draft,
    "udkast-alligevel": _send_draft,
}
