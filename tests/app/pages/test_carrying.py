"""The shortlist goes along from page to page."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

import httpx
import pytest

from app.addresses import list_address
from app.pages.carrying import carry_along
from app.shortlist import MOST
from tests.app.pages.conftest import STATUS, read_page

GetPage = Callable[..., Element]
ODENSE, SOROE = "odense-samarbejdspraksis-ppr", "soroe-foraeldrepartnerskaber"
# More than any page below is itself asked for, so that neither is taken for the other.
KEPT = [ODENSE, SOROE, "kolding-laeringsoptimisme", "aabenraa-boerneparat"]
CARRYING = "&".join(f"samling={id_}" for id_ in KEPT)
# What is no page: it needs no shortlist, and some of it would refuse one.
NO_PAGE = ("/api/", "#", "https:", "mailto:")
# What changes the shortlist, and says so.
TAKES_OUT = "Fjern "
ANOTHER = "Se dem som samling"


def keep(path: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}{CARRYING}"


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_every_link_of_every_page_takes_the_shortlist_along(get_page: GetPage, path: str) -> None:
    page = get_page(keep(path), STATUS.get(path))
    kept = expect_kept(path)

    links = [link for link in page.iter("a") if link.get("rel") != "nofollow"]
    addresses = [one for link in links if not (one := link.get("href", "")).startswith(NO_PAGE)]
    assert len(addresses) > 5
    for address in addresses:
        assert parse_qs(urlsplit(address).query).get("samling") == kept, address


def test_no_link_that_says_itself_what_it_carries_forgets_the_shortlist(
    get_page: GetPage, path: str
) -> None:
    page = get_page(keep(path), STATUS.get(path))
    kept = expect_kept(path)

    for link in [link for link in page.iter("a") if link.get("rel") == "nofollow"]:
        address, name = link.get("href", ""), text_of(link)
        # A file is read elsewhere, and nobody goes on from it.
        if address.startswith(NO_PAGE) or "." in urlsplit(address).path or name == ANOTHER:
            continue
        asked = parse_qs(urlsplit(address).query)
        lost = set(kept) - set(asked.get("samling") or asked["id"])
        assert len(lost) <= name.startswith(TAKES_OUT), address


def expect_kept(path: str) -> list[str]:
    """Return the shortlist of a page: a shortlist shown is what is carried on."""
    own = parse_qs(urlsplit(path).query).get("id", [])
    known = [id_ for id_ in own if id_ != "findes-ikke"]
    return known if path.startswith("/samling?") else KEPT


def test_every_form_takes_the_shortlist_along(get_page: GetPage, path: str) -> None:
    page = get_page(keep(path), STATUS.get(path))

    for form in page.iter("form"):
        kept = [one.get("value") for one in form.iter("input") if one.get("name") == "samling"]
        # A form that is sent as a query leaves behind the one of its action.
        if form.get("method") == "post":
            kept = [*parse_qs(urlsplit(form.get("action", "")).query)["samling"]]
        assert kept == expect_kept(path)


def test_the_header_counts_and_leads_to_the_shortlist(get_page: GetPage, path: str) -> None:
    page = get_page(keep(path), STATUS.get(path))

    (link,) = [one for one in page.findall(".//body/header//a") if "Samling" in text_of(one)]
    kept = expect_kept(path)
    address = list_address("/samling", kept)
    assert (text_of(link), link.get("href")) == (f"Samling ({len(kept)})", address)


@pytest.mark.parametrize("path", ["/samling", "/sammenlign", "/moedeark", "/planlaeg"])
@pytest.mark.parametrize(
    ("query", "shown"), [("id=findes-ikke", "Samling"), (f"id={SOROE}&id=x", "Samling (1)")]
)
def test_what_does_not_exist_is_not_counted(
    client: httpx.Client, path: str, query: str, shown: str
) -> None:
    page = read_page(client.get(f"{path}?{query}").text)

    texts = {text_of(link) for link in page.findall(".//body/header//a")}
    assert shown in texts


def test_a_form_that_is_sent_keeps_the_shortlist(client: httpx.Client) -> None:
    sent = {"inspired_by": SOROE, "problem": "Uro"}
    for button in ("opdater", "print"):
        answer = client.post(f"/planlaeg?{CARRYING}", data={**sent, "handling": button})

        assert "Samling (4)" in answer.text
        assert f"/planlaeg?{CARRYING}".replace("&", "&amp;") in answer.text


def test_the_redirect_of_a_shortened_address_keeps_the_shortlist(client: httpx.Client) -> None:
    answer = client.get(f"/proevehandlinger?{CARRYING}&x=y", follow_redirects=False)

    assert (answer.status_code, answer.headers["Location"]) == (308, f"/soeg?{CARRYING}")


@pytest.mark.parametrize(
    "path",
    [
        "/soeg?q=samarbejde&municipality=odense",
        "/temaer/ppr-taet-paa-praksis",
        "/kommuner/odense",
        f"/proevehandlinger/{ODENSE}",
    ],
)
def test_a_trial_action_is_put_in_and_taken_out_where_it_is_read(
    get_page: GetPage, path: str
) -> None:
    into = find_toggle(get_page(path), "Læg i samling: Ny samarbejdspraksis mellem PPR og skole")
    out = find_toggle(
        get_page(into), "Fjern Ny samarbejdspraksis mellem PPR og skole fra samlingen"
    )

    assert f"samling={ODENSE}" in into
    assert urlsplit(into).path == urlsplit(out).path == urlsplit(path).path
    assert out.partition("#")[0] == path


def find_toggle(page: Element, name: str) -> str:
    (link,) = [one for one in page.iter("a") if text_of(one) == name]
    fragment = link.get("href", "").partition("#")[2]
    assert fragment in {element.get("id") for element in page.iter()}
    return link.get("href", "")


def test_a_full_shortlist_says_so_and_takes_no_more(get_page: GetPage) -> None:
    full = "&".join(f"samling=x{number}" for number in range(MOST))

    page = get_page(f"/kommuner/odense?{full}")

    assert "Samlingen er fuld: Den har 20 prøvehandlinger." in text_of(page)
    assert "Læg i samling" not in text_of(page)


def test_what_others_put_into_a_link_is_ignored_and_goes_no_further(
    client: httpx.Client, path: str
) -> None:
    added = "utm_source=nyhedsbrev&fbclid=x%FF&%00=y&farve"
    usual = client.get(keep(path))

    answer = client.get(f"{keep(path)}&{added}")

    assert (answer.status_code, answer.text) == (usual.status_code, usual.text)


def test_a_search_refuses_no_shortlist_but_a_program_that_sends_one_is_told(
    client: httpx.Client,
) -> None:
    assert client.get(f"/soeg?{CARRYING}").status_code == 200
    assert client.get(f"/api/v1/trial-actions?{CARRYING}").status_code == 422


def test_a_name_is_known_however_it_is_encoded(client: httpx.Client) -> None:
    assert client.get("/soeg?%74heme=hest").status_code == 422


def test_an_id_that_nobody_knows_does_not_stop_a_search(client: httpx.Client) -> None:
    assert client.get("/soeg?samling=findes-ikke&samling=%22%3E%3Cb%3E").status_code == 200


def test_without_a_shortlist_a_page_stays_as_it_is() -> None:
    assert carry_along('<a href="/soeg">', ()) == '<a href="/soeg">'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '<a class="x" href="/a?b=1&amp;c=2#d">',
            '<a class="x" href="/a?b=1&amp;c=2&amp;samling=i#d">',
        ),
        ('<a href="/a?q=&#39;&quot;#d">', '<a href="/a?q=&#x27;&quot;&amp;samling=i#d">'),
        ('<a rel="nofollow" href="/a">', '<a rel="nofollow" href="/a">'),
        ('<link href="/a">', '<link href="/a">'),
        ('<a href="//andre.dk/">', '<a href="//andre.dk/">'),
        ('<a href="/api/v1/status">', '<a href="/api/v1/status">'),
        ("<p>&lt;a href=&#34;/a&#34;&gt;</p>", "<p>&lt;a href=&#34;/a&#34;&gt;</p>"),
    ],
)
def test_only_links_to_pages_are_changed(before: str, after: str) -> None:
    assert carry_along(before, ("i",)) == after
