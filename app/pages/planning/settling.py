"""What a form names in vain is told and let go; all else of it is kept."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.bad_parameters import shorten
from app.pages.planning.form import Filled
from app.pages.planning.showing import Desk, Slip
from catalogue import storage
from catalogue.plans import MOST_INSPIRATIONS, Unknown, drop_unknown

KINDS = {"themes": "tema", "focus_areas": "fokusområde", "levels": "klassetrin"}


def settle(desk: Desk, filled: Filled) -> tuple[Filled, list[Slip]]:
    """Return the form with the ids that the catalogue has, and what is to be put right."""
    ids = filled.plan.inspired_by
    records = [record.id for record in storage.find_records(desk.session, ids)]
    plan, unknown = drop_unknown(filled.plan, desk.holdings.vocabulary, records)
    slips = [
        *(_tell(one, has_others=bool(records)) for one in unknown),
        *tell_ids(filled.surplus, filled.unclear),
    ]
    return replace(filled, plan=plan, surplus=()), slips


def tell_ids(surplus: Iterable[str], unclear: str = "") -> Iterator[Slip]:
    """Yield what is said of trial actions too many, and of what names none."""
    if left_out := ", ".join(surplus):
        text = (
            f"Der kan højst være {MOST_INSPIRATIONS} prøvehandlinger. Ikke taget med: {left_out}."
        )
        yield Slip("inspired_by", text)
    if unclear:
        text = f"”{shorten(unclear)}” er ikke linket til en prøvehandling eller en samling."
        yield Slip("inspired_by", text)


def _tell(unknown: Unknown, *, has_others: bool) -> Slip:
    if unknown.field == "inspired_by":
        return tell_unknown(unknown.id, has_others=has_others)
    name = KINDS[unknown.field]
    return Slip(unknown.field, f"Kataloget har intet {name}, der hedder ”{shorten(unknown.id)}”.")


def tell_unknown(id_: str, *, has_others: bool) -> Slip:
    """Return what is said of an id that no trial action has, and of the others."""
    text = f"Kataloget har ingen prøvehandling, der hedder ”{shorten(id_)}”."
    return Slip("inspired_by", f"{text} Resten er taget med." if has_others else text)
