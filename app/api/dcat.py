"""The catalogue described for data portals, after DCAT-AP-DK, as JSON-LD.

It passes the strict SHACL shapes of DCAT-AP-DK 2.0.2 and those of DCAT-AP 2.1.1.
Everything it says is known: no date of issue, contact or licence is made up.
"""

from collections.abc import Sequence

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.addresses import DCAT, DOCUMENTATION, EXPORT, OPENAPI, ROOT, SCHEMA
from app.api.dcat_nodes import (
    CONTEXT,
    EU,
    Node,
    declare_rights,
    name_agent,
    refer,
    refer_to_term,
    say,
)
from app.api.responding import respond
from app.api.rights import list_publishers
from app.dependencies import GuidanceDep, NothingAsked, RecordsDep, VocabularyDep
from app.origin import find_origin
from catalogue.vocabulary import Term, Vocabulary

MEDIA_TYPE = "application/ld+json"
REGISTERED = "https://www.iana.org/assignments/media-types"
MAINTAINERS = "Katalogets vedligeholdere"
TITLE = {"da": "Prøvehandlinger", "en": "Trial actions in Danish schools"}
DESCRIPTION = {
    "da": (
        "Prøvehandlinger, som danske kommuner har afprøvet i deres skoler: udfordring, mål, "
        "handlinger, erfaringer, fremtid og læring med kildens egne ord."
    ),
    "en": (
        "Trial actions that Danish municipalities have tried in their schools: problem, goals, "
        "actions, experiences, outlook and learnings in the source's own words, in Danish."
    ),
}
SERVICE_TITLE = {"da": "Prøvehandlinger: API", "en": "Trial actions: the API"}
TAXONOMY = {"en": "Data theme"}
EDUCATION = {"da": "Uddannelse, kultur og sport", "en": "Education, culture and sport"}
KEYWORDS = ("folkeskole", "prøvehandlinger", "kommuner", "PPR", "inklusion")
# What each file is called, and its registered media type; NDJSON has none.
FILES = {
    "json": ("JSON", "application/json"),
    "ndjson": ("NDJSON: én prøvehandling pr. linje", None),
    "csv": ("CSV: én prøvehandling pr. række", "text/csv"),
    "csv-blocks": ("CSV: ét stykke tekst pr. række", "text/csv"),
    "zip": ("ZIP: alle filer med skema, kilder, rettigheder og kontrolsummer", "application/zip"),
}

router = APIRouter(dependencies=[NothingAsked])


@router.get(DCAT)
def read_dcat(
    request: Request, records: RecordsDep, guidance: GuidanceDep, vocabulary: VocabularyDep
) -> Response:
    """Read the description of the catalogue for data portals."""
    base = find_origin(request)
    used = {one.source.id for one in records.list_all()}
    used |= {one.source.id for one in guidance.list_all()}
    sources = [source for source in vocabulary.all("source") if source.id in used]
    catalog = {
        "@context": CONTEXT,
        "@id": f"{base}{DCAT}",
        "@type": "dcat:Catalog",
        **_describe_content(),
        "dct:publisher": name_agent(MAINTAINERS),
        "foaf:homepage": refer(f"{base}/", "foaf:Document"),
        "dcat:themeTaxonomy": {
            **refer(f"{EU}/data-theme", "skos:ConceptScheme"),
            "dct:title": say(TAXONOMY),
        },
        "dcat:dataset": _describe_dataset(base, records.revision, vocabulary, sources=sources),
        "dcat:service": _describe_service(base, vocabulary),
    }
    return respond(catalog, media_type=MEDIA_TYPE)


def _describe_content() -> Node:
    return {
        "dct:title": say(TITLE),
        "dct:description": say(DESCRIPTION),
        "dct:language": refer_to_term("language/DAN"),
        "dct:spatial": refer_to_term("country/DNK"),
    }


def _describe_dataset(
    base: str, revision: str, vocabulary: Vocabulary, *, sources: Sequence[Term]
) -> Node:
    themes = [theme.label for theme in vocabulary.all("theme")]
    return {
        "@id": _dataset(base),
        "@type": "dcat:Dataset",
        **_describe_content(),
        "dct:identifier": _dataset(base),
        "dct:publisher": [name_agent(name) for name in list_publishers(vocabulary)],
        "dct:accessRights": refer_to_term("access-right/PUBLIC"),
        "dct:accrualPeriodicity": refer_to_term("frequency/IRREG"),
        "dcat:theme": {**refer_to_term("data-theme/EDUC"), "skos:prefLabel": say(EDUCATION)},
        "dcat:keyword": [node for word in (*KEYWORDS, *themes) for node in say({"da": word})],
        "dcat:landingPage": refer(f"{base}/", "foaf:Document"),
        "dct:provenance": [_describe_source(source) for source in sources],
        "owl:versionInfo": revision,
        "dcat:distribution": [_describe_file(base, name, vocabulary) for name in FILES],
    }


def _dataset(base: str) -> str:
    return f"{base}{DCAT}#dataset"


def _describe_source(source: Term) -> Node:
    known = (source.publisher, source.label, source.published, source.url)
    return {
        "@type": "dct:ProvenanceStatement",
        "rdfs:label": say({"da": ", ".join(fact for fact in known if fact)}),
    }


def _describe_file(base: str, name: str, vocabulary: Vocabulary) -> Node:
    label, media_type = FILES[name]
    address = f"{base}{EXPORT}?format={name}"
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": say({"da": label}),
        "dct:description": say({"da": f"{label}. {DESCRIPTION['da']}"}),
        "dcat:accessURL": refer(address),
        "dcat:downloadURL": refer(address),
        **(_describe_kind(media_type) if media_type else {}),
        **({} if "csv" in name else {"dct:conformsTo": refer(f"{base}{SCHEMA}", "dct:Standard")}),
        "dct:rights": declare_rights(vocabulary),
        "dcat:accessService": refer(f"{base}{ROOT}"),
    }


def _describe_kind(media_type: str) -> Node:
    return {
        "dcat:mediaType": refer(f"{REGISTERED}/{media_type}", "dct:MediaType"),
        "dct:format": refer_to_term(f"file-type/{media_type.partition('/')[2].upper()}"),
    }


def _describe_service(base: str, vocabulary: Vocabulary) -> Node:
    return {
        "@id": f"{base}{ROOT}",
        "@type": "dcat:DataService",
        "dct:title": say(SERVICE_TITLE),
        "dct:publisher": name_agent(MAINTAINERS),
        "dcat:endpointURL": refer(f"{base}{ROOT}"),
        "dcat:endpointDescription": refer(f"{base}{OPENAPI}"),
        "foaf:page": refer(f"{base}{DOCUMENTATION}", "foaf:Document"),
        "dcat:servesDataset": refer(_dataset(base)),
        "dct:accessRights": refer_to_term("access-right/PUBLIC"),
        "dct:rights": declare_rights(vocabulary),
    }
