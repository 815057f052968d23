"""How machines find the pages: site map, feed, search description, and rules for crawlers."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.addresses import (
    COMPARISON,
    MEETING,
    PLANNER,
    SHORTLIST,
    guidance_page_address,
    page_address,
)
from app.dependencies import GuidanceDep, HoldingsDep, SessionDep, SnapshotDep, VocabularyDep
from app.origin import find_origin
from app.pages.rendering import render_xml
from app.pages.ways import list_ways
from app.shortlist import CARRIED
from app.static_files import static_path
from catalogue import storage

# The pages of which there is one.
PAGES = (
    "/",
    "/temaer",
    "/kommuner",
    "/erfaringer",
    "/laeringer",
    "/vejledning",
    "/overblik",
    PLANNER,
    "/om",
    "/tilgaengelighed",
)
# Every choice is an address of its own: a crawler would never be done.
ENDLESS = ("/soeg?", "/erfaringer?", f"/*{CARRIED}=", f"{PLANNER}?", SHORTLIST, COMPARISON, MEETING)
RULES = "User-agent: *\n{}\n\nSitemap: {}/sitemap.xml\n"

router = APIRouter()


@router.get("/sitemap.xml")
def show_sitemap(
    request: Request,
    session: SessionDep,
    snapshot: SnapshotDep,
    vocabulary: VocabularyDep,
    guidance: GuidanceDep,
) -> Response:
    """List every page that stands still."""
    paths = [
        *PAGES,
        *(f"/temaer/{theme.id}" for theme, _ in list_ways(snapshot, vocabulary, "theme")),
        *(f"/kommuner/{place.id}" for place, _ in list_ways(snapshot, vocabulary, "municipality")),
        *(page_address(id_) for id_ in storage.list_digests(session)),
        *(guidance_page_address(text.id) for text in guidance.list_all()),
    ]
    return render_xml(request, "sitemap.xml", "application/xml", paths=paths)


@router.get("/feed.atom")
def show_feed(request: Request, session: SessionDep, holdings: HoldingsDep) -> Response:
    """List the trial actions for feed readers."""
    return render_xml(
        request,
        "feed.atom",
        "application/atom+xml",
        records=storage.list_records(session),
        vocabulary=holdings.vocabulary,
        # Records carry no date; the index is built anew exactly when their content has changed.
        updated=holdings.index.get_built_at().isoformat(timespec="seconds"),
    )


@router.get("/opensearch.xml")
def show_search_description(request: Request) -> Response:
    """Tell a browser how to search the catalogue from its address bar."""
    return render_xml(request, "opensearch.xml", "application/opensearchdescription+xml")


@router.get("/robots.txt")
def show_rules(request: Request) -> Response:
    """Tell crawlers where to look."""
    refused = "\n".join(f"Disallow: {path}" for path in ENDLESS)
    return Response(RULES.format(refused, find_origin(request)), media_type="text/plain")


@router.get("/favicon.ico")
def show_icon() -> RedirectResponse:
    """Send a browser that guesses at the icon to where it is."""
    return RedirectResponse(static_path("favicon.svg"), status_code=308)
