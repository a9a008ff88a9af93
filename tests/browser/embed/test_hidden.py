"""A course page hides the figure at first, in a tab or a folded section, and shows it later.

In Firefox and Chromium, which lay hidden frames out differently; see tests/node/hidden.mjs.
"""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from web import served

from tools.programs import demand

WALK = Path(__file__).parents[2] / "node" / "hidden.mjs"
# As Canvas does with a frame's wish for another height.
CANVAS = """<script>window.got = []; addEventListener('message', function (event) {
  if (event.data.subject !== 'lti.frameResize') return;
  got.push(event.data.height); document.getElementById('f').style.height = event.data.height + 'px';
});</script>"""
FRAME = (
    '<iframe id="f" src="figure.html?ui=min" width="100%" height="900" style="border:0"></iframe>'
)
OBJECT = '<object id="f" data="figure.html" type="text/html" width="100%" height="900"></object>'
PAGES = {
    "details": f"<details id=t><summary>Figure</summary>{FRAME}</details>",
    "display-none": f'<div id=t style="display:none">{FRAME}</div>',
    "hidden": f"<div id=t hidden>{FRAME}</div>",
    "object": f'<div id=t style="display:none">{OBJECT}</div>',
}


@pytest.mark.parametrize("program", ["firefox", "chromium"])
def test_a_hidden_figure_draws_when_it_is_shown(program, tmp_path, frozen_file):
    shutil.copy(frozen_file, tmp_path)
    for name, body in PAGES.items():
        page = f"<!doctype html><title>Course</title><body style='margin:0'>{CANVAS}{body}"
        (tmp_path / f"{name}.html").write_text(page, "utf-8")
    kind = {"chromium": "chrome"}.get(program, program)
    with served(tmp_path) as address:
        run = subprocess.run(
            [
                demand("node"),
                WALK,
                kind,
                demand(program),
                address,
                *(f"{name}.html" for name in PAGES),
            ],
            capture_output=True,
            text=True,
            timeout=180,
        )
    assert run.returncode == 0, run.stderr
    for name, saw in json.loads(run.stdout).items():
        assert saw["complaints"] == [], name
        for look, stage in ("first", "extravasation"), ("again", "circulation"):
            seen = saw[look]
            assert seen["drawn"] and seen["colors"] >= 100, f"{name}: the canvas is empty"
            assert seen["stage"] == stage or not (saw["heard"] or seen["stage"]), (
                f"{name}: what was asked for meanwhile"
            )
            assert seen["height"] == 900, f"{name}: what the teacher gave"
            assert set(seen["got"]) == {900}, name
