"""The benchmark's own parts: what it makes up, what it asks, what it tells."""

from pathlib import Path
from xml.etree import ElementTree

import orjson
import pytest

from app.settings import DATA
from catalogue.importing import read_records
from catalogue.vocabulary import load_vocabulary
from index.documents import to_entry
from index.language import Language, load_language
from scripts.benchmark import read_questions
from scripts.benchmarking.building import build_without_whoosh
from scripts.benchmarking.charting import draw
from scripts.benchmarking.engines import PAGE, Counter, catalogue
from scripts.benchmarking.full_text import FullText
from scripts.benchmarking.made_up import Maker
from scripts.benchmarking.measuring import measure, spread
from scripts.benchmarking.telling import Result

QUESTION = "elever med skolefravær"


def tell_nobody(done: int, total: int) -> None: ...


@pytest.fixture(scope="module")
def language() -> Language:
    return load_language(DATA / "vocabulary", load_vocabulary(DATA / "vocabulary"))


@pytest.fixture(scope="module")
def maker(language: Language) -> Maker:
    records, _ = read_records(DATA / "records", language.vocabulary)
    return Maker(records, language.vocabulary, language)


def test_made_up_records_are_the_same_each_time_and_no_two_alike(language: Language) -> None:
    records, _ = read_records(DATA / "records", language.vocabulary)
    once, again = (list(Maker(records, language.vocabulary, language).make(20)) for _ in range(2))

    assert once == again
    assert len({record.headline + record.summary for record in once}) == 20


def test_made_up_records_are_as_long_as_real_ones(maker: Maker, language: Language) -> None:
    records, _ = read_records(DATA / "records", language.vocabulary)

    def words(texts: list[str]) -> float:
        return sum(len(text.split()) for text in texts) / 24

    real = words([block.text for record in records for _, block in record.blocks()])
    made = words([block.text for record in maker.make(24) for _, block in record.blocks()])
    assert made == pytest.approx(real, rel=0.4)


def test_every_engine_does_the_whole_job(tmp_path: Path, maker: Maker, language: Language) -> None:
    entries = [to_entry(record, language) for record in maker.make(30)]
    snapshot = build_without_whoosh(tmp_path, entries, language, tell=tell_nobody).snapshot
    counter = Counter.of(snapshot)
    full_text = FullText(tmp_path / "texts.sqlite", entries, counter)
    jobs = {"catalogue": catalogue(snapshot), "FTS5": full_text.answer}

    for job in jobs.values():
        answer = orjson.loads(job(QUESTION))
        assert 0 < len(answer["hits"]) <= PAGE
        assert len(answer["facets"]) == 5
    for times in measure(jobs, [QUESTION, ""]).values():
        assert (len(times.first), len(times.again)) == (2, 2)


def test_facets_are_counted_for_others_as_for_ourselves(
    tmp_path: Path, maker: Maker, language: Language
) -> None:
    entries = [to_entry(record, language) for record in maker.make(10)]
    snapshot = build_without_whoosh(tmp_path, entries, language, tell=tell_nobody).snapshot
    ours = orjson.loads(catalogue(snapshot)(""))["facets"]

    theirs = Counter.of(snapshot).count(snapshot.columns.actions.by_id)

    assert theirs == {
        name: {value["id"]: value["count"] for value in values} for name, values in ours.items()
    }


def test_the_median_and_the_slowest_are_told_in_milliseconds() -> None:
    told = spread([number / 1_000 for number in range(100)])

    assert (told.p50, told.p95) == (50, 95)


def test_the_chart_is_a_picture_with_every_engine() -> None:
    times = {"catalogue": (1.0, 2.0), "FTS5": (3.0, 4.0)}
    result = Result(times, times, build=1.0, change=None, open=0.1, with_whoosh=True)

    picture = ElementTree.fromstring(draw({24: result, 2_400: result}))  # noqa: S314 - our own

    texts = [element.text for element in picture.iter() if element.tag.endswith("text")]
    assert {"catalogue", "FTS5", "24", "2,400"} <= set(texts)


def test_questions_are_asked_without_their_answers() -> None:
    questions = read_questions()

    assert len(questions) > 200
    assert all(isinstance(question, str) for question in questions)
