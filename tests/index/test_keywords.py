"""Keywords: what readers would type who look for an action, compared as whole phrases."""

from collections.abc import Callable
from itertools import chain
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.errors import InvalidFile
from index.analysis import keys
from index.card_columns import to_card_columns
from index.features import list_telling, read_phrase
from index.keywords import load_keywords
from index.language import Language
from index.marking import find_marks
from index.passages import search_passages
from index.results import Request
from index.searching import search
from index.snapshot import Snapshot
from index.understanding import understand
from index.wishes import Wishes
from scripts.evaluate import JUDGED
from scripts.evaluating.judgements import load_judgements
from tests.index.made_up_cards import make_cards

Find = Callable[..., list[str]]


def test_every_trial_action_has_keywords_of_every_degree(snapshot: Snapshot) -> None:
    keywords = snapshot.language.keywords

    assert keywords.keys() == snapshot.numbers.keys()
    assert all(all(degrees) for degrees in keywords.values())


def test_no_keyword_stands_twice_on_a_card(language: Language) -> None:
    for action, degrees in language.keywords.items():
        phrases = [phrase.casefold() for degree in degrees for phrase in degree]
        assert len(phrases) == len(set(phrases)), action


@pytest.mark.parametrize(
    ("text", "reason"),
    [("somewhat: [a]", "somewhat"), ("main: {a: b}", "main"), ("main: [", "expected")],
)
def test_a_card_that_breaks_a_rule_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "one.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(InvalidFile, match=reason):
        load_keywords(tmp_path)


def test_an_action_is_found_by_a_keyword_whose_word_its_texts_lack(snapshot: Snapshot) -> None:
    texts = [document.text.lower() for document in snapshot.documents if document.block]
    assert not [text for text in texts if "bibliotek" in text]

    hits = search(snapshot, Request(q="bibliotek")).hits

    assert hits[0].id == "frederikshavn-vaerktoej-videndeling"
    assert ("keyword", None) in [(match.section, match.block) for match in hits[0].matches]


def test_neither_exact_search_nor_a_phrase_nor_an_exclusion_knows_the_keywords(find: Find) -> None:
    assert find("bibliotek", exact=True) == []
    assert find('"bibliotek"') == []
    assert find("-bibliotek") == find("")


def test_a_keyword_fits_better_the_more_of_it_is_asked_for(language: Language) -> None:
    cards = make_cards({"a": (("kamp", "lang og hård kamp"), (), ())}, language)

    whole, part = cards.fit([cards.find("kamp")], [1.0]).shares

    assert whole > part > 0


def test_a_keyword_fits_better_the_more_of_the_question_it_has(language: Language) -> None:
    cards = make_cards({"a": (("kamp",), (), ()), "b": ((), (), ())}, language)

    alone = cards.fit([cards.find("kamp")], [1.0])
    beside = cards.fit([cards.find("kamp"), cards.find("spark")], [1.0, 1.0])

    assert alone.shares[0] > beside.shares[0] > 0


def test_a_keyword_asked_for_as_it_stands_finds_what_is_mainly_about_it(
    snapshot: Snapshot, find: Find
) -> None:
    cards = snapshot.cards.columns
    asked = [
        n for n in range(0, len(cards.texts), 40) if understand(snapshot, cards.texts[n]).wanted
    ]

    lost = [n for n in asked if not main_actions(snapshot, n) <= set(find(cards.texts[n]))]

    assert [cards.texts[n] for n in lost] == []


def main_actions(snapshot: Snapshot, keyword: int) -> set[str]:
    cards = snapshot.cards.columns
    places = range(cards.actions.offsets[keyword], cards.actions.offsets[keyword + 1])
    return {snapshot.ids[cards.actions.values[n]] for n in places if cards.ranks[n] == 0}


