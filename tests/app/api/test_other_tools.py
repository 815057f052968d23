"""What other people's tools make of the service: they look where we would not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

# ``make api-check`` asks for more than fits beside the other tests.
CASES = os.environ.get("API_CHECK_CASES", "100")
PHASES = os.environ.get("API_CHECK_PHASES", "examples,coverage,fuzzing")
SCHEMATHESIS = Path(sys.executable).with_name("schemathesis")


@pytest.mark.long
def test_schemathesis_finds_no_fault(base_url: str, tmp_path: Path) -> None:
    options = ["--checks=all", f"--phases={PHASES}", f"--max-examples={CASES}", "--seed=1"]
    document = f"{base_url}/api/v1/openapi.json"

    run = subprocess.run(
        [SCHEMATHESIS, "run", document, *options, "--workers=2"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout
    assert "No issues found" in run.stdout
