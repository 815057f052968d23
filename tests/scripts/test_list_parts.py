"""The software bill of materials beside the pinned requirements."""

import json
import re

from typer.testing import CliRunner

from scripts.command_line import make_cli
from scripts.develop import COMMANDS
from scripts.list_parts import ROOT


def test_every_pinned_package_is_listed_with_its_version_and_checksums() -> None:
    told = CliRunner().invoke(make_cli(COMMANDS, ["list-parts"]), ["list-parts"])
    bill = json.loads(told.stdout)

    text = (ROOT / "requirements.txt").read_text("utf-8")
    parts = {f"{part['name']}=={part['version']}" for part in bill["components"]}
    checksums = [one["value"] for part in bill["components"] for one in part["properties"]]
    assert parts == set(re.findall(r"^[A-Za-z0-9._-]+==[^ ]+", text, re.M))
    assert sorted(checksums) == sorted(re.findall("sha256:([0-9a-f]{64})", text))
    assert {part["purl"] for part in bill["components"]} >= {"pkg:pypi/whoosh3@3.54.0"}
