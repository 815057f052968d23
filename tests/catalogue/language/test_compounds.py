from collections.abc import Sequence
from pathlib import Path

import pytest

from catalogue.errors import InvalidFile
from catalogue.language.tables import (
    COMPOUNDS,
    LEMMAS,
    alphabetical,
    load_compounds,
    load_lemmas,
    unreviewed,
)

VOCABULARY = Path("data/vocabulary")

# Add a line for every compound that a reader could not find by its part.
SPLIT = {
    "forældresamarbejde": ("forælder", "samarbejde"),
    "forældrepartnerskab": ("forælder", "partnerskab"),
    "skolefravær": ("skole", "fravær"),
    "fraværsvejleder": ("fravær", "vejleder"),
    "børnefællesskab": ("barn", "fællesskab"),
    "børnehaveklasseleder": ("børnehaveklasse", "leder"),
    "trivselsmåling": ("trivsel", "måling"),
    "specialpædagogik": ("special", "pædagogik"),
    "støttesystem": ("støtte", "system"),
    "ppr-psykolog": ("ppr", "psykolog"),
    "skole-hjem-samarbejde": ("skole", "hjem", "samarbejde"),
    "ungdomsskole": ("ungdom", "skole"),
    "klasseledelse": ("klasse", "ledelse"),
    "videndeling": ("viden", "deling"),
}

# Words that a dictionary would cut up although their parts do not carry their meaning.
WHOLE = (
    *("mistrivsel", "indskoling", "udskoling", "undervisning", "overgang", "samarbejde"),
    *("medbestemmelse", "medindflydelse", "indsats", "inddragelse", "forældre", "forælder"),
    *("vejleder", "vejledning", "medarbejder", "rådgiver", "deltage", "trivsel", "fællesskab"),
    *("børnehave", "brobygning", "ordblindhed", "personale", "co-teaching", "mellemtrin"),
    *("forskellig", "kontakt", "kultur", "kursus", "fritid", "prøvehandling", "dagtilbud"),
)


@pytest.fixture(scope="module")
def parts_of() -> dict[str, tuple[str, ...]]:
    return load_compounds(VOCABULARY / COMPOUNDS)


@pytest.fixture(scope="module")
def lemma_of() -> dict[str, str]:
    return load_lemmas(VOCABULARY / LEMMAS)


@pytest.mark.parametrize(("compound", "parts"), SPLIT.items(), ids=SPLIT)
def test_a_compound_is_split_into_its_parts(
    compound: str, parts: tuple[str, ...], parts_of: dict[str, tuple[str, ...]]
) -> None:
    assert parts_of[compound] == parts


@pytest.mark.parametrize("word", WHOLE)
def test_a_word_that_means_more_than_its_parts_stays_whole(
    word: str, parts_of: dict[str, tuple[str, ...]]
) -> None:
    assert word not in parts_of


def test_compounds_and_parts_are_lemmas_of_the_table(
    parts_of: dict[str, tuple[str, ...]], lemma_of: dict[str, str]
) -> None:
    words = {word for compound, parts in parts_of.items() for word in (compound, *parts)}

    assert {word for word in words if lemma_of.get(word) != word} == set()


def _linked(form: str) -> set[str]:
    """Return how a form begins a compound: alone, linked, or as `arbejde` in `arbejdsform`."""
    stem = form.removesuffix("e")
    return {form, *(form + link for link in ("s", "e", "-", "s-")), stem, f"{stem}s"}


def test_the_parts_cover_the_whole_compound(
    parts_of: dict[str, tuple[str, ...]], lemma_of: dict[str, str]
) -> None:
    forms_of: dict[str, list[str]] = {}
    for form, lemma in lemma_of.items():
        forms_of.setdefault(lemma, []).append(form)

    def covered(rest: str, parts: Sequence[str]) -> bool:
        if not parts:
            return rest == ""
        begins = (begin for form in forms_of[parts[0]] for begin in _linked(form))
        return any(
            covered(rest[len(begin) :], parts[1:]) for begin in begins if rest.startswith(begin)
        )

    assert [word for word, parts in parts_of.items() if not covered(word, parts)] == []


def test_no_part_is_shorter_than_three_letters(parts_of: dict[str, tuple[str, ...]]) -> None:
    assert [parts for parts in parts_of.values() if min(map(len, parts)) < 3] == []


def test_no_old_person_hides_in_a_parent(parts_of: dict[str, tuple[str, ...]]) -> None:
    assert [word for word, parts in parts_of.items() if "gammel" in parts] == []


def test_no_compound_waits_for_review() -> None:
    assert unreviewed(VOCABULARY / COMPOUNDS) == []


def test_compounds_stand_in_alphabetical_order(parts_of: dict[str, tuple[str, ...]]) -> None:
    assert list(parts_of) == sorted(parts_of, key=alphabetical)


REFUSED = {
    "no equals sign": ("skolefravær: skole fravær\n", "1: a line is 'compound = part + part'"),
    "one part": ("skole = skole\n", "1: 'skole' needs at least 2 parts"),
    "an empty part": ("skolefravær = skole +\n", "1: '' is not a word"),
    "a compound twice": ("ab = cd + ef\nab = gh + ij\n", "compounds.txt:2: 'ab' stands twice"),
}


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED)
def test_a_bad_line_is_refused_with_its_number(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / COMPOUNDS
    path.write_text(text, "utf-8")

    with pytest.raises(InvalidFile) as refused:
        load_compounds(path)

    assert message in str(refused.value)
