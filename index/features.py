"""What a question and a keyword may have in common: words, concepts, two words near each other."""

from collections.abc import Iterator, Mapping, Sequence

from index.asked_terms import find_asked_terms
from index.language import Language
from index.weights import FEATURES

# So many telling words on are still near.
NEAR = 3


def list_features(words: Sequence[str], language: Language) -> Mapping[str, float]:
    """Return the features of a phrase of these words, each with what its kind weighs."""
    lemmas = tuple(map(language.lemma, words))
    telling = [lemma for lemma in lemmas if lemma not in language.stop_words]
    terms = [*telling, *(term for _, term in find_asked_terms(lemmas, language))]
    return {
        **dict.fromkeys(_pair(telling), FEATURES["pair"]),
        **dict.fromkeys(_name_concepts(terms, language), FEATURES["concept"]),
        **dict.fromkeys(telling, FEATURES["word"]),
    }


def _pair(lemmas: Sequence[str]) -> Iterator[str]:
    """Yield two near words, in whatever order they stand, as one."""
    for place, one in enumerate(lemmas):
        for other in lemmas[place + 1 : place + 1 + NEAR]:
            yield f"{one} {other}" if one < other else f"{other} {one}"


def _name_concepts(terms: Sequence[str], language: Language) -> Iterator[str]:
    by_term = language.thesaurus.by_term
    return (f"${concept}" for term in terms for concept in by_term.get(term, ()))
