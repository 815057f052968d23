"""Guidance while the service runs: its index missing, damaged, or newer than the service."""

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
from index.generations import POINTER
from scripts.preparing import prepare
from tests.conftest import serve

LIST = "/api/v1/guidance"
QUESTION = f"{LIST}?q=trivsel"
GUIDE = "vejledning-til-slidepakke"


@pytest.fixture
def own(tmp_path: Path) -> Settings:
    """A catalogue of few trial actions and all guidance, that a test may change."""
    for folder in ("vocabulary", "guidance"):
        shutil.copytree(DATA / folder, tmp_path / folder)
    (tmp_path / "records").mkdir()
    for path in sorted((DATA / "records").glob("*.yaml"))[:2]:
        shutil.copy(path, tmp_path / "records")
    place = f"sqlite:///{tmp_path / 'build' / 'catalogue.sqlite'}"
    settings = Settings(data=tmp_path, database=place, index=tmp_path / "build" / "index")
    prepare(settings)
    return settings


@contextmanager
def serving(settings: Settings) -> Iterator[httpx.Client]:
    with serve(create_app(settings)) as address, httpx.Client(base_url=address) as client:
        yield client


def remove(index: Path) -> None:
    shutil.rmtree(index)


def damage(index: Path) -> None:
    for path in (index / (index / POINTER).read_text().strip()).rglob("*"):
        if path.is_file():
            path.write_bytes(b"damaged")


def test_its_index_lies_beside_that_of_the_trial_actions(own: Settings) -> None:
    assert own.guidance_index == own.index.with_name("guidance-index")
    assert (own.guidance_index / POINTER).exists()


@pytest.mark.parametrize(("spoil", "name"), [(remove, "index-missing"), (damage, "index-damaged")])
def test_without_its_index_it_is_read_and_listed_and_only_its_search_says_why_not(
    own: Settings, spoil: object, name: str
) -> None:
    assert callable(spoil)
    spoil(own.guidance_index)

    with serving(own) as client:
        problem = client.get(QUESTION)
        paths = (LIST, f"{LIST}/{GUIDE}", "/vejledning", f"/vejledning/{GUIDE}", "/soeg?q=trivsel")
        answers = [client.get(path) for path in paths]

    assert problem.status_code == 503
    assert problem.json()["type"] == f"/api/v1/docs#{name}"
    assert [answer.status_code for answer in answers] == [200] * 5
    assert 'id="vejledning"' not in answers[-1].text


@pytest.mark.parametrize("spoil", [remove, damage])
def test_an_index_of_guidance_that_is_lost_is_built_again(own: Settings, spoil: object) -> None:
    assert callable(spoil)
    spoil(own.guidance_index)

    assert prepare(own).built
    assert not prepare(own).built
    with serving(own) as client:
        assert client.get(QUESTION).json()["total"] == 3


def test_what_is_corrected_is_found_without_a_restart_and_has_another_tag(own: Settings) -> None:
    path = own.guidance / f"{GUIDE}.yaml"
    with serving(own) as client:
        assert client.get(f"{LIST}?q=kvalitetshjul").json()["total"] == 0
        tag = client.get(f"{LIST}/{GUIDE}").headers["ETag"]
        status = client.get("/api/v1/status").json()
        text = path.read_text("utf-8")
        path.write_text(text.replace("drive og styre", "drive et kvalitetshjul og styre"), "utf-8")
        preparation = prepare(own)
        sleep(PAUSE)
        # The first to come after the pause opens it.
        client.get("/api/v1/status")
        found = client.get(f"{LIST}?q=kvalitetshjul").json()
        read = client.get(f"{LIST}/{GUIDE}", headers={"If-None-Match": tag})
        later = client.get("/api/v1/status").json()

    assert preparation.guidance_report.changed == [GUIDE]
    assert preparation.report.changes() == []
    assert found["items"][0]["matches"][0]["block"] == f"{GUIDE}#gode-raad-2"
    assert (read.status_code, "kvalitetshjul" in read.text) == (200, True)
    assert later["guidance_revision"] != status["guidance_revision"]
    assert later["catalogue_revision"] == status["catalogue_revision"]
    assert later["index_revision"] == status["index_revision"]


def test_a_catalogue_without_guidance_is_served_like_any_other(own: Settings) -> None:
    shutil.rmtree(own.guidance)
    assert prepare(own).guidance_report.removed

    with serving(own) as client:
        paths = (LIST, QUESTION, "/vejledning", "/soeg?q=trivsel", "/om", "/sitemap.xml")
        answers = [client.get(path) for path in (*paths, "/api/v1/openapi.json", "/api/v1/docs")]
        status = client.get("/api/v1/status").json()

    assert [answer.status_code for answer in answers] == [200] * 8
    assert (answers[0].json()["total"], answers[1].json()["total"]) == (0, 0)
    assert status["guidance"] == 0
