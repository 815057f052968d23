"""The part of a text that is shown, its words marked."""

from collections.abc import Sequence
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from index.analysis import find_spans, fold, keys
from index.marking import Mark
from index.snippets import LONGEST, make_snippet

TEXT = "Indsatser rettet mod skolefravær iværksættes for sent."


def mark(text: str, wanted: Sequence[str]) -> list[Mark]:
    spans = [(fold(word), start, end) for word, start, end in find_spans(text)]
    return [Mark(start, end, wanted.index(key)) for key, start, end in spans if key in wanted]


def show(text: str, *words: str) -> str:
    return make_snippet(text, mark(text, [fold(word) for word in words]))


def test_a_snippet_marks_the_word_as_printed() -> None:
    assert show(TEXT, "skolefravær") == (
        "Indsatser rettet mod <mark>skolefravær</mark> iværksættes for sent."
    )


def test_a_snippet_escapes_what_the_text_holds() -> None:
    text = 'Om <script>alert("x")</script> & fravær'

    assert show(text, "fravær") == (
        "Om &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; <mark>fravær</mark>"
    )


def test_a_long_text_is_cut_at_words_around_what_is_marked() -> None:
    text = "ord " * 200 + "fravær" + " ord" * 200

    snippet = show(text, "fravær")

    assert snippet.startswith("… ord")
    assert snippet.endswith("ord …")
    assert "<mark>fravær</mark>" in snippet
    assert len(snippet) < LONGEST + 40


def test_the_stretch_with_most_different_words_is_shown() -> None:
    text = "fravær " + "ord " * 100 + "fravær og trivsel " + "ord " * 100

    snippet = show(text, "fravær", "trivsel")

    assert "<mark>trivsel</mark>" in snippet


@given(
    before=st.lists(st.sampled_from(["ord ", "https://example.dk/", "a" * 90, " "]), max_size=40),
    marked=st.sampled_from(["fravær", "y" * 300]),
    after=st.lists(st.sampled_from([" ord", "-", "b" * 90]), max_size=40),
)
def test_a_snippet_of_a_text_with_a_mark_has_it(
    before: list[str], marked: str, after: list[str]
) -> None:
    start = len("".join(before))
    text = f"{''.join(before)}{marked}{''.join(after)}"

    snippet = make_snippet(text, [Mark(start, start + len(marked), 0)])

    assert f"<mark>{marked}</mark>" in snippet


@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=600))
def test_without_its_marks_a_snippet_is_a_stretch_of_the_text(
    text: str,
) -> None:
    long_words = [key for key in keys(text) if len(key) > 3]

    snippet = make_snippet(text, mark(text, long_words))

    plain = unescape(snippet.replace("<mark>", "").replace("</mark>", ""))
    assert plain.removeprefix("… ").removesuffix(" …") in text or plain == text
