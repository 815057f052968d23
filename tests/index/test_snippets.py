"""The part of a text that is shown, its words marked."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import fold, keys
from index.language import Language
from index.snippets import LONGEST, find_marks, make_snippet

TEXT = "Indsatser rettet mod skolefravær iværksættes for sent."


def show(text: str, language: Language, *words: str) -> str:
    wanted = set(map(fold, words))
    return make_snippet(text, find_marks(text, dict.fromkeys(wanted, 1.0), language))


def test_a_snippet_marks_the_word_as_printed(language: Language) -> None:
    assert show(TEXT, language, "skolefravær") == (
        "Indsatser rettet mod <mark>skolefravær</mark> iværksættes for sent."
    )


@pytest.mark.parametrize(
    ("weights", "marked"),
    [
        ({"bekymre fravaer": 0.6, "fravaer": 1.0}, "bekymrende <mark>fravær</mark>"),
        ({"bekymre fravaer": 1.0, "fravaer": 0.6}, "<mark>bekymrende fravær</mark>"),
    ],
)
def test_a_term_is_marked_whole_unless_a_word_in_it_is_wanted_more(
    language: Language, weights: dict[str, float], marked: str
) -> None:
    text = "Elever med bekymrende fravær."

    marks = find_marks(text, weights, language)

    assert marked in make_snippet(text, marks)


def test_a_snippet_escapes_what_the_text_holds(language: Language) -> None:
    text = 'Om <script>alert("x")</script> & fravær'

    assert show(text, language, "fravær") == (
        "Om &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; <mark>fravær</mark>"
    )


def test_a_long_text_is_cut_at_words_around_what_is_marked(language: Language) -> None:
    text = "ord " * 200 + "fravær" + " ord" * 200

    snippet = show(text, language, "fravær")

    assert snippet.startswith("… ord")
    assert snippet.endswith("ord …")
    assert "<mark>fravær</mark>" in snippet
    assert len(snippet) < LONGEST + 40


def test_the_stretch_with_most_different_words_is_shown(language: Language) -> None:
    text = "fravær " + "ord " * 100 + "fravær og trivsel " + "ord " * 100

    snippet = show(text, language, "fravær", "trivsel")

    assert "<mark>trivsel</mark>" in snippet


@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=600))
def test_without_its_marks_a_snippet_is_a_stretch_of_the_text(
    text: str, language: Language
) -> None:
    long_words = {key: 1.0 for key in keys(text) if len(key) > 3}

    snippet = make_snippet(text, find_marks(text, long_words, language))

    plain = unescape(snippet.replace("<mark>", "").replace("</mark>", ""))
    assert plain.removeprefix("… ").removesuffix(" …") in text or plain == text