def test_a_word_that_only_keywords_have_is_lacking_where_texts_are_searched(
    snapshot: Snapshot,
) -> None:
    hits = search(snapshot, Request(q="bibliotek"))
    passages = search_passages(snapshot, Request(q="bibliotek"))

    assert (hits.total > 0, hits.reading.dropped) == (True, ())
    assert (passages.total, passages.reading.dropped) == (0, ("bibliotek",))


@pytest.mark.parametrize("q", ["hest", "hund", "robotter", "bord", "aldrig", "brand", "vand"])
def test_a_word_that_keywords_have_only_in_passing_is_lacking(snapshot: Snapshot, q: str) -> None:
    results = search(snapshot, Request(q=q))

    assert (results.total, results.reading.dropped) == (0, (q,))


@pytest.mark.parametrize("q", ["holdopdeling", "rastløse", "personaleudveksling"])
def test_a_word_that_only_keywords_have_finds_the_cards_of_those_about_it(
    snapshot: Snapshot, q: str
) -> None:
    hits = search(snapshot, Request(q=q)).hits

    assert 0 < len(hits) < len(snapshot.ids) / 2
    assert all("<mark>" in hit.matches[0].snippet for hit in hits)
    assert {hit.matches[0].section for hit in hits} == {"keyword"}


@pytest.mark.parametrize("word", ["lektier", "skolemad", "mobilforbud"])
def test_beside_one_other_word_it_is_told_and_changes_nothing(
    find: Find, snapshot: Snapshot, word: str
) -> None:
    results = search(snapshot, Request(q=f"{word} og fravær", page_size=100))

    assert results.reading.dropped == (word,)
    assert [hit.id for hit in results.hits] == find("fravær")


@pytest.mark.parametrize("q", ["søvn", "drenge", "piger"])
def test_what_keywords_are_about_is_found_beside_what_is_lacking(
    find: Find, snapshot: Snapshot, q: str
) -> None:
    results = search(snapshot, Request(q=f"{q} robotter", page_size=100))

    assert results.reading.dropped == ("robotter",)
    assert [hit.id for hit in results.hits] == find(q)


def test_of_a_parted_word_no_part_is_found_without_the_other(snapshot: Snapshot) -> None:
    results = search(snapshot, Request(q="verdensmål"))

    assert (results.total, results.reading.dropped) == (0, ("verdensmål",))


def test_where_nothing_covers_the_question_it_is_lacking(snapshot: Snapshot) -> None:
    results = search(snapshot, Request(q="kunstig intelligens"))

    assert (results.total, results.reading.dropped) == (0, ("kunstig intelligens",))
    assert results.reading.broadened == ()


def test_a_keyword_that_makes_much_of_a_score_is_shown_and_marked(snapshot: Snapshot) -> None:
    hit, *_ = search(snapshot, Request(q="besøgsdag")).hits
    (match,) = [match for match in hit.matches if match.section == "keyword"]

    assert "<mark>" in match.snippet


def test_a_keyword_of_a_lower_degree_fits_less(language: Language) -> None:
    keywords = {"a": (("kamp",), (), ()), "b": ((), ("Kamp",), ()), "c": ((), (), ("kamp",))}
    cards = make_cards(keywords, language)

    main, useful, touched = cards.fit([cards.find("kamp")], [1.0]).weigh_actions()

    assert main > useful > touched > 0


def test_a_keyword_of_several_cards_is_one_keyword(language: Language) -> None:
    cards = make_cards({"a": (("kamp",), (), ()), "b": (("Kamp",), (), ())}, language)

    assert list(cards.columns.texts) == ["kamp"]
    assert cards.columns.actions[0].tolist() == [0, 1]


def test_a_keyword_given_in_two_degrees_on_one_card_counts_in_the_better(
    language: Language,
) -> None:
    cards = make_cards({"a": ((), ("kamp",), ("Kamp",)), "b": ((), ("kamp",), ())}, language)

    twice, once = cards.fit([cards.find("kamp")], [1.0]).weigh_actions()

    assert cards.columns.actions[0].tolist() == [0, 1]
    assert twice == once > 0


