"""Whether the service lives and can answer, as whoever runs it asks."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

import httpx
import pytest

from app.current_index import PAUSE
from app.main import create_app
from app.settings import DATA, Settings
from catalogue.vocabulary import load_vocabulary
from index.indexing import build_index
from index.language import load_language
from scripts.preparing import prepare
from tests.conftest import serve
from tests.small import make_small, settings_in

SEARCH = "/api/v1/trial-actions?q={}"
QUESTIONS = ("", "ppr", "forældre", "fravaer")
READY = {
    "ready": True,
    "database": "answers",
    "index": "serves",
    "index_on_disk": "same",
    "guidance_index": "serves",
    "guidance_index_on_disk": "same",
    "revisions": "agree",
}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few records, and all guidance, with their database and indexes."""
    folder = tmp_path_factory.mktemp("prepared")
    settings = make_small(folder)
    shutil.copytree(DATA / "guidance", settings.guidance)
    prepare(settings)
    return folder


@pytest.fixture
def own(prepared: Path, tmp_path: Path) -> Settings:
    """A copy that a test may spoil."""
    return settings_in(Path(shutil.copytree(prepared, tmp_path / "own")))


def database_of(settings: Settings) -> Path:
    return Path(settings.database.removeprefix("sqlite:///"))


@contextmanager
def serving(settings: Settings) -> Iterator[httpx.Client]:
    with (
        serve(create_app(settings)) as address,
        httpx.Client(base_url=address, timeout=60) as client,
    ):
        yield client


def answers(client: httpx.Client) -> list[object]:
    return [client.get(SEARCH.format(question)).json() for question in QUESTIONS]


def told(client: httpx.Client) -> tuple[int, dict[str, object]]:
    answer = client.get("/readyz")
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.status_code, answer.json()


def test_a_service_that_can_answer_is_ready(client: httpx.Client) -> None:
    assert told(client) == (200, READY)


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_health_takes_no_parameters_and_answers_head(client: httpx.Client, path: str) -> None:
    assert client.get(f"{path}?x=1").status_code == 422
    assert client.head(path).status_code == 200


def test_health_is_no_part_of_the_api(client: httpx.Client) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]

    assert not [path for path in paths if "healthz" in path or "readyz" in path]


def test_without_a_database_it_lives_but_is_not_ready(own: Settings) -> None:
    database_of(own).write_text("no database at all")
    with serving(own) as client:
        status, answer = told(client)

        assert client.get("/healthz").text == "alive\n"
    assert (status, answer["ready"], answer["database"]) == (503, False, "unusable")


@pytest.mark.parametrize("is_damaged", [False, True], ids=["missing", "damaged"])
def test_without_an_index_it_is_not_ready_and_says_why(own: Settings, is_damaged: bool) -> None:
    if is_damaged:
        for file in own.index.rglob("*"):
            if file.is_file() and file.parent != own.index:
                file.write_bytes(b"damaged")
    else:
        shutil.rmtree(own.index)
    with serving(own) as client:
        status, answer = told(client)

    assert (status, answer["ready"]) == (503, False)
    assert answer["index"] == ("damaged" if is_damaged else "missing")


def test_an_index_of_another_catalogue_is_not_ready(own: Settings) -> None:
    language = load_language(own.vocabulary, load_vocabulary(own.vocabulary))
    build_index(own.index, [], language=language, catalogue_revision="another")
    with serving(own) as client:
        status, answer = told(client)

    assert (status, answer["revisions"]) == (503, "differ")


def test_without_an_index_of_the_guidance_it_is_not_ready_and_says_so(own: Settings) -> None:
    shutil.rmtree(own.guidance_index)
    with serving(own) as client:
        status, answer = told(client)

    assert (status, answer["ready"], answer["revisions"]) == (503, False, "differ")
    assert (answer["index"], answer["guidance_index"]) == ("serves", "missing")


def test_an_index_of_other_guidance_is_not_ready(own: Settings) -> None:
    language = load_language(own.vocabulary, load_vocabulary(own.vocabulary))
    build_index(own.guidance_index, [], language=language, catalogue_revision="another")
    with serving(own) as client:
        status, answer = told(client)

    assert (status, answer["revisions"], answer["guidance_index"]) == (503, "differ", "serves")


def test_an_index_deleted_under_the_service_goes_on_serving_and_is_reported(own: Settings) -> None:
    with serving(own) as client:
        before = answers(client)
        shutil.rmtree(own.index)
        sleep(PAUSE)

        assert answers(client) == before
        assert told(client) == (200, READY | {"index_on_disk": "missing"})

        prepare(own)
        sleep(PAUSE)
        assert told(client) == (200, READY)
        assert answers(client) == before


@pytest.mark.parametrize("keep", [0, 0.5], ids=["emptied", "cut in half"])
def test_an_index_truncated_under_the_service_gives_no_wrong_answer(
    own: Settings, keep: float
) -> None:
    with serving(own) as client:
        before = answers(client)
        for file in own.index.rglob("*"):
            if file.is_file():
                with file.open("r+b") as opened:
                    opened.truncate(int(file.stat().st_size * keep))
        sleep(PAUSE)

        assert answers(client) == before
        assert told(client)[0] == 200

    # The next start does not trust what is left.
    prepare(own)
    with serving(own) as client:
        assert told(client) == (200, READY)
        assert answers(client) == before
