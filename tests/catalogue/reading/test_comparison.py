"""A record beside its source, with what was changed marked."""

from catalogue.reading.comparison import Run, compare, to_html
from catalogue.reading.corrections import Correction
from catalogue.reading.proving import Passage


def test_changed_letters_are_marked_on_both_sides() -> None:
    comparison = compare(Passage("title", "på vej", [(3, "pa vej")]), [])

    assert comparison.printed == [(3, [Run("p", False), Run("a", True), Run(" vej", False)])]
    assert comparison.restored == [Run("p", False), Run("å", True), Run(" vej", False)]


def test_a_joined_cut_and_a_parted_glue_are_marked() -> None:
    comparison = compare(Passage("title", "Et skema", [(3, "Etske-"), (4, "ma")]), [])

    assert comparison.printed[0] == (3, [Run("Etske", False), Run("-", True)])
    assert comparison.restored == [Run("Et", False), Run(" ", True), Run("skema", False)]


def test_what_the_source_does_not_account_for_is_marked_too() -> None:
    comparison = compare(Passage("title", "vi må ikke", [(3, "vi ikke")]), [])

    assert "".join(run.text for run in comparison.restored) == "vi må ikke"
    assert "må" in "".join(run.text for run in comparison.restored if run.changed)


def test_the_corrections_of_its_lines_stand_beside_a_text() -> None:
    mine = Correction(line=3, raw="x", restored="y", reason="a slip")
    other = Correction(line=9, raw="x", restored="y", reason="a slip")

    assert compare(Passage("title", "y", [(3, "y")]), [mine, other]).corrections == [mine]


def test_the_page_needs_nothing_else_and_escapes_what_it_shows() -> None:
    passage = Passage("<title>", "<script>på</script>", [(3, "<script>pa</script>")])

    page = to_html("A & B", [compare(passage, [])])

    assert "<script" not in page
    assert "&lt;script&gt;p<mark>å</mark>" in page
    assert "A &amp; B" in page
    assert "http" not in page
