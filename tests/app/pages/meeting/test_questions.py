"""What a sheet tells, and its questions: the record's own words, nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.pages.meeting.questions import HERE
from app.pages.meeting.sheet import NOT_ALONE, TRIED, ActionSheet, lay_out
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
def test_what_was_tried_is_told_whole_or_said_to_be_missing(sheet: ActionSheet) -> None:
    missing = [*sheet.record.notes, "Ikke beskrevet i kilden."]

    assert [blocks for _, blocks, _ in sheet.tried] == [getattr(sheet.record, s) for s in TRIED]
    for _, blocks, gap in sheet.tried:
        assert (gap in missing) == (not blocks)


@sheet_of_every_record
def test_what_they_want_next_is_one_short_line(sheet: ActionSheet) -> None:
    (line,) = sheet.outlook

    assert " ".join(block.text for block in sheet.record.outlook).startswith(
        line.removesuffix(MORE)
    )
    assert len(line) < 2 * LONGEST_QUOTE


@sheet_of_every_record
def test_every_note_is_told_once(sheet: ActionSheet) -> None:
    gaps = [gap for _, _, gap in sheet.tried if gap in sheet.record.notes]

    assert sorted([*sheet.notes, *gaps]) == sorted(sheet.record.notes)


@sheet_of_every_record
def test_every_experience_is_told_once_with_how_surely_it_is_known(sheet: ActionSheet) -> None:
    told = [text for _, group in sheet.voices for _, text in group]
    opening = {"Styrker:", "Udfordringer:"}

    expected = [one.text for one in sheet.record.experiences if one.text not in opening]
    assert sorted([*told, *sheet.difficulties]) == sorted(expected)
    kinds = {kind for _, group in sheet.voices for kind, _ in group}
    assert kinds <= {"Oplevet", "Forventet", "Styrke", "Ikke evalueret"}


# They tell of difficulties in paragraphs that tell of more.
@pytest.mark.parametrize(
    ("id_", "difficulty"),
    [
        ("soroe-foraeldrepartnerskaber", "lidt ressourcetung at arbejde med"),
        ("aabenraa-skolevaegring", "forældresamarbejdet kræver dog også en del tid"),
        ("vordingborg-ppv-inkluderende-praksis", "ikke er kommet ordentligt i gang"),
        ("esbjerg-armkrog-skoler-ppr", "det tager tid og kræver megen mødeaktivitet"),
        ("broendby-co-teaching-1-aargang", "en del skepsis"),
    ],
)
def test_a_difficulty_told_of_beside_something_else_is_not_said_to_be_missing(
    id_: str, difficulty: str
) -> None:
    (sheet,) = [one for one in SHEETS if one.record.id == id_]

    assert any(difficulty in text for _, group in sheet.voices for _, text in group)
    assert not sheet.difficulties
    assert sheet.no_difficulties == NOT_ALONE
    assert "kun" in NOT_ALONE
    assert NOT_ALONE.endswith("men det kan være nævnt i dem.")


def test_without_experiences_the_sheet_points_at_none() -> None:
    bare = RECORDS[0].model_copy(update={"experiences": (), "outlook": ()})

    sheet = lay_out(bare, VOCABULARY, "")
    assert sheet.no_difficulties == "Ikke beskrevet i kilden."
    assert sheet.outlook == ()


def test_a_source_that_nobody_published_is_named_alone() -> None:
    own = RECORDS[0].source.model_copy(update={"id": "kommunens-egen-plan"})

    sheet = lay_out(RECORDS[0].model_copy(update={"source": own}), VOCABULARY, "")

    assert sheet.source.startswith("Kommunens egen plan")


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

    assert texts_of(shorten(as_blocks(*texts), LONGEST_QUOTE)) == texts


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
    assert shorten([], LONGEST_QUOTE) == []


@given(st.lists(st.text("Aa.: ”", min_size=1).filter(str.strip), min_size=1), st.integers(1, 50))
def test_what_is_cut_is_always_how_the_text_begins(texts: list[str], most: int) -> None:
    blocks = as_blocks(*(" ".join(text.split()) for text in texts))

    for short in (" ".join(texts_of(shorten(blocks, most))), quote(blocks)):
        assert short
        assert " ".join(texts_of(blocks)).startswith(short.removesuffix(MORE))
        assert short.endswith(MORE) or short == " ".join(texts_of(blocks))


def test_a_quotation_has_room_on_a_sheet() -> None:
    longest = max(len(one.quote) for sheet in SHEETS for one in sheet.questions)

    assert longest < 2 * LONGEST_QUOTE
