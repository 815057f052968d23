"""The ids of all that a search finds, without what shows it."""

import pytest

from index.results import Request
from index.searching import find_ids, search
from index.snapshot import Snapshot

REQUESTS = {
    "nothing asked": Request(),
    "a question": Request(q="fravær"),
    "a question without an answer": Request(q="xyzzyq"),
    "a filter": Request(q="forældre", filters={"municipality": ("kolding", "odense")}),
    "chosen ids": Request(ids=("soroe-foraeldrepartnerskaber",)),
    "another order": Request(q="ppr", sort="title"),
    "exactly": Request(q="fravær", exact=True),
    "excluded": Request(q="forældre -ppr"),
}


@pytest.mark.parametrize("request_", REQUESTS.values(), ids=REQUESTS)
def test_the_ids_are_those_of_the_search_on_all_its_pages(
    snapshot: Snapshot, request_: Request
) -> None:
    pages = [
        search(snapshot, Request(**{**vars(request_), "page": page, "page_size": 5})).hits
        for page in range(1, 6)
    ]

    assert find_ids(snapshot, request_) == [hit.id for hits in pages for hit in hits]
