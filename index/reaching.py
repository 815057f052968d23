"""What each concept of the thesaurus reaches among the words of an index, and how well.

The terms of a concept stand for each other, those of its neighbours nearly so, and compounds with
any of them a little. It is reckoned when an index is built: questions only look it up.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.columns import Array, Lists, Numbers, Texts, Weights, to_offsets
from index.language import Language
from index.thesaurus import Thesaurus
from index.weights import HOPS, KINDS

Codes = NDArray[np.uint8]
# The ways of standing for a word, by number.
NAMES = tuple(KINDS)
CODES = {name: code for code, name in enumerate(NAMES)}

Shelf = Mapping[str, Sequence[int]]
Way = tuple[str, float]
NOWAY: Way = ("", 0.0)


# A thesaurus may be empty, and a concept unheard of.
NOTHING = (np.zeros(0, np.int32), np.zeros(0, np.uint8), np.zeros(0))


@dataclass(frozen=True, eq=False, repr=False)
class Reach:
    """The words that each concept reaches, in order, with the code of the way and its weight."""

    concepts: Texts
    words: Lists
    kinds: Codes
    weights: Weights

    def get(self, place: int) -> tuple[Numbers, Codes, Weights]:
        """Return what the concept at that place reaches."""
        run = slice(*self.words.offsets[place : place + 2].tolist())
        return self.words.values[run], self.kinds[run], self.weights[run]


def keep_best(words: Array, kinds: Array, weights: Array) -> tuple[Numbers, Codes, Weights]:
    """Return each word once, in order, with its best way, the first on a tie."""
    order = np.lexsort((-weights, words))
    words = words[order]
    firsts = np.ones(len(words), dtype=bool)
    firsts[1:] = words[1:] != words[:-1]
    kept = order[firsts]
    return words[firsts], kinds[kept], weights[kept]


def reach_words(by_lemma: Shelf, by_head: Shelf, by_part: Shelf, language: Language) -> Reach:
    """Return what every concept reaches among the words on the shelves."""
    shelves = (
        (by_lemma, 1.0),
        (by_head, KINDS["compound-head"]),
        (by_part, KINDS["compound-part"]),
    )
    # Of all the terms that are near a concept, few stand in any text.
    present = by_lemma.keys() | by_head.keys() | by_part.keys()
    reached = []
    for concept in language.thesaurus.concepts:
        rows = [
            (word, CODES[kind], weight * share)
            for key, (kind, weight) in _list_neighbours(concept, language.thesaurus)
            if key in present
            for shelf, share in shelves
            for word in shelf.get(key, ())
        ]
        words, kinds, weights = np.array(rows).reshape(-1, 3).T
        reached.append(keep_best(words.astype(np.int32), kinds.astype(np.uint8), weights))
    offsets = to_offsets([len(one) for one, _, _ in reached])
    words, kinds, weights = map(np.concatenate, zip(NOTHING, *reached, strict=True))
    return Reach(Texts.of(language.thesaurus.concepts), Lists(offsets, words), kinds, weights)


def _list_neighbours(concept: str, thesaurus: Thesaurus) -> Iterator[tuple[str, Way]]:
    """Yield the terms and marks that the thesaurus sets beside a concept, itself among them."""
    for other, (kind, weight) in _reach(concept, thesaurus).items():
        yield f"${other}", ("subject" if kind == "synonym" else kind, weight * KINDS["subject"])
        if kind == "synonym" and (inside := thesaurus.concepts[other].theme):
            yield f"#{inside}", ("within-theme", KINDS["within-theme"])
        for term in thesaurus.terms(other):
            yield term, (kind, weight)


def _reach(concept: str, thesaurus: Thesaurus) -> dict[str, Way]:
    """Return the concept and those at most ``HOPS`` relations away, each by its best way."""
    reached: dict[str, Way] = {concept: ("synonym", KINDS["synonym"])}
    rim = dict(reached)
    for _ in range(HOPS):
        further: dict[str, Way] = {}
        for near, (_, nearness) in rim.items():
            for other, relation in thesaurus.relations.get(near, {}).items():
                if _are_other_voices(concept, other, thesaurus):
                    continue
                weight = KINDS[relation] * (1.0 if near == concept else nearness)
                kind = relation if near == concept else "related"
                if weight > max(found.get(other, NOWAY)[1] for found in (reached, further)):
                    further[other] = kind, weight
        reached |= further
        rim = further
    return reached


def _are_other_voices(one: str, other: str, thesaurus: Thesaurus) -> bool:
    """Whether two concepts ask what two different groups say."""
    voice, others = thesaurus.concepts[one].voice, thesaurus.concepts[other].voice
    return voice is not None and others is not None and voice != others
