"""Proposed lines for the words that no line has; a person reviews each.

A dictionary knows Danish, the tables know what the catalogue means: so the head of a compound is
looked up in the tables first, and a split counts only where the tables have every part.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from catalogue.language.tables import format_compound, format_lemma
from catalogue.reading.dictionary import SHORTEST_PART, Dictionary

# They begin a word without being a word in it: `undervisning` has nothing under it.
PREFIXES = frozenset(
    {
        *("af", "an", "bag", "be", "bi", "efter", "for", "fore", "forud", "fra", "frem", "gen"),
        *("gennem", "her", "hver", "ind", "mang", "med", "mellem", "mis", "mod", "ned", "om", "op"),
        *("over", "sam", "sammen", "til", "tvær", "ud", "uden", "und", "under", "van", "ved"),
    }
)


class Proposal(NamedTuple):
    """Lines for the table of lemmas and the table of compounds."""

    lemmas: list[str]
    compounds: list[str]


def propose_lines(
    words: Iterable[str], lemma_of: Mapping[str, str], dictionary: Dictionary
) -> Proposal:
    """Return the lines that give every word a lemma, and every new lemma its parts."""
    forms_of = propose_lemmas(words, lemma_of, dictionary)
    new = [lemma for lemma in forms_of if lemma not in lemma_of]
    splits = {lemma: propose_split(lemma, lemma_of, dictionary) for lemma in new}
    return Proposal(
        [format_lemma(lemma, forms) for lemma, forms in forms_of.items()],
        [format_compound(lemma, parts) for lemma, parts in splits.items() if parts],
    )


def propose_lemmas(
    words: Iterable[str], lemma_of: Mapping[str, str], dictionary: Dictionary
) -> dict[str, list[str]]:
    """Return, by lemma, every form of each proposed line: those it has and those it lacks."""
    proposed: dict[str, str] = {}
    for word in words:
        if word not in lemma_of:
            lemma = propose_lemma(word, lemma_of, dictionary)
            # A base form can itself be a form of a line: then the word joins that line.
            proposed[word] = lemma_of.get(lemma, lemma)
    # What another word is inflected from is a lemma itself: `deltagere` makes `deltager` a noun.
    proposed |= {lemma: lemma for lemma in proposed.values() if lemma not in lemma_of}
    known = {**lemma_of, **proposed}
    return {
        lemma: sorted(form for form, its in known.items() if its == lemma != form)
        for lemma in sorted(set(proposed.values()))
    }


def propose_lemma(word: str, lemma_of: Mapping[str, str], dictionary: Dictionary) -> str:
    """Return the likeliest lemma of ``word``."""
    for *links, head in _splits(word, dictionary):
        if head in lemma_of:
            return "".join(links) + lemma_of[head]
    return dictionary.lemma(word)


def propose_split(
    lemma: str, lemma_of: Mapping[str, str], dictionary: Dictionary
) -> tuple[str, ...]:
    """Return the lemmas of the fewest parts that make up ``lemma``, or nothing."""
    for parts in _splits(lemma, dictionary):
        lemmas = tuple(filter(None, (_find_part(part, lemma_of) for part in parts)))
        if len(lemmas) == len(parts):
            return lemmas
    return ()


def _splits(word: str, dictionary: Dictionary) -> list[tuple[str, ...]]:
    """Return the splits at hyphens or, fewest parts first, the legal ones without a prefix."""
    *links, last = word.split("-")
    if links:
        return [(*(f"{link}-" for link in links), last)]
    return [parts for parts in dictionary.splits(word) if not PREFIXES.intersection(parts)]


def _find_part(part: str, lemma_of: Mapping[str, str]) -> str | None:
    """Return the lemma of a part, with or without the letter that links it to the next."""
    unlinked = part.removesuffix("-").removesuffix("s")
    # `arbejdsform` begins with `arbejde`, `børneskole` with `børn`.
    forms = (part, unlinked, f"{unlinked}e", part.removesuffix("e"))
    return next((lemma_of[f] for f in forms if len(f) >= SHORTEST_PART and f in lemma_of), None)
