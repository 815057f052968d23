"""Pages told to machines in the words of schema.org."""

from app.addresses import EXPORT, guidance_page_address, page_address
from catalogue.guidance.records import Guidance
from catalogue.records import TrialAction
from catalogue.vocabulary import Term, Vocabulary

FORMATS = {"json": "application/json", "ndjson": "application/x-ndjson", "csv": "text/csv"}
NAME = "Prøvehandlinger"
Linked = dict[str, object]


def describe_record(record: TrialAction, vocabulary: Vocabulary, base: str) -> Linked:
    """Return a trial action as an article: about what, where, and on what it rests."""
    address = f"{base}{page_address(record.id)}"
    themes = [vocabulary.get("theme", theme) for theme in record.themes]
    return {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": address,
        "url": address,
        "headline": record.title,
        "alternativeHeadline": record.headline,
        "description": record.summary,
        "inLanguage": "da",
        "about": [_describe_theme(theme, base) for theme in themes],
        "spatialCoverage": _describe_place(vocabulary.get("municipality", record.municipality)),
        "isBasedOn": _describe_source(vocabulary.get("source", record.source.id)),
        "isPartOf": {"@type": "Dataset", "@id": f"{base}/#katalog", "name": NAME},
    }


def describe_guidance(guidance: Guidance, vocabulary: Vocabulary, base: str) -> Linked:
    """Return a piece of guidance as an article: for whom, and on what it rests."""
    address = f"{base}{guidance_page_address(guidance.id)}"
    kind = vocabulary.get("guidance_kind", guidance.kind)
    labels = [vocabulary.get("audience", id_).label for id_ in guidance.audience]
    return {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": address,
        "url": address,
        "headline": guidance.title,
        "description": guidance.summary or f"{kind.label}: {guidance.title}",
        "genre": kind.label,
        "inLanguage": "da",
        "audience": [{"@type": "Audience", "audienceType": label} for label in labels],
        "isBasedOn": _describe_source(vocabulary.get("source", guidance.source.id)),
    }


def describe_site(summary: str, base: str) -> Linked:
    """Return the site with its search, and the catalogue with its files."""
    search = {
        "@type": "SearchAction",
        "target": {
            "@type": "EntryPoint",
            "urlTemplate": f"{base}/soeg?q={{search_term_string}}",
        },
        "query-input": "required name=search_term_string",
    }
    files = [
        {
            "@type": "DataDownload",
            "encodingFormat": media_type,
            "contentUrl": f"{base}{EXPORT}?format={name}",
        }
        for name, media_type in FORMATS.items()
    ]
    about = {"name": NAME, "description": summary, "url": f"{base}/", "inLanguage": "da"}
    site = {"@type": "WebSite", "@id": f"{base}/", **about, "potentialAction": search}
    catalogue = {"@type": "Dataset", "@id": f"{base}/#katalog", **about, "distribution": files}
    return {"@context": "https://schema.org", "@graph": [site, catalogue]}


def _describe_theme(theme: Term, base: str) -> Linked:
    return {
        "@type": "DefinedTerm",
        "@id": f"{base}/temaer/{theme.id}",
        "termCode": theme.id,
        "name": theme.label,
        "description": theme.definition,
        "inDefinedTermSet": f"{base}/temaer",
    }


def _describe_place(municipality: Term) -> Linked:
    code = {"@type": "PropertyValue", "propertyID": "kommunekode", "value": municipality.code}
    return {
        "@type": "AdministrativeArea",
        "name": f"{municipality.label} Kommune",
        "identifier": code,
    }


def _describe_source(source: Term) -> Linked:
    described: Linked = {"@type": "CreativeWork", "name": source.label}
    if source.publisher:
        described["publisher"] = {"@type": "Organization", "name": source.publisher}
    if source.url:
        described["url"] = source.url
    return described
