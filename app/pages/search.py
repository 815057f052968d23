"""The search page: what was found, why, and what it can be narrowed by."""

from math import ceil

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.dependencies import GuidanceDep, HoldingsDep, RecordsDep, SearchPageDep
from app.pages.facets import LABELS, list_chips, list_facets, list_kept
from app.pages.guidance_found import find_beside
from app.pages.links import data_path, search_path
from app.pages.rendering import find_shortlist, render
from app.pages.ways import link_ways, list_ways
from app.parameters import Choices, SearchParameters, to_request
from catalogue.vocabulary import Vocabulary
from index.searching import search

# What a match stands in when it is no section of the record.
HEADS = {
    "title": "Titel",
    "headline": "Overskrift",
    "summary": "Resumé",
    "theme": "Tema",
    "subject": "Emneord",
    "keyword": "Redaktionens søgeord",
    "place": "Sted",
}
REASONS = {
    "translation": "oversættelse",
    "inflection": "bøjning",
    "compound-head": "sammensat ord",
    "compound-part": "sammensat ord",
    "split": "del af ordet",
    "synonym": "synonym",
    "subject": "emneord",
    "theme": "tema",
    "kind": "erfaringens mærke",
    "narrower": "snævrere ord",
    "within-theme": "beslægtet tema",
    "broader": "bredere ord",
    "related": "beslægtet ord",
    "voice": "den, der fortæller",
    "about": "prøvehandlingens emne",
}
ORDERS = {"relevance": "Relevans", "municipality": "Kommune", "title": "Titel"}

router = APIRouter()


@router.get("/soeg")
def show_search(
    request: Request,
    records: RecordsDep,
    holdings: HoldingsDep,
    guidance: GuidanceDep,
    parameters: SearchPageDep,
) -> HTMLResponse:
    """Show what the search finds, page by page."""
    snapshot, vocabulary = holdings.index.get(), holdings.vocabulary
    choices = Choices(vocabulary, holdings.index)
    results = search(snapshot, to_request(parameters))
    hits = {hit.id: hit for hit in results.hits}
    return render(
        request,
        "search.html",
        data=data_path(parameters),
        vocabulary=vocabulary,
        shortlist=find_shortlist(request, asked=parameters),
        asked=parameters,
        results=results,
        reading=results.reading,
        hits=[(record, hits[record.id]) for record in records.find(list(hits))],
        last_page=ceil(results.total / parameters.page_size),
        facets=list(list_facets(results.facets, parameters, choices, labels=LABELS)),
        chips=list_chips(parameters, choices, LABELS),
        kept=list_kept(parameters, results.facets),
        orders=_list_orders(parameters),
        links=link_ways(parameters, results.reading, LABELS),
        near=[(word, search_path(parameters, q=word.word)) for word in results.reading.near],
        section_labels=_section_labels(vocabulary),
        reason_labels=REASONS,
        guidance=find_beside(holdings, guidance, parameters, reading=results.reading),
        themes=list_ways(snapshot, vocabulary, "theme"),
    )


def _section_labels(vocabulary: Vocabulary) -> dict[str, str]:
    return HEADS | {section.id: section.label for section in vocabulary.all("section")}


def _list_orders(parameters: SearchParameters) -> list[tuple[str, str, bool]]:
    """Return each order with its address, and whether it is the one in force."""
    usual = "relevance" if parameters.q.strip() else "municipality"
    return [
        (label, search_path(parameters, sort=None if order == usual else order), chosen)
        for order, label in ORDERS.items()
        if parameters.q.strip() or order != "relevance"
        for chosen in [order == (parameters.sort or usual)]
    ]
