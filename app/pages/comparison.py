"""The page that puts two to four trial actions side by side, section by section."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.addresses import COMPARISON, MEETING, SHORTLIST, TRIAL_ACTIONS, list_address
from app.dependencies import ComparisonPageDep, HoldingsDep, RecordsDep
from app.origin import find_origin
from app.pages.blocks import UNNAMED, list_cautions
from app.pages.rendering import find_shortlist, render
from app.pages.selection import Selection, select
from app.pages.trial_actions import list_related
from app.parameters import ComparisonParameters
from app.shortlist import MOST, extend, read_carried
from catalogue.records import Experience, TrialAction
from catalogue.vocabulary import Vocabulary

# Fewer are no comparison; more do not fit beside each other.
FEWEST, LARGEST = 2, 4

router = APIRouter()


@dataclass(frozen=True)
class Voice:
    """What one stakeholder says, trial action by trial action; ``address`` shows it alone."""

    label: str
    told: tuple[tuple[Experience, ...], ...]
    address: str
    chosen: bool


@router.get(COMPARISON)
def show_comparison(
    request: Request, records: RecordsDep, holdings: HoldingsDep, asked: ComparisonPageDep
) -> HTMLResponse:
    """Show the trial actions side by side, or let the reader choose which."""
    selection = select(records, asked.id, MOST)
    carried = read_carried(request.scope["query_string"])
    if not FEWEST <= len(selection.records) <= LARGEST:
        related = [one.id for id_ in selection.ids[:1] for one in list_related(holdings, id_)]
        candidates = select(records, [*selection.ids, *carried, *related], MOST).records
        return _let_choose(request, selection, candidates)
    address = extend(list_address(COMPARISON, selection.ids), carried)
    voices = _list_voices(selection.records, holdings.vocabulary, asked=asked, address=address)
    return render(
        request,
        "comparison.html",
        data=list_address(TRIAL_ACTIONS, selection.ids),
        vocabulary=holdings.vocabulary,
        shortlist=find_shortlist(request, shown=selection.ids),
        selection=selection,
        most=LARGEST,
        sections=holdings.vocabulary.all("section"),
        cautions=[list_cautions(record) for record in selection.records],
        common=_find_common(selection.records),
        voices=voices,
        rows=[voice for voice in voices if voice.chosen or not asked.stakeholder],
        chosen=asked.stakeholder,
        everyone=f"{address}#experiences",
        without=[
            _leave_out(record, selection.ids, carried=carried) for record in selection.records
        ],
        collected=list_address(SHORTLIST, selection.ids),
        word=list_address(f"{MEETING}.docx", selection.ids),
        whole=f"{find_origin(request)}{list_address(COMPARISON, selection.ids)}",
    )


def _let_choose(
    request: Request, selection: Selection, candidates: Sequence[TrialAction]
) -> HTMLResponse:
    """Return the page that says why these cannot be compared, and offers a choice."""
    status = HTTPStatus.OK
    if len(selection.records) > LARGEST:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    elif selection.unknown and not selection.records:
        status = HTTPStatus.NOT_FOUND
    return render(
        request,
        "comparison_choice.html",
        status,
        shortlist=find_shortlist(request, shown=selection.ids),
        selection=selection,
        most=LARGEST,
        choices=MOST,
        candidates=candidates,
        marked=selection.ids[:LARGEST],
    )


def _list_voices(
    records: Sequence[TrialAction],
    vocabulary: Vocabulary,
    *,
    asked: ComparisonParameters,
    address: str,
) -> list[Voice]:
    """Return the stakeholders who say something, in the vocabulary's order, nobody named last."""
    voices = [
        Voice(
            term.label,
            tuple(
                tuple(e for e in one.experiences if term.id in e.stakeholders) for one in records
            ),
            f"{address}&stakeholder={term.id}#experiences",
            term.id == asked.stakeholder,
        )
        for term in vocabulary.all("stakeholder")
    ]
    nobody = tuple(tuple(e for e in one.experiences if not e.stakeholders) for one in records)
    voices.append(Voice(UNNAMED, nobody, "", chosen=False))
    return [voice for voice in voices if any(voice.told) or voice.chosen]


def _find_common(records: Sequence[TrialAction]) -> list[str]:
    """Return the themes that all of them have."""
    first, *others = records
    return [theme for theme in first.themes if all(theme in one.themes for one in others)]


def _leave_out(record: TrialAction, ids: tuple[str, ...], *, carried: tuple[str, ...]) -> str:
    left = [id_ for id_ in ids if id_ != record.id]
    return extend(list_address(COMPARISON, left), carried or ids)
