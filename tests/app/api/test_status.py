"""The state of the service over HTTP."""

from sqlalchemy import create_engine
from sqlmodel import Session

from app import VERSION
from app.settings import Settings
from catalogue.guidance.storage import get_guidance_revision
from catalogue.storage import get_revision
from tests.app.conftest import Ask


def test_the_status_tells_what_is_held_and_which_revisions(ask: Ask, settings: Settings) -> None:
    status = ask("/status")

    engine = create_engine(settings.database)
    with Session(engine) as session:
        revision = get_revision(session)
        guidance_revision = get_guidance_revision(session)
    engine.dispose()
    assert status.pop("index_revision")
    assert status == {
        "trial_actions": 24,
        "municipalities": 14,
        "guidance": 4,
        "catalogue_revision": revision,
        "guidance_revision": guidance_revision,
        "version": VERSION,
    }
