"""The JSON API, version 1: one router a noun."""

from fastapi import APIRouter, Depends

from app.api import (
    documentation,
    exports,
    passages,
    status,
    suggestions,
    trial_actions,
    vocabularies,
)
from app.api.addresses import ROOT
from app.api.responding import tag_answer

TITLE = "Prøvehandlinger"


router = APIRouter(
    prefix=ROOT,
    dependencies=[Depends(tag_answer)],
    # Clients are made from the document; a function of theirs should have the name of ours.
    generate_unique_id_function=lambda route: route.name,
)
for part in (trial_actions, passages, vocabularies, suggestions, exports, status, documentation):
    router.include_router(part.router)
