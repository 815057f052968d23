"""The pages of guidance: all of it in short, and each text with every block at its address."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.addresses import GUIDANCE, guidance_api_address, to_url
from app.dependencies import AudiencePageDep, GuidanceDep, VocabularyDep
from app.origin import find_origin
from app.pages.linked_data import describe_guidance
from app.pages.rendering import find_shortlist, render

router = APIRouter()


@router.get("/vejledning")
def show_guidance_list(
    request: Request,
    guidance: GuidanceDep,
    vocabulary: VocabularyDep,
    parameters: AudiencePageDep,
) -> HTMLResponse:
    """Show all guidance, or that for an audience."""
    return render(
        request,
        "guidance_list.html",
        data=to_url(GUIDANCE, parameters),
        vocabulary=vocabulary,
        shortlist=find_shortlist(request, asked=parameters),
        asked=parameters,
        texts=guidance.choose(parameters.audience),
    )


@router.get("/vejledning/{guidance_id}")
def show_guidance(
    request: Request, guidance: GuidanceDep, vocabulary: VocabularyDep, guidance_id: str
) -> HTMLResponse:
    """Show one piece of guidance whole."""
    text = guidance.get(guidance_id)
    return render(
        request,
        "guidance.html",
        data=guidance_api_address(text.id),
        linked=describe_guidance(text, vocabulary, find_origin(request)),
        vocabulary=vocabulary,
        guidance=text,
        kind=vocabulary.get("guidance_kind", text.kind),
        source=vocabulary.get("source", text.source.id),
    )
