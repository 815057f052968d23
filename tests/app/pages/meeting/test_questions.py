"""Questions for a meeting, and what is told in short: the record's own words, nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.pages.meeting.questions import HERE
from app.pages.meeting.sheet import ActionSheet, lay_out
from app.pages.meeting.shortening import LONGEST_QUOTE, MORE, quote, shorten
from app.settings import Settings
from catalogue.importing import read_records
from catalogue.records import Block
from catalogue.vocabulary import load_vocabulary

SETTINGS = Settings()
VOCABULARY = load_vocabulary(SETTINGS.vocabulary)
RECORDS, _ = read_records(SETTINGS.records, VOCABULARY)
SHEETS = [lay_out(record, VOCABULARY, "https://example.org") for record in RECORDS]
sheet_of_every_record = pytest.mark.parametrize("sheet", SHEETS, ids=lambda one: one.record.id)


def as_blocks(*texts: str) -> list[Block]:
    return [
        Block(id=f"x#goals-{number}", type="item", lines=(1, 1), text=text)
        for number, text in enumerate(texts, 1)
    ]


def join_sections(sheet: ActionSheet) -> list[str]:
    """Return every section as one text, as a quotation may run over its blocks."""
    sections = {section: "" for section, _ in sheet.record.blocks()}
    for section, block in sheet.record.blocks():
        sections[section] += f"{block.text} "
    return list(sections.values())


def quote_difficulties(sheet: ActionSheet) -> list[str]:
    """Return what the questions quote as difficult."""
    return [one.quote for one in sheet.questions if one.said == "De fortæller om noget svært"]


@sheet_of_every_record
def test_every_question_quotes_the_record_word_for_word(sheet: ActionSheet) -> None:
    assert sheet.questions
    for question in sheet.questions:
        quote = question.quote.removesuffix(MORE)
        assert any(quote in text for text in join_sections(sheet))
        assert str(question) == f"{question.said}: ”{question.quote}” {HERE}"


@sheet_of_every_record
def test_no_question_is_about_an_opening_alone(sheet: ActionSheet) -> None:
    assert not [one for one in sheet.questions if one.quote.removesuffix(MORE).endswith(":")]


@sheet_of_every_record
def test_what_is_told_in_short_is_the_record_s_own_words_or_says_what_is_missing(
    sheet: ActionSheet,
) -> None:
    whole = {block.id: block.text for _, block in sheet.record.blocks()}
    missing = [*sheet.record.notes, "Ikke beskrevet i kilden."]
    for _, blocks, gap in sheet.in_short:
        assert all(whole[one.id].startswith(one.text.removesuffix(MORE)) for one in blocks)
        assert (gap in missing) == (not blocks)


@sheet_of_every_record
def test_every_note_is_told_once(sheet: ActionSheet) -> None:
    gaps = [gap for _, _, gap in sheet.in_short if gap in sheet.record.notes]

    assert sorted([*sheet.notes, *gaps]) == sorted(sheet.record.notes)


@sheet_of_every_record
def test_every_experience_is_told_once_with_how_surely_it_is_known(sheet: ActionSheet) -> None:
    told = [text for _, group in sheet.voices for _, text in group]
    opening = {"Styrker:", "Udfordringer:"}

    expected = [one.text for one in sheet.record.experiences if one.text not in opening]
    assert sorted([*told, *sheet.difficulties]) == sorted(expected)
    kinds = {kind for _, group in sheet.voices for kind, _ in group}
    assert kinds <= {"Oplevet", "Forventet", "Styrke", "Ikke evalueret"}


def test_what_was_difficult_is_asked_about() -> None:
    (sheet,) = [one for one in SHEETS if one.record.id == "vordingborg-mere-for-flere"]

    assert len(sheet.difficulties) == 2
    assert quote_difficulties(sheet) == list(sheet.difficulties)


@sheet_of_every_record
def test_what_was_difficult_is_never_cut(sheet: ActionSheet) -> None:
    assert quote_difficulties(sheet) == list(sheet.difficulties[:2])


def test_what_is_difficult_only_at_the_end_of_a_long_passage_is_still_asked_about() -> None:
    (sheet,) = [one for one in SHEETS if one.record.id == "odder-bedre-muligheder-for-alle"]

    _, leaders = quote_difficulties(sheet)
    assert leaders.startswith("Lederne har været proaktive")
    assert len(leaders) > LONGEST_QUOTE


def texts_of(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks]


def test_what_is_short_is_whole() -> None:
    texts = ["Vi gik i gang. Det gik godt.", "Så holdt vi op."]

    assert texts_of(shorten(as_blocks(*texts))) == texts


def test_what_is_long_ends_after_a_sentence_and_says_that_there_is_more() -> None:
    short = shorten(as_blocks("Vi gik i gang. Det gik godt."), 15)

    assert texts_of(short) == [f"Vi gik i gang.{MORE}"]


def test_an_opening_is_never_told_without_what_follows() -> None:
    assert texts_of(shorten(as_blocks("Vi har:", "A", "B"), 3)) == ["Vi har:", f"A{MORE}"]
    assert quote(as_blocks("Vi har:", "A", "B")) == f"Vi har: A{MORE}"


def test_a_number_with_a_point_ends_no_sentence() -> None:
    assert texts_of(shorten(as_blocks("Vi mødes hver 14. dag. Så er der kaffe."), 20)) == [
        f"Vi mødes hver 14. dag.{MORE}"
    ]


def test_of_nothing_there_is_nothing_to_tell() -> None:
    assert shorten([]) == []


@given(st.lists(st.text("Aa.: ”", min_size=1).filter(str.strip), min_size=1), st.integers(1, 50))
def test_what_is_told_in_short_is_always_how_the_text_begins(texts: list[str], most: int) -> None:
    blocks = as_blocks(*(" ".join(text.split()) for text in texts))

    for short in (" ".join(texts_of(shorten(blocks, most))), quote(blocks)):
        assert short
        assert " ".join(texts_of(blocks)).startswith(short.removesuffix(MORE))
        assert short.endswith(MORE) or short == " ".join(texts_of(blocks))


def test_a_quotation_has_room_on_a_sheet() -> None:
    longest = max(len(one.quote) for sheet in SHEETS for one in sheet.questions)

    assert longest < 2 * LONGEST_QUOTE
