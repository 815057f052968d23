"""Starting, and going on, with what is there and what is not."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from time import sleep

import httpx
import pytest

from app.current_index import PAUSE, CurrentIndex
from app.main import create_app
from app.settings import DATA, Settings
from catalogue import storage
from catalogue.vocabulary import load_vocabulary
from index.documents import to_entry
from index.errors import IndexMissing
from index.generations import COLUMNS, POINTER
from index.indexing import build_index
from index.language import Language, load_language
from scripts.preparing import prepare
from tests.conftest import serve
from tests.small import make_small

RECORD = "/api/v1/trial-actions/odder-bedre-muligheder-for-alle"
SEARCH = "/api/v1/trial-actions"


@pytest.fixture(scope="module")
def language() -> Language:
    folder = DATA / "vocabulary"
    return load_language(folder, load_vocabulary(folder))


@pytest.fixture
def own(settings: Settings, tmp_path: Path) -> Settings:
    """Copies of database and index that a test may spoil."""
    database = tmp_path / "catalogue.sqlite"
    shutil.copy(settings.database.removeprefix("sqlite:///"), database)
    shutil.copytree(settings.index, tmp_path / "index")
    return Settings(data=DATA, database=f"sqlite:///{database}", index=tmp_path / "index")


@contextmanager
def serving(settings: Settings) -> Iterator[httpx.Client]:
    with serve(create_app(settings)) as address, httpx.Client(base_url=address) as client:
        yield client


def rebuild(settings: Settings, language: Language, *, only: str | None = None) -> None:
    engine = storage.open_database(settings.database)
    with storage.open_session(engine) as session:
        records = [one for one in storage.list_records(session) if only in (None, one.id)]
    engine.dispose()
    entries = [to_entry(record, language) for record in records]
    build_index(settings.index, entries, language=language, catalogue_revision="rebuilt")


def test_nothing_is_opened_before_the_service_starts(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    create_app(
        Settings(data=nowhere, database=f"sqlite:///{nowhere / 'none'}", index=nowhere / "index")
    )

    assert not nowhere.exists()


def test_without_an_index_records_are_read_and_searches_say_why_not(
    own: Settings, language: Language
) -> None:
    shutil.rmtree(own.index)
    with serving(own) as client:
        response = client.get(SEARCH)
        problem = response.json()
        page = client.get("/soeg")

        assert client.get(RECORD).status_code == 200
        assert response.headers["Content-Type"] == "application/problem+json"
        assert response.headers["Retry-After"]
        assert (problem["status"], problem["type"]) == (503, "/api/v1/docs#index-missing")
        assert page.status_code == 503
        assert '<html lang="da">' in page.text

        rebuild(own, language)
        assert client.get(SEARCH).json()["total"] == 24


def test_a_newer_index_is_picked_up_without_a_restart(own: Settings, language: Language) -> None:
    with serving(own) as client:
        tag = client.get(SEARCH).headers["ETag"]
        rebuild(own, language, only="odder-bedre-muligheder-for-alle")
        sleep(PAUSE)
        # The first to come after the pause opens it.
        client.get("/api/v1/status")
        response = client.get(SEARCH, headers={"If-None-Match": tag})

    assert response.json()["total"] == 1
    assert response.headers["ETag"] != tag


def test_a_word_that_is_new_to_the_vocabulary_is_known_with_the_index_that_has_it(
    tmp_path: Path,
) -> None:
    moved = make_small(tmp_path, ["odder-bedre-muligheder-for-alle", "vordingborg-aarshjul"])
    shutil.copytree(DATA / "sources", moved.sources)
    prepare(moved)
    with serving(moved) as client:
        client.get(SEARCH)
        with (tmp_path / "vocabulary" / "municipalities.yaml").open("a") as file:
            file.write('- {id: oz, label: Oz, code: "9999", region: Region Oz}\n')
        record = tmp_path / "records" / "odder-bedre-muligheder-for-alle.yaml"
        record.write_text(
            record.read_text("utf-8").replace("municipality: odder", "municipality: oz")
        )
        prepare(moved)
        sleep(PAUSE)
        client.get("/api/v1/status")
        response = client.get("/api/v1/trial-actions?municipality=oz")

    assert [item["municipality"]["name"] for item in response.json()["items"]] == ["Oz"]


def test_a_newer_index_that_cannot_be_read_does_not_replace_the_one_that_serves(
    own: Settings, language: Language
) -> None:
    index = CurrentIndex(own.index, lambda: language)
    before = index.get()
    (own.index / POINTER).write_text("half-built")
    sleep(PAUSE)

    assert index.get() is before


def test_an_index_that_is_deleted_goes_on_serving_until_there_is_another(
    own: Settings, language: Language
) -> None:
    index = CurrentIndex(own.index, lambda: language)
    before = index.get()
    shutil.rmtree(own.index)
    sleep(PAUSE)

    assert index.get() is before


def test_a_folder_without_an_index_is_looked_at_again(tmp_path: Path, language: Language) -> None:
    index = CurrentIndex(tmp_path / "none", lambda: language)

    for _ in range(2):
        with pytest.raises(IndexMissing):
            index.get()


@pytest.fixture
def edited(tmp_path: Path) -> Settings:
    """A small catalogue, built, whose vocabulary a test edits."""
    settings = make_small(tmp_path)
    prepare(settings)
    return settings


def edit(settings: Settings, word: str) -> None:
    with (settings.vocabulary / "stop-words.txt").open("a", encoding="utf-8") as file:
        file.write(f"{word}\n")


def follow(settings: Settings) -> CurrentIndex:
    folder = settings.vocabulary
    return CurrentIndex(settings.index, lambda: load_language(folder, load_vocabulary(folder)))


def test_who_starts_while_the_vocabulary_is_edited_serves_once_it_is_indexed(
    edited: Settings,
) -> None:
    edit(edited, "zulutid")
    index = follow(edited)
    with pytest.raises(IndexMissing, match="another language"):
        index.get()

    edit(edited, "zulutand")
    prepare(edited)

    assert "zulutand" in index.get().language.stop_words


def test_a_newer_index_is_picked_up_though_an_edit_came_between(edited: Settings) -> None:
    index = follow(edited)
    before = index.get()
    edit(edited, "zulutid")
    prepare(edited)
    path = edited.vocabulary / "stop-words.txt"
    indexed = path.read_text("utf-8")
    edit(edited, "zulutand")
    sleep(PAUSE)
    assert index.get() is before

    path.write_text(indexed, "utf-8")
    sleep(PAUSE)

    assert index.get().generation != before.generation
    assert index.compare_with_disk() == "same"


def test_a_damaged_index_is_a_503_that_says_so(own: Settings) -> None:
    generation = own.index / (own.index / POINTER).read_text().strip()
    (generation / COLUMNS).write_bytes(b"damaged")
    with serving(own) as client:
        problem = client.get(SEARCH).json()

    assert (problem["status"], problem["type"]) == (503, "/api/v1/docs#index-damaged")


@pytest.mark.parametrize("path", [RECORD, SEARCH, "/api/v1/status"])
def test_a_database_that_is_none_is_a_503_that_does_not_say_where_it_is(
    own: Settings, tmp_path: Path, path: str
) -> None:
    (tmp_path / "catalogue.sqlite").write_text("no database at all")
    with serving(own) as client:
        response = client.get(path)

    assert response.json()["type"] == "/api/v1/docs#database-unusable"
    assert response.status_code == 503
    assert str(tmp_path) not in response.text


def test_a_database_that_is_spoilt_while_the_service_runs_is_a_503(own: Settings) -> None:
    database = Path(own.database.removeprefix("sqlite:///"))
    with serving(own) as client:
        assert client.get(RECORD).status_code == 200
        database.write_bytes(b"spoilt" * 10_000)
        database.with_name(f"{database.name}-wal").unlink(missing_ok=True)
        response = client.get(RECORD)

    assert response.json()["type"] == "/api/v1/docs#database-unusable"


def test_more_readers_than_threads_and_connections_are_all_answered(base_url: str) -> None:
    paths = [SEARCH, RECORD, "/api/v1/export?format=csv", "/soeg?q=ppr"] * 50

    with (
        httpx.Client(base_url=base_url, timeout=30, limits=httpx.Limits()) as client,
        ThreadPoolExecutor(100) as readers,
    ):
        answers = list(readers.map(client.get, paths))

    assert {answer.status_code for answer in answers} == {200}


@pytest.mark.parametrize("path", ["/api/v1/fault", "/fault"])
def test_what_nobody_foresaw_is_a_500_without_a_trace(own: Settings, path: str) -> None:
    app = create_app(own)

    @app.get(path)
    def fail() -> None:
        raise RuntimeError(str(own.index))

    with serve(app) as address:
        response = httpx.get(f"{address}{path}")

    assert response.status_code == 500
    assert str(own.index) not in response.text
    assert "Traceback" not in response.text
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    is_problem = response.headers["Content-Type"] == "application/problem+json"
    assert is_problem == path.startswith("/api/")
