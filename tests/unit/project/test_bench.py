"""The parts of `make bench` that need no browser measure today's code."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
LOOP = ROOT / "pathways" / "csf1-egf-loop.yaml"


def measured(script: str, *arguments: str) -> dict:
    command = [sys.executable, str(ROOT / "bench" / script), str(LOOP), *arguments]
    run = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_each_step_of_compiling_is_measured():
    found = measured("compiling.py")
    assert found["steps"].keys() == {
        "read", "validate", "resolve", "draw", "elements", "cards", "html",
    }  # fmt: skip
    assert min(found["steps"].values()) > 0 and found["html"] > 10_000


def test_a_format_is_measured():
    found = measured("exporting.py", "csv", "2")
    assert len(found["write"]) == 2 and found["bytes"] > 1000