def test_the_card_of_a_record_that_does_not_exist_is_left_out(language: Language) -> None:
    keywords = {"gone": (("kamp", "ro"), (), ()), "here": ((), ("ro",), ())}

    columns = to_card_columns(keywords, {"here": 0}, language)

    assert list(columns.texts) == ["ro"]
    assert columns.actions[0].tolist() == [0]
    assert columns.votes.size.tolist() == [1]


def mark(keyword: str, term: str, language: Language) -> list[str]:
    """Return what is marked in a keyword where a term is asked for."""
    cards = make_cards({"a": ((keyword,), (), ())}, language)
    wishes = Wishes(((term, cards.expand(term)),), len(cards.lexicon.terms))
    (found,) = find_marks(cards.columns.said, np.array([0]), wishes.table)
    return [cards.columns.texts[0][one.start : one.end] for one in found.marks]


@pytest.mark.parametrize(
    "keyword",
    ["hjælp mod skole\u00adfravær nu", "skolefrav\u00e6r", "\u00admeget Skole-fravær"],
)
def test_a_word_with_what_is_not_seen_in_it_is_marked_whole(
    language: Language, keyword: str
) -> None:
    marked = mark(keyword, "skolefravaer", language)

    assert [one.lower().replace("-", "") for one in marked] == ["skolefravær"]


def test_a_letter_that_is_written_in_two_signs_is_marked_whole(language: Language) -> None:
    assert mark("vores a\u030arshjul her", "aarshjul", language) == ["årshjul"]


@pytest.mark.parametrize(
    ("keyword", "term", "marked"),
    [
        ("planen ender altid nede i skuffen", "ende i skuffe", ["ender", "skuffen"]),
        ("i skuffen er det planen ender", "ende i skuffe", ["skuffen", "ender"]),
        ("behov der er helt særlige", "saerlig behov", ["behov", "særlige"]),
    ],
)
def test_each_word_of_a_term_is_marked_however_far_they_stand_apart(
    language: Language, keyword: str, term: str, marked: list[str]
) -> None:
    found = mark(keyword, term, language)

    assert [word for word in found if word in marked] == marked


@given(st.lists(st.text(max_size=12), min_size=1, max_size=5))
def test_a_fit_is_a_share(snapshot: Snapshot, terms: list[str]) -> None:
    cards = snapshot.cards

    fit = cards.fit([cards.find(term) for term in terms], [1.0] * len(terms)).shares

    assert ((fit >= 0) & (fit <= 1)).all()


def tell(text: str, language: Language) -> frozenset[str]:
    """Return what of a phrase says anything, whatever its form and order."""
    return frozenset(list_telling(read_phrase(keys(text), language), language))


def test_no_keyword_of_several_words_is_a_judged_question(snapshot: Snapshot) -> None:
    language = snapshot.language
    files = [load_judgements(path) for path in JUDGED.glob("*.json")]
    judged = {tell(asked.query, language) for asked in chain.from_iterable(files)}

    written = {tell(text, language) for text in snapshot.cards.columns.texts}

    assert {words for words in judged & written if len(words) > 1} == set()


def test_every_keyword_says_something_that_an_action_answers(snapshot: Snapshot) -> None:
    cards = snapshot.cards.columns
    starts = cards.actions.offsets[:-1]
    texts = list(cards.texts)

    silent = [text for text in texts if not tell(text, snapshot.language)]
    light = [texts[n] for n in np.flatnonzero(np.minimum.reduceat(cards.ranks, starts) == 2)]

    assert (silent, light) == ([], [])


def test_a_blank_keyword_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("main:\n- ' '\n", encoding="utf-8")

    with pytest.raises(InvalidFile, match=r"a\.yaml"):
        load_keywords(tmp_path)
