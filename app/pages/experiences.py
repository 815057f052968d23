"""The page of experiences across trial actions: the seen, the hoped for and the unknown apart."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.dependencies import ExperiencesPageDep, HoldingsDep, RecordsDep, SnapshotDep
from app.pages.facets import PASSAGE_LABELS, list_chips, list_facets, list_kept
from app.pages.links import data_path, search_path
from app.pages.rendering import find_shortlist, render
from app.pages.search import REASONS
from app.pages.ways import link_ways, list_ways
from app.parameters import Choices, PassageParameters, to_request
from app.records import Records
from catalogue.records import Block, TrialAction
from index.passages import search_passages
from index.results import FacetValue, PassageHit, PassageResults
from index.snapshot import Snapshot

EXPERIENCES = "experiences"


@dataclass(frozen=True)
class Part:
    """One part of the page; without kinds, it holds blocks that are no experiences."""

    id: str
    heading: str
    explanation: str
    kinds: tuple[str, ...] = ()


PARTS = (
    Part(
        "oplevet",
        "Oplevet, styrker og udfordringer",
        "Det, nogen har set eller mærket, og det, kilden nævner som styrke eller udfordring.",
        ("experienced", "strength", "challenge"),
    ),
    Part("forventet", "Forventet", "Håb, ønsker og planer. Det er ikke set endnu.", ("expected",)),
    Part(
        "ikke-evalueret",
        "Ikke evalueret",
        "Her siger kilden, at ingen ved det endnu, eller at der ikke er sket en forandring.",
        ("not-evaluated",),
    ),
    Part("andre-afsnit", "Fra andre afsnit", "Kildens ord uden for afsnittet om erfaringer."),
)

Passage = tuple[PassageHit, TrialAction, Block]

router = APIRouter()


@router.get("/erfaringer")
def show_experiences(
    request: Request,
    records: RecordsDep,
    snapshot: SnapshotDep,
    holdings: HoldingsDep,
    parameters: ExperiencesPageDep,
) -> HTMLResponse:
    """Show what was experienced, and by whom."""
    asked = _fill_in(parameters)
    results = search_passages(snapshot, to_request(asked))
    found = list(_search_parts(snapshot, asked))
    choices = Choices(holdings.vocabulary, holdings.index)
    return render(
        request,
        "experiences.html",
        data=data_path(asked),
        vocabulary=holdings.vocabulary,
        shortlist=find_shortlist(request, asked=parameters),
        asked=parameters,
        only_experiences=asked.section == (EXPERIENCES,),
        results=results,
        reading=results.reading,
        parts=_list_parts(records, found),
        last_page=max([ceil(one.total / asked.page_size) for _, one in found], default=0),
        voices=_list_voices(results.facets["stakeholder"], parameters, choices),
        everyone=search_path(parameters, stakeholder=()),
        chosen_voices=[choices.labels("stakeholder")[id_] for id_ in parameters.stakeholder],
        elsewhere=None if results.total else _find_elsewhere(results, parameters),
        is_narrowed=parameters != PassageParameters(),
        facets=list(list_facets(results.facets, parameters, choices, labels=PASSAGE_LABELS)),
        chips=list_chips(parameters, choices, PASSAGE_LABELS),
        kept=list_kept(parameters, results.facets),
        links=link_ways(parameters, results.reading, PASSAGE_LABELS),
        near=[(word, search_path(parameters, q=word.word)) for word in results.reading.near],
        reason_labels=REASONS,
        themes=list_ways(snapshot, holdings.vocabulary, "theme"),
    )


def _fill_in(parameters: PassageParameters) -> PassageParameters:
    return parameters.model_copy(update={"section": parameters.section or (EXPERIENCES,)})


def _search_parts(
    snapshot: Snapshot, asked: PassageParameters
) -> Iterator[tuple[Part, PassageResults]]:
    """Yield each part that has something, with its page of it."""
    for part in PARTS:
        sections = tuple(one for one in asked.section if (one == EXPERIENCES) == bool(part.kinds))
        kinds = tuple(one for one in asked.kind or part.kinds if one in part.kinds)
        if sections and bool(kinds) == bool(part.kinds):
            narrowed = asked.model_copy(update={"section": sections, "kind": kinds or asked.kind})
            results = search_passages(snapshot, to_request(narrowed))
            if results.total:
                yield part, results


def _list_parts(
    records: Records, found: Iterable[tuple[Part, PassageResults]]
) -> list[tuple[Part, int, list[Passage]]]:
    """Return each part with how many passages it has and those of this page."""
    parts = list(found)
    ids = dict.fromkeys(hit.trial_action for _, results in parts for hit in results.hits)
    read = {record.id: record for record in records.find(list(ids))}
    blocks = {block.id: block for record in read.values() for _, block in record.blocks()}
    return [
        (
            part,
            results.total,
            [
                (hit, read[hit.trial_action], blocks[hit.block])
                for hit in results.hits
                if hit.block in blocks
            ],
        )
        for part, results in parts
    ]


def _list_voices(
    found: Iterable[FacetValue], parameters: PassageParameters, choices: Choices
) -> list[tuple[str, str, int, bool]]:
    """Return each stakeholder alone: label, address, count, and whether it is the one chosen."""
    labels = choices.labels("stakeholder")
    return [
        (
            labels[value.id],
            search_path(parameters, stakeholder=(value.id,)),
            value.count,
            parameters.stakeholder == (value.id,),
        )
        for value in found
        if value.count or value.selected
    ]


def _find_elsewhere(
    results: PassageResults, parameters: PassageParameters
) -> tuple[int, str] | None:
    """Return how many passages other sections have than were asked for, and where they are."""
    others = [value for value in results.facets["section"] if value.count]
    sections = tuple(value.id for value in others)
    if not others:
        return None
    return sum(value.count for value in others), search_path(parameters, section=sections)
