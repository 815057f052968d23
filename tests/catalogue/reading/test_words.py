"""Lines become words."""

import pytest

from catalogue.reading.words import PrintedWord, print_words


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        pytest.param(["to ord"], ["to", "ord"], id="words are parted at spaces"),
        pytest.param(["forael-", "drene"], ["forael-\ndrene"], id="a cut word is one word"),
        pytest.param(
            ["videns-", "og teori"], ["videns-", "og", "teori"], id="a shared half is not"
        ),
        pytest.param(["mikro-/", "tiltag"], ["mikro-/\ntiltag"], id="a slash holds words together"),
        pytest.param(["ser,at"], ["ser,", "at"], id="a comma gets its space"),
        pytest.param(["1,5 time"], ["1,5", "time"], id="a decimal keeps its comma"),
        pytest.param(["mål —faglig"], ["mål", "—", "faglig"], id="a dash gets its space"),
    ],
)
def test_words_are_told_apart(lines: list[str], words: list[str]) -> None:
    assert [word.text for word in print_words(enumerate(lines, start=1))] == words


def test_a_cut_word_stands_on_the_line_where_it_begins() -> None:
    assert print_words([(7, "forael-"), (8, "drene")]) == [PrintedWord("forael-\ndrene", 7)]
