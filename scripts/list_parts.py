"""``list-parts``: the software bill of materials, from the pinned requirements (CycloneDX)."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from app import VERSION

ROOT = Path(__file__).parent.parent
_PINNED = re.compile(
    r"^([A-Za-z0-9._-]+)==([^ ;\\]+)(?:[^\n]*\\?\n((?:\s+--hash=\S+[^\n]*\n?)*))?", re.M
)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def list_parts(
    requirements: Annotated[Path, typer.Argument(help="A file of pinned requirements.")] = (
        ROOT / "requirements.txt"
    ),
) -> None:
    """Print what the service is made of, with version and checksums, as CycloneDX JSON."""
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "name": "proevehandlinger", "version": VERSION}
        },
        "components": list(_list_components(requirements.read_text("utf-8"))),
    }
    typer.echo(json.dumps(bill, indent=1))


def _list_components(text: str) -> Iterator[dict[str, object]]:
    for name, version, hashes in _PINNED.findall(text):
        address = f"pkg:pypi/{name.lower().replace('_', '-')}@{version}"
        yield {
            "type": "library",
            "bom-ref": address,
            "name": name,
            "version": version,
            "purl": address,
            # A package has a checksum for each of its files; a component here has one of a kind.
            "properties": [
                {"name": "pip:sha256", "value": value} for value in _HASH.findall(hashes)
            ],
        }
