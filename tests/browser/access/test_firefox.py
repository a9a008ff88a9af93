"""The app and the frozen file in Firefox: the same figure, the same habits, no request a click.

Playwright drives only its own Firefox, so puppeteer drives the distribution's over WebDriver BiDi.
"""

import json
import subprocess
from pathlib import Path

import pytest

from tools.programs import demand

# Beside the modules that it imports.
WALK = Path(__file__).parents[2] / "node" / "firefox.mjs"


@pytest.mark.parametrize("variant", ["live", "frozen"])
def test_firefox_plays_the_figure(variant, base_url, frozen_file):
    address = f"{base_url}/" if variant == "live" else frozen_file.as_uri()
    run = subprocess.run(
        [demand("node"), WALK, demand("firefox"), address],
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert run.returncode == 0, run.stderr
    saw = json.loads(run.stdout)
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
    if variant == "frozen":
        elsewhere = [url for url in saw["requests"] if not url.startswith("file:")]
        assert elsewhere == []
