"""One word of the question → every word of the index that may stand for it, and how well."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from index.language import Language
from index.lexicon import Lexicon
from index.thesaurus import Thesaurus
from index.weights import HOPS, KINDS

Kind = str


@dataclass(frozen=True)
class Stand:
    """How an index word stands for a word of the question."""

    kind: Kind
    weight: float


Expansion = Mapping[str, Stand]
# Ways of standing for a word that a reader takes for granted and need not be told.
SILENT = ("exact", "inflection")
NOTHING = Stand("", 0.0)


def expand(term: str, lexicon: Lexicon, language: Language) -> Expansion:
    """Return the index words that may stand for ``term``, each by its best way."""
    found: dict[str, Stand] = {}
    for word, stand in _stands(term, lexicon, language):
        if word not in found or found[word].weight < stand.weight:
            found[word] = stand
    return found


def _stands(term: str, lexicon: Lexicon, language: Language) -> Iterator[tuple[str, Stand]]:
    lemma = term if " " in term else language.lemma(term)
    for word in lexicon.by_lemma.get(lemma, ()):
        kind = "exact" if word == term else "inflection"
        yield word, Stand(kind, KINDS[kind])
    for part_kind, word in _compounds(lemma, lexicon):
        yield word, Stand(part_kind, KINDS[part_kind])
    for other, stand in _neighbours(lemma, language):
        for word in lexicon.by_lemma.get(other, ()):
            yield word, stand
        for part_kind, word in _compounds(other, lexicon):
            yield word, Stand(stand.kind, stand.weight * KINDS[part_kind])


def _compounds(lemma: str, lexicon: Lexicon) -> Iterator[tuple[Kind, str]]:
    for kind, groups in (("compound-head", lexicon.by_head), ("compound-part", lexicon.by_part)):
        for word in groups.get(lemma, ()):
            yield kind, word


def _neighbours(lemma: str, language: Language) -> Iterator[tuple[str, Stand]]:
    """Yield the terms that the themes and the thesaurus set beside ``lemma``."""
    theme = language.theme_terms.get(lemma)
    if theme:
        yield f"#{theme}", Stand("theme", KINDS["theme"])
    if lemma in language.kind_terms:
        yield f"~{language.kind_terms[lemma]}", Stand("kind", KINDS["kind"])
    for concept_id in language.thesaurus.by_term.get(lemma, ()):
        for other, stand in _reach(concept_id, language.thesaurus).items():
            kind = "subject" if stand.kind == "synonym" else stand.kind
            yield f"${other}", Stand(kind, stand.weight * KINDS["subject"])
            if stand.kind == "synonym" and (inside := language.thesaurus.concepts[other].theme):
                yield f"#{inside}", Stand("within-theme", KINDS["within-theme"])
            for term in language.thesaurus.terms(other):
                if term != lemma:
                    yield term, stand


def _reach(concept_id: str, thesaurus: Thesaurus) -> dict[str, Stand]:
    """Return the concept and those at most ``HOPS`` relations away, each by its best way."""
    reached = {concept_id: Stand("synonym", KINDS["synonym"])}
    rim = dict(reached)
    for _ in range(HOPS):
        further: dict[str, Stand] = {}
        for near, stand in rim.items():
            for other, relation in thesaurus.relations.get(near, {}).items():
                if _are_other_voices(concept_id, other, thesaurus):
                    continue
                weight = KINDS[relation] * (1.0 if near == concept_id else stand.weight)
                kind = relation if near == concept_id else "related"
                if weight > max(found.get(other, NOTHING).weight for found in (reached, further)):
                    further[other] = Stand(kind, weight)
        reached |= further
        rim = further
    return reached


def _are_other_voices(one: str, other: str, thesaurus: Thesaurus) -> bool:
    """Whether two concepts ask what two different groups say."""
    voice, others = thesaurus.concepts[one].voice, thesaurus.concepts[other].voice
    return voice is not None and others is not None and voice != others
