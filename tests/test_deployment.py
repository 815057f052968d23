"""What docs/deploy makes of the service."""

from app.api.rights import LICENCE
from app.settings import DATA
from tests.serving import ROOT


def test_the_container_has_every_folder_and_file_that_the_service_opens() -> None:
    lines = (ROOT / "docs" / "deploy" / "Containerfile").read_text("utf-8").splitlines()
    copied = {line.split()[1] for line in lines if line.startswith("COPY ")}

    opened = {DATA.name, LICENCE.name, "requirements.txt"}
    assert copied == opened | {"app", "catalogue", "index", "scripts"}
