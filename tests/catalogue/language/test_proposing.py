from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from catalogue.language.proposing import propose_lemmas, propose_lines, propose_split
from catalogue.language.tables import COMPOUNDS, LEMMAS, load_lemmas
from catalogue.language.words import Sighting
from catalogue.reading.dictionary import Dictionary, load_dictionary
from scripts.propose_language import propose_language

# As the reviewed table might be: few words, and `lærer` a noun.
KNOWN = {
    form: forms[0]
    for forms in (
        ["lærer", "lærere", "lærerne"],
        ["vejleder", "vejledere", "vejlederne"],
        ["forælder", "forældre", "forældrene"],
        ["gammel", "ældre"],
        ["barn", "børn", "børnene"],
        ["skole", "skolen"],
        ["fravær"],
        ["klasse"],
        ["møde", "møder"],
        ["ppr"],
        ["psykolog"],
        ["visning"],
        ["samarbejde"],
    )
    for form in forms
}


PLACE = Sighting("a.yaml", 1)


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    return load_dictionary()


LEMMAS_OF = {
    "a regular ending": ("skoledage", "skoledag"),
    "the head's form in the table": ("fraværsvejledere", "fraværsvejleder"),
    "the head's irregular form": ("skolebørnene", "skolebarn"),
    "a part before a hyphen": ("ppr-møder", "ppr-møde"),
    "a word the dictionary lacks": ("xyzzy", "xyzzy"),
}


@pytest.mark.parametrize(("word", "lemma"), LEMMAS_OF.values(), ids=LEMMAS_OF)
def test_a_word_without_a_line_gets_a_lemma(word: str, lemma: str, dictionary: Dictionary) -> None:
    proposed = propose_lemmas({word: PLACE}, KNOWN, dictionary)

    assert word in [lemma, *proposed[lemma]]


def test_a_new_form_of_a_known_word_joins_its_line(dictionary: Dictionary) -> None:
    assert propose_lemmas({"skolens": PLACE}, KNOWN, dictionary) == {"skole": ["skolen", "skolens"]}


def test_a_word_with_a_line_is_not_proposed_again(dictionary: Dictionary) -> None:
    assert propose_lemmas({"lærere": PLACE, "ældre": PLACE}, KNOWN, dictionary) == {}


def test_no_word_is_proposed_for_two_lines(dictionary: Dictionary) -> None:
    proposed = propose_lemmas(
        dict.fromkeys(["deltager", "deltagere", "deltage"], PLACE), {}, dictionary
    )

    words = [word for lemma, forms in proposed.items() for word in (lemma, *forms)]
    assert sorted(words) == sorted(set(words))


SPLITS = {
    "two parts": ("skolefravær", ("skole", "fravær")),
    "a linking s": ("fraværsmøde", ("fravær", "møde")),
    "a linking s for an e": ("samarbejdsmøde", ("samarbejde", "møde")),
    "a part in another form": ("børneskole", ("barn", "skole")),
    "a hyphen": ("ppr-psykolog", ("ppr", "psykolog")),
    "no old people among the parents": ("forældremøde", ("forælder", "møde")),
    "the fewest parts": ("klassemøde", ("klasse", "møde")),
    "nothing where a part is unknown": ("klassetur", ()),
    "nothing behind a prefix": ("undervisning", ()),
    "nothing in a simple word": ("skole", ()),
}


@pytest.mark.parametrize(("lemma", "parts"), SPLITS.values(), ids=SPLITS)
def test_a_split_is_proposed_only_into_known_parts(
    lemma: str, parts: tuple[str, ...], dictionary: Dictionary
) -> None:
    assert propose_split(lemma, KNOWN, dictionary) == parts


def test_a_new_compound_gets_both_its_lines(dictionary: Dictionary) -> None:
    proposal = propose_lines({"forældremøder": PLACE}, KNOWN, dictionary)

    assert proposal.lemmas == ["forældremøde: forældremøder"]
    assert proposal.compounds == ["forældremøde = forælder + møde"]


def test_the_command_adds_what_the_tables_lack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vocabulary = tmp_path / "vocabulary"
    vocabulary.mkdir()
    (tmp_path / "records").mkdir()
    (vocabulary / LEMMAS).write_text("# lemmas\nskole: skolen\nfravær:\n", "utf-8")
    (vocabulary / COMPOUNDS).write_text("# compounds\n", "utf-8")
    (tmp_path / "records" / "a.yaml").write_text("title: Skolen og skolefraværet\n", "utf-8")
    monkeypatch.setenv("CATALOGUE_DATA", str(tmp_path))
    app = typer.Typer()
    app.command()(propose_language)

    first, second = CliRunner().invoke(app), CliRunner().invoke(app)

    assert first.stdout.startswith("2 lemmas and 1 compounds proposed")
    assert second.stdout.startswith("0 lemmas and 0 compounds proposed")
    assert load_lemmas(vocabulary / LEMMAS)["skolefraværet"] == "skolefravær"
    assert "? skolefravær = skole + fravær" in (vocabulary / COMPOUNDS).read_text("utf-8")
