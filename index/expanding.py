"""One word of the question → every word of the index that may stand for it, and how well."""

from collections.abc import Iterator
from dataclasses import dataclass

from index.language import Language
from index.lexicon import Lexicon
from index.weights import KINDS

Kind = str


@dataclass(frozen=True)
class Stand:
    """How an index word stands for a word of the question."""

    kind: Kind
    weight: float


Expansion = dict[str, Stand]


def expand(term: str, lexicon: Lexicon, language: Language) -> Expansion:
    """Return the index words that may stand for ``term``, each by its best way."""
    found: Expansion = {}
    for word, stand in _stands(term, lexicon, language):
        if word not in found or found[word].weight < stand.weight:
            found[word] = stand
    return found


def _stands(term: str, lexicon: Lexicon, language: Language) -> Iterator[tuple[str, Stand]]:
    lemma = term if " " in term else language.lemma(term)
    for word in lexicon.by_lemma.get(lemma, ()):
        kind = "exact" if word == term else "inflection"
        yield word, Stand(kind, KINDS[kind])
    yield from _compounds(lemma, lexicon, kind=None)
    for kind, other in _neighbours(lemma, language):
        for word in lexicon.by_lemma.get(other, ()):
            yield word, Stand(kind, KINDS[kind])
        yield from _compounds(other, lexicon, kind=kind)


def _compounds(lemma: str, lexicon: Lexicon, kind: Kind | None) -> Iterator[tuple[str, Stand]]:
    for part_kind, groups in (
        ("compound-head", lexicon.by_head),
        ("compound-part", lexicon.by_part),
    ):
        weight = KINDS[part_kind] * (KINDS[kind] if kind else 1.0)
        for word in groups.get(lemma, ()):
            yield word, Stand(kind or part_kind, weight)


def _neighbours(lemma: str, language: Language) -> Iterator[tuple[Kind, str]]:
    """Yield the terms that the thesaurus and the themes set beside ``lemma``."""
    thesaurus = language.thesaurus
    theme = language.theme_terms.get(lemma)
    if theme:
        yield "theme", f"#{theme}"
    for concept_id in thesaurus.by_term.get(lemma, ()):
        concept = thesaurus.concepts[concept_id]
        if concept.theme and concept.theme != theme:
            yield "within-theme", f"#{concept.theme}"
        relations = (
            ("synonym", (concept_id,)),
            ("narrower", thesaurus.narrower.get(concept_id, ())),
            ("broader", concept.broader),
            ("related", concept.related),
        )
        for kind, others in relations:
            for other in others:
                for term in thesaurus.terms(other):
                    if term != lemma:
                        yield kind, term
