"""What the README shows is what happens."""

import re
from pathlib import Path

import httpx

from scripts import __main__, develop

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_the_answer_shown_is_the_real_one(client: httpx.Client) -> None:
    asked = re.search(r'curl -s "http://127.0.0.1:8000([^"]+)".*\n.*\n((?:[\d.]+ .*\n)+)', README)

    assert asked is not None
    hits = client.get(asked.group(1)).json()["items"]
    assert asked.group(2).splitlines() == [
        f"{round(hit['score'], 2)} {hit['id']} {hit['matches'][0]['block']}" for hit in hits
    ]


def test_every_command_is_mentioned() -> None:
    for command in (*__main__.COMMANDS, *develop.COMMANDS):
        assert f"`{command}`" in README


def test_every_link_leads_to_a_file() -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / link).exists(), link


def test_every_place_of_the_map_exists() -> None:
    for place in re.findall(r"`((?:app|catalogue|index|scripts|data|docs)/[^`*]*)`", README):
        if "build" not in place:
            assert (ROOT / place).exists(), place
