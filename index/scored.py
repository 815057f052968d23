"""One wanted word before the index: what may stand for it, where it is found, how rare it is."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from index.columns import Array, Numbers, Weights
from index.weights import FOUND


@dataclass(frozen=True, eq=False, repr=False)
class Ways:
    """Index words by number, each with how well it stands for the wanted word.

    In the documents ``others`` it is found in another way, as well as ``others_weight`` says.
    """

    words: Numbers
    weights: Weights
    others: Numbers
    others_weight: float


@dataclass(frozen=True, eq=False, repr=False)
class InBlocks:
    """The blocks that have a wanted word and how surely; their trial actions and the best of each.

    Many are kept, so that the numbers are small ones.
    """

    documents: Numbers
    best: Array
    actions: Numbers
    most: Array


@dataclass(frozen=True, eq=False, repr=False)
class Scored:
    """The trial actions that have a wanted word: how much of it, at best how surely, how rare."""

    ways: Ways
    actions: Array
    amounts: Array
    best: Array
    rarity: float
    is_common: bool
    find_blocks: Callable[[Ways], InBlocks]

    @property
    def is_found(self) -> bool:
        """Whether anything stands for the word itself, and not only for something beside it."""
        return bool(self.best.max(initial=0.0) >= FOUND)

    @cached_property
    def in_blocks(self) -> InBlocks:
        """The blocks that have the word; only a question of several words asks for them."""
        return self.find_blocks(self.ways)

    @property
    def nbytes(self) -> int:
        """How many bytes it takes; an action has the word in some three blocks."""
        return 2_000 + 16 * len(self.ways.words) + 52 * len(self.actions)

    def amount_in(self, action: int) -> float:
        """Return how much of the word a trial action has."""
        return float(self.amounts[self.actions == action].sum())
