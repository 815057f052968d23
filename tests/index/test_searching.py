"""Search as its users feel it: the nine points of the design, each as examples."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.language.tables import FILLER_PHRASES, load_phrases
from index.expanding import expand
from index.results import Request
from index.searching import search
from index.snapshot import Snapshot
from index.understanding import understand

Find = Callable[..., list[str]]

ABSENCE = {"frederiksberg-skolefravaer", "aabenraa-skolevaegring"}


@pytest.mark.parametrize(
    "spelling",
    ["skolefravaer", "SKOLEFRAVÆR", "Skole-fravær", "skolefra\u00advær", " skolefravær ?"],
)
def test_letters_hyphens_and_case_do_not_change_what_is_found(
    find: Find, snapshot: Snapshot, spelling: str
) -> None:
    expected = search(snapshot, Request(q="skolefravær")).hits

    hits = search(snapshot, Request(q=spelling)).hits

    assert [(hit.id, hit.score) for hit in hits] == [(hit.id, hit.score) for hit in expected]
    assert set(find("skolefravær")) >= ABSENCE


INFLECTIONS = [
    ("børn", "barn", "børnene"),
    ("indsats", "indsatsen", "indsatserne"),
    ("trivsel", "trivslen"),
    ("vejleder", "vejledere", "vejlederne", "vejlederens"),
    ("overgang", "overgange", "overgangene"),
    ("forælder", "forældre", "forældrene"),
    ("årshjul", "årshjulet"),
]


@pytest.mark.parametrize("forms", INFLECTIONS, ids=lambda forms: forms[0])
def test_inflection_does_not_change_what_is_found(find: Find, forms: tuple[str, ...]) -> None:
    assert len({tuple(find(form)) for form in forms}) == 1
    assert find(forms[0])


COMPOUNDS = [
    ("fravær", "frederiksberg-skolefravaer"),
    ("værksted", "egedal-vaerkstedsundervisning"),
    ("undervisning i værksteder", "egedal-vaerkstedsundervisning"),
    ("måling af trivsel", "egedal-faellesskab-skolestyrken"),
    ("trivselsmåling", "egedal-faellesskab-skolestyrken"),
    ("samarbejde med forældre", "aabenraa-skolevaegring"),
    ("partnerskab med forældre", "soroe-foraeldrepartnerskaber"),
    ("klasse med ressourceelever", "hoeje-taastrup-ressourceklasse"),
]


@pytest.mark.parametrize(("q", "expected"), COMPOUNDS, ids=[q for q, _ in COMPOUNDS])
def test_a_compound_is_found_by_its_parts_and_the_other_way_round(
    find: Find, q: str, expected: str
) -> None:
    assert expected in find(q)[:5]


def test_the_elderly_are_not_found_in_the_parents(snapshot: Snapshot) -> None:
    words = expand("aeldre", snapshot.lexicon, snapshot.language).words

    assert [word for word in snapshot.terms if "foraeldre" in word]
    assert not [number for number in words.tolist() if "foraeldre" in snapshot.terms[number]]


SYNONYMS = [
    ("Pædagogisk Psykologisk Rådgivning", "esbjerg-armkrog-skoler-ppr"),
    ("tolærer", "broendby-co-teaching-1-aargang"),
    ("to lærere i klassen", "broendby-co-teaching-1-aargang"),
    ("skolevægring", "frederiksberg-skolefravaer"),
    ("school absence", "frederiksberg-skolefravaer"),
    ("inclusion", "odder-bedre-muligheder-for-alle"),
    ("parents", "soroe-foraeldrepartnerskaber"),
]


@pytest.mark.parametrize(("q", "expected"), SYNONYMS, ids=[q for q, _ in SYNONYMS])
def test_the_trades_other_words_and_english_find_it_too(find: Find, q: str, expected: str) -> None:
    assert expected in find(q)


def test_filler_words_neither_filter_nor_rank(find: Find) -> None:
    assert find("hvordan kan vi arbejde med skolefravær?") == find("skolefravær")


PHRASES = sorted(load_phrases(Path("data/vocabulary") / FILLER_PHRASES))


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_filler_phrase_neither_filters_nor_ranks(find: Find, phrase: str) -> None:
    assert find(f"{phrase} uro") == find("uro") == find(f"uro {phrase}")


@pytest.mark.parametrize("alone", ["på skolen", "projekt om", "jeg leder efter", "hvad virker"])
def test_a_filler_phrase_alone_is_asked_for(find: Find, snapshot: Snapshot, alone: str) -> None:
    assert find(alone)
    assert not search(snapshot, Request(q=alone)).reading.says_nothing


def test_beside_a_quotation_a_filler_phrase_is_passed_over_too(find: Find) -> None:
    assert find('"fælles sprog" på vores skole') == find('"fælles sprog"') != []


@pytest.mark.parametrize("q", ["elever der ikke er i skolen", "få min søn i skolen"])
def test_who_is_away_from_school_is_not_passed_over(find: Find, q: str) -> None:
    assert {"aabenraa-skolevaegring", "frederiksberg-skolefravaer"} & set(find(q)[:8])


def test_of_a_compound_no_everyday_part_is_left(find: Find) -> None:
    assert find("førstehjælp") == []
    assert find("fraværshjælp")


def test_asked_exactly_or_in_a_term_its_words_are_what_they_are(
    find: Find, snapshot: Snapshot
) -> None:
    exactly = understand(snapshot, "uro på skolen", exact=True)
    assert [word.item.text for word in exactly.wanted] == ["uro", "skolen"]
    assert find("vil ikke i skolen") == find("skolevægring")


@pytest.mark.parametrize("q", ["ro", "fravær", "PPR", "trivsel", "mellemform"])
def test_neither_a_word_asked_twice_nor_one_that_nothing_has_changes_what_is_found(
    find: Find, q: str
) -> None:
    assert find(f"{q} {q}") == find(q)
    assert find(f"{q} zzqxv") == find(q)


@pytest.mark.parametrize(
    ("forms", "word"), [("fravær fraværet", "fravær"), ("trivsel børn børnene", "trivsel børn")]
)
def test_forms_of_one_word_are_one_word(find: Find, forms: str, word: str) -> None:
    assert find(forms) == find(word)


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("gåsetårn", "vordingborg-brobygning-specialregi"),
        ("gønge", "vordingborg-mere-for-flere"),
        ("aalykke", "kolding-deltagelsesmuligheder"),
    ],
)
def test_a_school_is_found_by_the_place_in_its_name(find: Find, part: str, found: str) -> None:
    assert find(part) == [found]


@pytest.mark.parametrize("term", ["kunstig intelligens", "niende klasse", "krænkende handling"])
def test_a_term_that_nothing_has_says_nothing_by_its_words_either(find: Find, term: str) -> None:
    assert find(term) == []
    assert find(f"trivsel {term}") == find("trivsel")


@pytest.mark.parametrize("q", ["parterne", "involvering", "grad", "Kolding Lemvig", "brobygning"])
def test_what_is_found_exactly_is_found_plainly_too(find: Find, q: str) -> None:
    found = {hit for word in q.split() for hit in find(word, exact=True)}

    assert found <= set(find(q))


def test_filler_words_alone_are_the_phrase_they_make(find: Find, snapshot: Snapshot) -> None:
    assert find("mere for flere")[0] == "vordingborg-mere-for-flere"
    assert len(find("hvordan kan vi")) == len(snapshot.facts)


def test_a_phrase_in_quotes_stands_as_written(find: Find) -> None:
    assert find('"AMBIT-tilgangen"') == ["frederiksberg-skolefravaer"]
    assert find('"kortet med træet"') == ["soroe-foraeldrepartnerskaber"]
    assert find('"træet kortet"') == []


def test_a_leading_minus_excludes(find: Find) -> None:
    assert set(find("fravær -skolevægring")) == {
        hit for hit in find("fravær") if hit not in find("skolevægring", exact=True)
    } - set(find('"skolevægring"'))


def test_asked_exactly_a_minus_excludes_the_word_as_written_alone(find: Find) -> None:
    assert len(find("trivsel -elev", exact=True)) > len(find("trivsel -elev"))


def test_a_hyphen_inside_a_word_excludes_nothing(find: Find) -> None:
    assert "broendby-co-teaching-1-aargang" in find("co-teaching")


@given(st.text(max_size=80))
def test_nothing_a_user_types_is_an_error(snapshot: Snapshot, q: str) -> None:
    results = search(snapshot, Request(q=q))

    assert len(results.hits) == min(results.total, 20)


ODD = [
    '"',
    '""',
    "-",
    "--",
    "(",
    "*",
    "title:",
    "~9",
    "a" * 500,
    "\x00",
    "…",
    '-"',
    '-"x',
    "AND OR",
]


@pytest.mark.parametrize("q", ODD)
def test_odd_questions_are_answered(snapshot: Snapshot, q: str) -> None:
    search(snapshot, Request(q=q))


def test_what_has_more_of_the_question_comes_first(find: Find) -> None:
    assert set(find("forældresamarbejde Aabenraa")[:2]) == {
        "aabenraa-skolevaegring",
        "aabenraa-boerneparat",
    }


def test_every_hit_says_where_it_matched(snapshot: Snapshot) -> None:
    for hit in search(snapshot, Request(q="skolefravær")).hits:
        assert hit.matches
        for match in hit.matches:
            assert "<mark>" in match.snippet
            if match.block:
                assert match.block.startswith(f"{hit.id}#{match.section}-")


def test_a_broadened_hit_says_why(snapshot: Snapshot) -> None:
    results = search(snapshot, Request(q="tolærerordning"))

    reasons = {reason for match in results.hits[0].matches for reason in match.because}
    assert any(r.term == "tolærerordning" and r.reason == "synonym" for r in reasons)
    assert any(broadening.reason == "synonym" for broadening in results.reading.broadened)


def test_exactly_asked_a_word_stands_for_itself_alone(find: Find, snapshot: Snapshot) -> None:
    results = search(snapshot, Request(q="tolærerordning", exact=True))

    assert results.total == 0
    assert results.reading.broadened == ()
    assert set(find("fravær", exact=True)) < set(find("fravær"))


def test_equal_scores_fall_in_id_order(find: Find) -> None:
    assert find("", sort="relevance") == sorted(find("", sort="relevance"))


def test_without_a_question_everything_is_shown_by_municipality(
    find: Find, snapshot: Snapshot
) -> None:
    found = find("")

    assert len(found) == len(snapshot.facts)
    assert found[0].startswith("broendby")
    assert found[-1].startswith("aabenraa")


def test_a_phrase_longer_than_any_text_stands_nowhere(find: Find) -> None:
    assert find(" ".join(["på"] * 250)) == find("")
    assert find(f'"{" ".join(["skole"] * 200)}"') == []
