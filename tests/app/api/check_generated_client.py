"""A typed client made from the OpenAPI document by a public generator; run by ``make api-check``.

The generator's dependencies do not go with ours, so it stands in a place of its own.
"""

import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

PACKAGE = "proevehandlinger_client"
CONFIG = f"project_name_override: proevehandlinger-client\npackage_name_override: {PACKAGE}\n"


@pytest.fixture(scope="module")
def package(base_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The client, as it comes from the generator."""
    folder = tmp_path_factory.mktemp("client")
    (folder / "config.yaml").write_text(CONFIG)
    generator = Path(os.environ["CLIENT_GENERATOR"]).absolute()
    options = ["--config=config.yaml", f"--output-path={folder / PACKAGE}", "--meta=none"]
    subprocess.run(
        [generator, "generate", f"--url={base_url}/api/v1/openapi.json", *options],
        cwd=folder,
        check=True,
        env=os.environ | {"PATH": f"{generator.parent}:{os.environ['PATH']}"},
    )
    sys.path.insert(0, str(folder))
    yield importlib.import_module(PACKAGE)
    sys.path.remove(str(folder))


def call(package: ModuleType, operation: str) -> ModuleType:
    return importlib.import_module(f"{package.__name__}.api.{operation}")


def test_the_client_searches_reads_and_follows(package: ModuleType, base_url: str) -> None:
    with package.Client(base_url=base_url) as client:
        found = call(package, "trial_actions.list_trial_actions").sync(
            client=client, q="fravær", theme=["skolefravaer"], page_size=2
        )
        record = call(package, "trial_actions.read_trial_action").sync(
            found.items[0].id, client=client
        )
        passages = call(package, "passages.list_passages").sync(client=client, kind=["experienced"])
        whole = call(package, "export.export_trial_actions").sync(client=client)

    assert type(found).__name__ == "SearchOut"
    assert found.items[0].municipality.code.isdigit()
    assert found.facets.theme[0].label
    assert record.to_dict()["id"] == found.items[0].id
    assert {passage.kind for passage in passages.items} == {"experienced"}
    assert whole.total == len(whole.items) == 24


def test_the_client_knows_a_problem_when_it_meets_one(package: ModuleType, base_url: str) -> None:
    read = call(package, "trial_actions.read_trial_action")
    with package.Client(base_url=base_url) as client:
        problem = read.sync("findes-ikke", client=client)

    assert type(problem).__name__ == "ProblemOut"
    assert problem.status == 404
