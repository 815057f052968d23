"""A reader's shortlist: it lives in the address, and nowhere else.

Its own pages name the trial actions as ``id``; every other page carries them along as ``samling``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from app.addresses import COMPARISON, MEETING, PLANNER, SHORTLIST, list_address

CARRIED = "samling"
OWN = "id"
OWN_PAGES = frozenset({SHORTLIST, COMPARISON, MEETING, PLANNER})
# What a meeting can speak of, and an address that every mail program takes.
MOST = 20
# What an id can be; whether there is such a trial action is for the shortlist's own page to say.
_ID = re.compile(r"[a-z0-9-]{1,100}")


@dataclass(frozen=True)
class Shortlist:
    """Ids of trial actions in the reader's order; ``here`` is the page that shows them."""

    ids: tuple[str, ...]
    here: str

    @property
    def is_full(self) -> bool:
        """Whether nothing more can be put in."""
        return len(self.ids) >= MOST

    @property
    def address(self) -> str:
        """The page of the shortlist itself."""
        return list_address(SHORTLIST, self.ids)

    def toggle(self, id_: str) -> str:
        """Return this page's address with the trial action put in at the end, or taken out."""
        left = tuple(one for one in self.ids if one != id_)
        return extend(self.here, left if id_ in self.ids else (*left, id_))


def read_ids(path: str, query: bytes, shown: tuple[str, ...] | None = None) -> tuple[str, ...]:
    """Return the ids that a page carries along, or else its own: as asked for, or as ``shown``."""
    carried = read_carried(query)
    if carried or path not in OWN_PAGES:
        return carried
    return _keep(split_query(query, OWN)[0]) if shown is None else shown


def read_carried(query: bytes) -> tuple[str, ...]:
    """Return the ids that a page carries along."""
    return _keep(split_query(query)[0])


def split_query(query: bytes, name: str = CARRIED) -> tuple[list[str], bytes]:
    """Return the values of a name in a query, and the query without them."""
    values, rest = [], []
    for pair in query.split(b"&"):
        one, _, value = pair.partition(b"=")
        if one == name.encode():
            values.append(unquote_to_bytes(value).decode("utf-8", errors="replace"))
        else:
            rest.append(pair)
    return values, b"&".join(rest)


def extend(address: str, ids: Iterable[str]) -> str:
    """Return the address with the ids carried along; what follows the '#' stays last."""
    path, hash_, fragment = address.partition("#")
    added = "&".join(f"{CARRIED}={id_}" for id_ in ids)
    joint = "" if not added else "&" if "?" in path else "?"
    return f"{path}{joint}{added}{hash_}{fragment}"


def _keep(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id_ for id_ in ids if _ID.fullmatch(id_)))[:MOST]
