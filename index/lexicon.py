"""The words of the index, by what they have in common: lemma, compound part, bare letters."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from index.analysis import strip_letters
from index.language import Language

Groups = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, eq=False, repr=False)
class Lexicon:
    """Index words by lemma, by last part and other part of a compound.

    By bare letters the words of the thesaurus are found too, since a reader may mistype those.
    """

    by_lemma: Groups
    by_head: Groups
    by_part: Groups
    by_letters: Groups

    @classmethod
    def of(cls, words: Iterable[str], language: Language) -> "Lexicon":
        """Return the lexicon of ``words``."""
        by_lemma, by_head, by_part, by_letters = (
            defaultdict[str, list[str]](list) for _ in range(4)
        )
        for word in sorted(language.thesaurus.words):
            by_letters[strip_letters(word)].append(word)
        for word in sorted(words):
            # A phrase or a theme's mark is already its own lemma.
            lemma = word if not word.isalnum() else language.lemma(word)
            by_lemma[lemma].append(word)
            by_letters[strip_letters(word)].append(word)
            for part, is_head in _all_parts(lemma, language):
                (by_head if is_head else by_part)[part].append(word)
        return cls(*map(_freeze, (by_lemma, by_head, by_part, by_letters)))


def _all_parts(lemma: str, language: Language) -> Iterator[tuple[str, bool]]:
    parts = language.parts(lemma)
    for place, part in enumerate(parts):
        yield part, place == len(parts) - 1
        for inner, _ in _all_parts(part, language):
            yield inner, False


def _freeze(groups: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(dict.fromkeys(words)) for key, words in groups.items()}
