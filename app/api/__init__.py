"""The JSON API, version 1: one router a noun."""

from fastapi import APIRouter, Depends

from app.addresses import ROOT
from app.api import (
    changes,
    dcat,
    documentation,
    exports,
    guidance,
    passages,
    schema,
    status,
    suggestions,
    trial_actions,
    vocabularies,
)
from app.api.responding import tag_answer

TITLE = "Prøvehandlinger"


router = APIRouter(
    prefix=ROOT,
    dependencies=[Depends(tag_answer)],
    # Clients are made from the document; a function of theirs should have the name of ours.
    generate_unique_id_function=lambda route: route.name,
)
for part in (
    *(trial_actions, passages, guidance, vocabularies, suggestions, exports, changes, status),
    *(schema, documentation),
):
    router.include_router(part.router)

# What harvesters look for stands beside the pages, under no version.
harvesting = APIRouter(dependencies=[Depends(tag_answer)], include_in_schema=False)
harvesting.include_router(dcat.router)
