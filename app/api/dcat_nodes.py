"""The small pieces that a description for data portals is made of."""

from collections.abc import Mapping
from typing import Any

from app.api.rights import DANISH_STATEMENT, STATEMENT, state_rights
from catalogue.vocabulary import Vocabulary

EU = "http://publications.europa.eu/resource/authority"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "owl": "http://www.w3.org/2002/07/owl#",
}

Node = dict[str, Any]


# What each of the EU's authority tables has; portals want to be told.
TERM_KINDS = {
    "access-right": "dct:RightsStatement",
    "country": "dct:Location",
    "data-theme": "skos:Concept",
    "file-type": "dct:MediaTypeOrExtent",
    "frequency": "dct:Frequency",
    "language": "dct:LinguisticSystem",
}


def refer(address: str, kind: str = "") -> Node:
    """Return a reference to what has an address, and of what kind it is."""
    return {"@id": address, "@type": kind} if kind else {"@id": address}


def refer_to_term(name: str) -> Node:
    """Return a reference to a term of the EU's authority tables, such as ``language/DAN``."""
    return refer(f"{EU}/{name}", TERM_KINDS[name.partition("/")[0]])


def say(texts: Mapping[str, str]) -> list[Node]:
    """Return a text in each of its languages."""
    return [{"@language": language, "@value": text} for language, text in texts.items()]


def name_agent(name: str) -> Node:
    """Return someone who publishes, of whom the name is all that is known."""
    return {"@type": "foaf:Agent", "foaf:name": name}


def declare_rights(vocabulary: Vocabulary) -> Node:
    """Return whose the texts are; not a licence, since the sources state none."""
    texts = {
        language: state_rights(statement, vocabulary)
        for language, statement in {"da": DANISH_STATEMENT, "en": STATEMENT}.items()
    }
    return {"@type": "dct:RightsStatement", "rdfs:label": say(texts)}
