"""Everything that can go wrong with the index.

IndexProblem
├── IndexMissing     no index of this language has been built in the folder
└── IndexDamaged     the index in the folder is not what was built there
"""


class IndexProblem(Exception):
    """The root of the index's errors."""


class IndexMissing(IndexProblem):
    """No index of this language has been built in the folder."""


class IndexDamaged(IndexProblem):
    """The index in the folder is not what was built there."""
