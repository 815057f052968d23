"""The shortlist in the address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.shortlist import MOST, Shortlist, extend, read_ids, split_query

IDS = st.lists(st.from_regex(r"[a-z0-9-]{1,20}", fullmatch=True), unique=True, max_size=MOST - 1)


def test_a_page_carries_what_its_address_says_in_that_order() -> None:
    assert read_ids("/soeg", b"q=ro&samling=b&page=2&samling=a") == ("b", "a")


def test_an_id_that_narrows_a_search_is_no_shortlist() -> None:
    assert read_ids("/soeg", b"id=a") == ()


@pytest.mark.parametrize("path", ["/samling", "/sammenlign", "/moedeark", "/planlaeg"])
def test_the_pages_of_a_shortlist_name_it_themselves_unless_another_is_carried(path: str) -> None:
    assert read_ids(path, b"id=a&id=b") == ("a", "b")
    assert read_ids(path, b"id=a&samling=b&samling=c") == ("b", "c")


def test_the_page_of_a_shortlist_carries_what_it_found_of_it() -> None:
    assert read_ids("/sammenlign", b"id=a&id=b", ("b",)) == ("b",)
    assert read_ids("/sammenlign", b"id=a&samling=c", ()) == ("c",)


@pytest.mark.parametrize(
    "query",
    [b"samling=", b"samling=A", b"samling=%22%3E%3Cb%3E", b"samling=%ff", b"samling=" + b"a" * 101],
)
def test_what_can_be_no_id_is_not_carried(query: bytes) -> None:
    assert read_ids("/", query) == ()


def test_no_more_is_carried_than_a_shortlist_holds_and_each_once() -> None:
    query = "&".join(f"samling=x{number}&samling=x{number}" for number in range(MOST + 5))

    ids = read_ids("/", query.encode())

    assert ids == tuple(f"x{number}" for number in range(MOST))
    assert Shortlist(ids, "/").is_full


def test_putting_in_and_taking_out_stays_on_the_page() -> None:
    shortlist = Shortlist(("a",), "/temaer/%C3%A6?q=%C3%A6")

    assert shortlist.toggle("b") == "/temaer/%C3%A6?q=%C3%A6&samling=a&samling=b"
    assert shortlist.toggle("a") == "/temaer/%C3%A6?q=%C3%A6"


def test_ids_come_before_the_fragment() -> None:
    assert extend("/a?b=c#d", ["x", "y"]) == "/a?b=c&samling=x&samling=y#d"
    assert extend("/a#d", []) == "/a#d"


@given(IDS, st.text("abc=&%?æ\"'<> ", max_size=30))
def test_what_is_carried_comes_out_again_and_leaves_the_rest_alone(
    ids: list[str], rest: str
) -> None:
    query = extend(f"?{rest}".replace("#", ""), ids).encode()[1:]

    assert split_query(query) == (ids, rest.encode()) or not ids


@given(IDS, st.from_regex(r"[a-z]{1,8}", fullmatch=True))
def test_taking_out_what_was_put_in_is_as_before(ids: list[str], new: str) -> None:
    before = Shortlist(tuple(one for one in ids if one != new), "/soeg")

    carried, _ = split_query(before.toggle(new).partition("?")[2].encode())
    after = Shortlist(tuple(carried), "/soeg")

    assert after.ids == (*before.ids, new)
    assert after.toggle(new) == extend("/soeg", before.ids)
