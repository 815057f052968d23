"""What a question and a keyword may have in common: words and their parts, concepts, near words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from index.asked_terms import AskedTerm
from index.language import Language
from index.weights import FEATURES, PAIRED_WITHIN


class Phrase(NamedTuple):
    """The lemmas of a phrase in order, and the terms of several words in it, with their places."""

    lemmas: tuple[str, ...]
    asked: tuple[AskedTerm, ...]

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms of several words."""
        return tuple(term for _, term in self.asked)


def read_phrase(words: Sequence[str], language: Language) -> Phrase:
    """Return a question or a keyword of these words; both are read alike, to find each other."""
    lemmas = tuple(map(language.lemma, words))
    return Phrase(lemmas, language.ask_for_terms(lemmas))


def list_features(phrase: Phrase, language: Language) -> Mapping[str, float]:
    """Return the features of a phrase, each with what its kind weighs."""
    telling = list_telling(phrase, language)
    concepts = _name_concepts([*telling, *phrase.terms], language)
    return {
        **dict.fromkeys(_list_parts(telling, language), FEATURES["part"]),
        **dict.fromkeys(_pair(telling), FEATURES["pair"]),
        **dict.fromkeys(concepts, FEATURES["concept"]),
        **dict.fromkeys(telling, FEATURES["word"]),
    }


def list_telling(phrase: Phrase, language: Language) -> list[str]:
    """Return the words of a phrase that say something by themselves."""
    return [lemma for lemma in phrase.lemmas if lemma not in language.stop_words]


def is_pair(feature: str) -> bool:
    """Whether a feature is two words."""
    return " " in feature


def _pair(lemmas: Sequence[str]) -> Iterator[str]:
    """Yield two near words, in whatever order they stand, as one."""
    for place, one in enumerate(lemmas):
        for other in lemmas[place + 1 : place + 1 + PAIRED_WITHIN]:
            yield f"{one} {other}" if one < other else f"{other} {one}"


def _list_parts(lemmas: Sequence[str], language: Language) -> Iterator[str]:
    parts = (part for lemma in lemmas for part in language.parts(lemma))
    return (part for part in parts if part not in language.stop_words)


def _name_concepts(terms: Sequence[str], language: Language) -> Iterator[str]:
    by_term = language.thesaurus.by_term
    return (f"${concept}" for term in terms for concept in by_term.get(term, ()))
