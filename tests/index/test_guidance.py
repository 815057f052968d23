"""Guidance is found in an index of its own, where it speaks of the whole question."""

from pathlib import Path

import pytest

from app.settings import DATA
from catalogue.guidance.importing import GUIDANCE
from catalogue.guidance.records import Guidance
from catalogue.vocabulary import Vocabulary
from index.guidance import search_guidance, to_guidance_entry
from index.indexing import build_index
from index.language import Language
from index.opening import open_index
from index.results import Request
from index.snapshot import Snapshot

GUIDE = "vejledning-til-slidepakke"
PRINCIPLES = "inkluderende-laeringsfaellesskaber"
COURSE = "kommunale-vejledningsforloeb"
CHARTER = "kommissorium-laering-og-trivsel-for-alle"

# What a reader would expect to find first. Add a line for every complaint.
EXPECTED = {
    "the role of the administration": ("forvaltningens rolle", GUIDE),
    "without Danish letters": ("gode raad til udviklingsprocessen", GUIDE),
    "a word of the form": ("interessentanalyse", CHARTER),
    "an inflection": ("succeskriterium", CHARTER),
    "a principle": ("høje forventninger", PRINCIPLES),
    "a part of a compound": ("børnesyn", PRINCIPLES),
    "who takes part in the course": ("forandringsledelse", COURSE),
    "English": ("inclusive learning environments", CHARTER),
}
# What guidance does not speak of, although it has a word of the question or one that is related.
SILENT = ("skolefravær", "mobning", "ordblinde", "ppr", "robotter i undervisningen", "xyzzyq")


@pytest.fixture(scope="module")
def guidance(vocabulary: Vocabulary) -> list[Guidance]:
    return GUIDANCE.read_folder(DATA / "guidance", vocabulary)[0]


@pytest.fixture(scope="module")
def snapshot(
    tmp_path_factory: pytest.TempPathFactory, guidance: list[Guidance], language: Language
) -> Snapshot:
    folder: Path = tmp_path_factory.mktemp("guidance-index")
    entries = [to_guidance_entry(one) for one in guidance]
    build_index(folder, entries, language=language, catalogue_revision="test")
    return open_index(folder, language)


@pytest.mark.parametrize(("question", "first"), EXPECTED.values(), ids=EXPECTED)
def test_what_a_reader_expects_comes_first(snapshot: Snapshot, question: str, first: str) -> None:
    assert search_guidance(snapshot, Request(q=question)).hits[0].id == first


@pytest.mark.parametrize("question", SILENT)
def test_what_guidance_does_not_speak_of_finds_nothing(snapshot: Snapshot, question: str) -> None:
    results = search_guidance(snapshot, Request(q=question))

    assert (results.total, results.hits) == (0, ())
    assert results.reading.q == question


def test_a_hit_says_in_which_section_and_block_it_matched(snapshot: Snapshot) -> None:
    (hit,) = search_guidance(snapshot, Request(q="skoleledelsens rolle")).hits[:1]

    assert (hit.id, hit.matches[0].section) == (GUIDE, "skoleledelsens-rolle")
    assert "<mark>" in hit.matches[0].snippet


def test_every_block_and_heading_is_a_document(
    snapshot: Snapshot, guidance: list[Guidance]
) -> None:
    blocks = [block.id for one in guidance for _, block in one.blocks()]

    held = {(document.section, document.text) for document in snapshot.documents}
    assert sorted(d.block for d in snapshot.documents if d.block) == sorted(blocks)
    assert {(s.id, s.title) for one in guidance for s in one.sections} <= held


def test_without_a_question_everything_is_found(snapshot: Snapshot) -> None:
    assert search_guidance(snapshot, Request()).total == 4


def test_only_the_texts_that_are_asked_among_are_found(snapshot: Snapshot) -> None:
    among = Request(q="trivsel", ids=(CHARTER, GUIDE))

    assert [hit.id for hit in search_guidance(snapshot, among).hits] == [CHARTER]
    others = search_guidance(snapshot, Request(q="trivsel", ids=(GUIDE,)))
    # It is there, though not among these.
    assert (others.total, others.reading.dropped) == (0, ())


def test_an_index_of_no_guidance_finds_nothing(tmp_path: Path, language: Language) -> None:
    build_index(tmp_path, [], language=language, catalogue_revision="none")
    empty = open_index(tmp_path, language)

    for question in ("", "trivsel", '"høje forventninger"', "-trivsel"):
        assert search_guidance(empty, Request(q=question)).total == 0
