"""The words of an index → those with a lemma, a part of a compound, bare letters in common."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.analysis import strip_letters
from index.columns import Lists, Texts
from index.language import Language
from index.reaching import Reach, reach_words


@dataclass(frozen=True, eq=False, repr=False)
class Groups:
    """Words, by number, under each key; the keys in alphabetical order."""

    keys: Texts
    members: Lists


@dataclass(frozen=True, eq=False, repr=False)
class WordGroups:
    """Words by lemma, by last part and other part of a compound, by bare letters, by concept."""

    by_lemma: Groups
    by_head: Groups
    by_part: Groups
    by_letters: Groups
    by_concept: Reach


def group_words(words: Iterable[str], language: Language) -> WordGroups:
    """Return the groups of ``words``, which stand in alphabetical order."""
    by_lemma, by_head, by_part, by_letters = (defaultdict[str, list[int]](list) for _ in range(4))
    for number, word in enumerate(words):
        # A phrase or a theme's mark is already its own lemma.
        lemma = word if not word.isalnum() else language.lemma(word)
        by_lemma[lemma].append(number)
        by_letters[strip_letters(word)].append(number)
        for part, is_head in _all_parts(lemma, language):
            (by_head if is_head else by_part)[part].append(number)
    return WordGroups(
        by_lemma=_to_groups(by_lemma),
        by_head=_to_groups(by_head),
        by_part=_to_groups(by_part),
        by_letters=_to_groups(by_letters),
        by_concept=reach_words(by_lemma, by_head, by_part, language),
    )


def _all_parts(lemma: str, language: Language) -> Iterator[tuple[str, bool]]:
    parts = language.parts(lemma)
    for place, part in enumerate(parts):
        yield part, place == len(parts) - 1
        for inner, _ in _all_parts(part, language):
            yield inner, False


def _to_groups(groups: Mapping[str, Sequence[int]]) -> Groups:
    ordered = sorted(groups)
    members = [list(dict.fromkeys(groups[key])) for key in ordered]
    return Groups(Texts.of(ordered), Lists.of(members))
