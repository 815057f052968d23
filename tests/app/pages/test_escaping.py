"""Text from records is text everywhere, whatever stands in it."""

import asyncio
import shutil
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import fromstring

import docx
import html5lib
import httpx
import pytest

from app.main import create_app
from app.settings import DATA, Settings
from catalogue.files import format_record, read_record
from catalogue.records import TrialAction
from catalogue.vocabulary import load_vocabulary
from scripts.preparing import prepare

ID = "odder-bedre-muligheder-for-alle"
OTHER = "vordingborg-mere-for-flere"
EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)> ]]> & 'x' \"y\" {{ 7*7 }}"
WORD_FILE = f"/moedeark.docx?id={ID}"
PAGES = (
    "/",
    f"/proevehandlinger/{ID}",
    "/soeg?q=alert",
    "/kommuner/odder",
    "/temaer/ppr-taet-paa-praksis",
    "/erfaringer?q=alert",
    "/erfaringer",
    "/laeringer",
    "/om",
    f"/samling?id={ID}",
    f"/sammenlign?id={ID}&id={OTHER}",
    f"/moedeark?id={ID}",
    f"/planlaeg?id={ID}",
)


def spoil(fields: Mapping[str, object]) -> dict[str, object]:
    """Return the fields of a record, or of a block of it, with markup in every text."""
    return {
        name: EVIL
        if name in {"title", "headline", "summary", "text"}
        else [spoil(one) if isinstance(one, dict) else one for one in value]
        if isinstance(value, list)
        else value
        for name, value in fields.items()
    }


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, httpx.Response]:
    """The pages and the feed of a catalogue of two such records."""
    folder: Path = tmp_path_factory.mktemp("spoilt")
    shutil.copytree(DATA / "vocabulary", folder / "vocabulary")
    shutil.copy(DATA / "planning.yaml", folder)
    (folder / "records").mkdir()
    vocabulary = load_vocabulary(folder / "vocabulary")
    for id_ in (ID, OTHER):
        record = read_record(DATA / "records" / f"{id_}.yaml", vocabulary)
        fields = spoil(record.model_dump(mode="json")) | {"notes": [EVIL]}
        spoilt = format_record(TrialAction.model_validate(fields))
        (folder / "records" / f"{id_}.yaml").write_text(spoilt, "utf-8")
    settings = Settings(
        data=folder, database=f"sqlite:///{folder / 'c.sqlite'}", index=folder / "index"
    )
    assert not prepare(settings).report.problems
    return dict(asyncio.run(ask_all(settings)))


async def ask_all(settings: Settings) -> Iterator[tuple[str, httpx.Response]]:
    app = create_app(settings)
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://test") as client,
    ):
        return iter([(path, await client.get(path)) for path in (*PAGES, "/feed.atom", WORD_FILE)])


@pytest.mark.parametrize("path", PAGES)
def test_markup_in_a_record_is_text_on_every_page(
    answers: dict[str, httpx.Response], path: str
) -> None:
    answer = answers[path]
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    page = parser.parse(answer.text)

    assert answer.status_code == 200
    assert not [e for e in page.iter("script") if "alert" in (e.text or "") and not e.get("type")]
    assert not [e for e in page.iter() if e.get("onerror")]
    assert "49" not in "".join(page.find(".//h1").itertext())
    if path != "/":
        assert "<script>alert(1)</script>" not in answer.text
        assert "&lt;script&gt;" in answer.text


def test_markup_in_a_record_does_not_end_its_linked_data(
    answers: dict[str, httpx.Response],
) -> None:
    assert r"\u003c/script\u003e" in answers[f"/proevehandlinger/{ID}"].text


def test_markup_in_a_record_is_text_in_the_feed(answers: dict[str, httpx.Response]) -> None:
    feed = fromstring(answers["/feed.atom"].text)  # noqa: S314 - our own answer

    titles = [title.text for title in feed.iter("{http://www.w3.org/2005/Atom}title")]
    assert EVIL in titles


def test_markup_in_a_record_is_text_in_a_word_document(
    answers: dict[str, httpx.Response],
) -> None:
    document = docx.Document(BytesIO(answers[WORD_FILE].content))

    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts.count(EVIL) > 5
    assert f"Mødeark: {EVIL}" in texts
