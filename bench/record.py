"""Where figures come from, and where they are written down: docs/benchmarks.md."""

import os
import platform
import re
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pages

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"


def origin(browser: str | None, more: tuple[str, ...] = ()) -> str:
    """Where figures come from: command, date, versions, machine."""
    packages = (*more, "dash", "dash-cytoscape", "pydantic", "PyYAML", "waitress", "brotli")
    versions = [f"Python {platform.python_version()}"]
    if browser:
        versions += [f"Chromium {browser}", f"cytoscape.js {pages.cytoscape_version()}"]
    versions += [f"{name} {version(name)}" for name in packages]
    command = " ".join(["python bench/run.py", *sys.argv[1:]])
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0
    return (
        f"`{command}`, {date.today()}, {platform.system()},"
        f" {os.cpu_count()} cores, load {load:.1f}; {', '.join(versions)}."
    )


def write(results: dict[str, str]) -> None:
    text = DOCUMENT.read_text("utf-8")
    for part, result in results.items():
        pattern = re.compile(rf"(<!-- bench: {part} -->\n).*?(<!-- end -->)", re.DOTALL)
        if not pattern.search(text):
            sys.exit(f"docs/benchmarks.md has no part '{part}'")
        text = pattern.sub(lambda found, new=result: f"{found[1]}\n{new}\n\n{found[2]}", text)
    DOCUMENT.write_text(text, "utf-8", newline="\n")
