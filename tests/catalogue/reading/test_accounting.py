"""The law of restoring: the letters of a text stand in its source, in order, and no others do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.reading.accounting import Unaccounted, align, find_unaccounted
from catalogue.reading.confusions import CONFUSIONS

WORDS = st.text("abdefghiklmnoprstvyæøå", min_size=1, max_size=9)
TEXTS = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)


@st.composite
def damaged_texts(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and the same text as the table may have damaged it."""
    text = draw(TEXTS)
    signs = [draw(st.sampled_from([letter, *_traces(letter)])) for letter in text]
    return text, "".join(signs)


def _traces(letter: str) -> list[str]:
    return [sign for sign in CONFUSIONS.get(letter, {}) if sign]


@given(TEXTS)
def test_an_undamaged_text_accounts_for_itself_without_a_change(text: str) -> None:
    steps = align(text, text)

    assert find_unaccounted(text, [(1, text)]) is None
    assert steps is not None
    assert not any(step.changed for step in steps)


@given(damaged_texts())
def test_whatever_the_table_damages_is_accounted_for(texts: tuple[str, str]) -> None:
    text, damaged = texts

    assert find_unaccounted(text, [(1, damaged)]) is None


@given(damaged_texts())
def test_every_sign_of_the_source_is_in_exactly_one_step(texts: tuple[str, str]) -> None:
    text, damaged = texts

    steps = align(text, damaged)

    assert steps is not None
    assert "".join(step.letter for step in steps) == text
    assert "".join(damaged[step.start : step.end] for step in steps) == damaged


@given(damaged_texts(), st.sampled_from(["x", "q", "7"]), st.data())
def test_a_letter_too_many_on_either_side_is_found(
    texts: tuple[str, str], letter: str, data: st.DataObject
) -> None:
    text, damaged = texts
    place = data.draw(st.integers(0, len(text)))
    other = data.draw(st.integers(0, len(damaged)))

    assert find_unaccounted(text[:place] + letter + text[place:], [(1, damaged)])
    assert find_unaccounted(text, [(1, damaged[:other] + letter + damaged[other:])])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("forældrene", ["forael-", "drene"], id="a cut word is joined"),
        pytest.param("co-teaching", ["co-", "teaching"], id="a cut word keeps its own hyphen"),
        pytest.param("videns- og teori", ["videns-", "og teori"], id="a shared half"),
        pytest.param("mikro-/tiltag", ["mikro-/", "tiltag"], id="a slash at the line's end"),
        pytest.param("At det er", ["Atdeter"], id="glued words are parted"),
        pytest.param("”vi” – PPV’er", ["\"vi” — PPV'er"], id="signs as Danish prints them"),
        pytest.param("I dag", ["| dag"], id="a capital I"),
    ],
)
def test_what_restoring_may_do(text: str, lines: list[str]) -> None:
    assert find_unaccounted(text, list(enumerate(lines, start=1))) is None


@pytest.mark.parametrize(
    ("text", "lines", "word"),
    [
        pytest.param("vi vil", ["vi ikke vil"], "vil", id="a word left out"),
        pytest.param("vi ikke vil", ["vi vil"], "ikke", id="a word added"),
        pytest.param("vil vi", ["vi vil"], "vil", id="words swapped"),
        pytest.param("vi må", ["vi kan"], "må", id="another word"),
        pytest.param("vi", ["vi", "vil"], "\nvil", id="a line left out"),
        pytest.param("ældre", ["ldre"], "ældre", id="a letter without a trace"),
        pytest.param("Vi", ["vi"], "Vi", id="another case"),
        pytest.param("året", ["Aret"], "året", id="another case of a Danish letter"),
    ],
)
def test_what_restoring_may_not_do(text: str, lines: list[str], word: str) -> None:
    lost = find_unaccounted(text, list(enumerate(lines, start=1)))

    assert lost is not None
    assert lost.word == word


def test_what_is_not_accounted_for_is_told_with_its_line() -> None:
    assert find_unaccounted("et to tre", [(7, "et"), (8, "to fire")]) == Unaccounted(8, "tre")
