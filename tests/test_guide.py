"""The guide for consumers is true: every recipe in it runs as it stands."""

import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import httpx
import pytest

from app.parameters import LARGEST_PAGE, LONGEST_QUESTION
from app.query_string import MOST

GUIDE = Path(__file__).parents[1] / "docs" / "api.md"
ADDRESS = "http://127.0.0.1:8000"
FENCED = re.compile(r"^```(bash|python|text)\n(.*?)^```$", re.M | re.S)
COMMANDS = {"bash": ["bash", "-euo", "pipefail", "-c"], "python": [sys.executable, "-c"]}

BLOCKS = [*FENCED.findall(GUIDE.read_text("utf-8")), ("text", "")]
# What a recipe prints stands after it, where it is the same each time.
RECIPES = [
    (language, text, following if kind == "text" else "")
    for (language, text), (kind, following) in pairwise(BLOCKS)
    if language in COMMANDS
]


@pytest.mark.parametrize(
    ("language", "recipe", "printed"),
    RECIPES,
    ids=[f"{number}-{recipe[0]}" for number, recipe in enumerate(RECIPES, 1)],
)
def test_a_recipe_runs_as_it_stands(
    base_url: str, language: str, recipe: str, printed: str
) -> None:
    assert ADDRESS in recipe
    run = subprocess.run(
        [*COMMANDS[language], recipe.replace(ADDRESS, base_url)],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONUTF8": "1"},
        text=True,
        timeout=60,
    )

    assert run.returncode == 0, run.stderr
    assert run.stdout.strip()
    assert not printed or run.stdout == printed


def test_every_chapter_has_a_recipe_in_both_languages() -> None:
    text = GUIDE.read_text("utf-8")
    chapters = re.findall(r"^## \d\. (.+?)(?=^## )", text, re.M | re.S)

    assert len(chapters) == 6
    assert all("```bash" in chapter and "```python" in chapter for chapter in chapters)


LIMITS = {
    "`q`": LONGEST_QUESTION,
    "`page_size`": LARGEST_PAGE,
    "parameters in one request": MOST,
}


@pytest.mark.parametrize(("what", "limit"), LIMITS.items(), ids=LIMITS)
def test_the_limits_are_those_in_force(what: str, limit: int) -> None:
    assert re.search(rf"^\| {what} \| {limit}\b", GUIDE.read_text("utf-8"), re.M)


def test_every_path_of_the_guide_is_there(client: httpx.Client) -> None:
    paths = set(re.findall(r"/api/v1/[a-z.-]+|/dcat\.jsonld", GUIDE.read_text("utf-8")))

    assert len(paths) > 5
    for path in paths - {"/api/v1/schema"}:
        assert client.get(path).status_code == 200, path
