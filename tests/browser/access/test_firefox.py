"""The app and the frozen file in Firefox: the same figure, the same habits, no request a click.

Playwright drives only its own Firefox, so puppeteer drives the distribution's over WebDriver BiDi.
"""

import json
import subprocess
from pathlib import Path

from tools.programs import demand

# Beside the modules that it imports.
WALK = Path(__file__).parents[2] / "node" / "firefox.mjs"


def test_firefox_plays_the_figure(base_url, frozen_file):
    """Both in one Firefox, which takes seconds to start."""
    run = subprocess.run(
        [demand("node"), WALK, demand("firefox"), f"{base_url}/", frozen_file.as_uri()],
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert run.returncode == 0, run.stderr
    live, frozen = json.loads(run.stdout)
    plays(live)
    plays(frozen)
    assert [url for url in frozen["requests"] if not url.startswith("file:")] == []


def plays(saw: dict) -> None:
    assert saw["complaints"] == []
    assert saw["start"]["stage"] == "circulation"
    assert saw["lines"] >= 10
    assert saw["pixels"] >= 20, "the canvas is empty"
    assert saw["clicked"]["focus"] == "platelet"
    assert saw["card"]
    assert saw["escaped"]["focus"] == ""
    assert saw["third"]["stage"] == "extravasation"
    assert saw["back"]["stage"] == "circulation"
    assert saw["rows"] >= 10
    assert any("CXCL12" in hit for hit in saw["hits"])
    assert saw["after"] == saw["before"], "a click costs no request"
    assert saw["sharp"] == [2, 1], "the canvas has the pixels of its screen"
    assert saw["windows"] == 3, "its first tab, the figure and the presenter's window"
