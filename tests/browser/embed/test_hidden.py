"""Course pages around the figure, in Chromium and Firefox, which lay hidden frames out differently.

One hides it at first, in a tab or a folded section, and shows it later. In Firefox, too, it is a
good guest: it talks, bears a flood and makes its lines.
"""

import json
import subprocess
from pathlib import Path

import pytest
from course import course_page
from excerpt import frozen_excerpt
from web import served

from tools.programs import demand

WALKS = Path(__file__).parents[2] / "node" / "guest.mjs"
HOME = "https://example.org/figure/"
# As Canvas does with a frame's wish for another height.
CANVAS = """<script>window.got = []; addEventListener('message', function (event) {
  if (event.data.subject !== 'lti.frameResize') return;
  got.push(event.data.height); document.getElementById('f').style.height = event.data.height + 'px';
});</script>"""
FRAME = (
    '<iframe id="f" src="figure.html?ui=min" width="100%" height="900" style="border:0"></iframe>'
)
OBJECT = '<object id="f" data="figure.html" type="text/html" width="100%" height="900"></object>'
HIDDEN = {
    "details": f"<details id=t><summary>Figure</summary>{FRAME}</details>",
    "display-none": f'<div id=t style="display:none">{FRAME}</div>',
    "hidden": f"<div id=t hidden>{FRAME}</div>",
    "object": f'<div id=t style="display:none">{OBJECT}</div>',
}
# An address as an editor leaves it that escapes twice, with what hosts put behind it.
HOST = course_page("""<input id="own" autofocus>
<iframe id="figure" width="960" height="700" style="border:0"
 src="figure.html?stage=circulation&amp;amp;theme=dark&amp;amp;lang=en-US&amp;amp;wrap=1"></iframe>""")


@pytest.fixture
def walked(tmp_path):
    """What walks through the course pages saw in a browser, by page."""
    (tmp_path / "figure.html").write_text(frozen_excerpt(HOME), "utf-8")
    (tmp_path / "course.html").write_text(HOST, "utf-8")
    for name, body in HIDDEN.items():
        page = f"<!doctype html><title>Course</title><body style='margin:0'>{CANVAS}{body}"
        (tmp_path / f"{name}.html").write_text(page, "utf-8")

    def walked(kind: str, program: str, *walks: str) -> dict[str, dict]:
        with served(tmp_path) as address:
            command = [demand("node"), WALKS, kind, demand(program), address, *walks]
            run = subprocess.run(command, capture_output=True, text=True, timeout=180)
        assert run.returncode == 0, run.stderr
        saw = json.loads(run.stdout)
        assert [(name, text) for name, one in saw.items() for text in one["complaints"]] == []
        return saw

    return walked


def draws_when_shown(name: str, saw: dict) -> None:
    for look, stage in ("first", "extravasation"), ("again", "circulation"):
        seen = saw[look]
        assert seen["drawn"] and seen["colors"] >= 100, f"{name}: the canvas is empty"
        assert seen["stage"] == stage or not (saw["heard"] or seen["stage"]), (
            f"{name}: what was asked for meanwhile"
        )
        assert seen["height"] == 900, f"{name}: what the teacher gave"
        assert set(seen["got"]) == {900}, name


def test_a_hidden_figure_draws_when_it_is_shown(walked):
    saw = walked("chrome", "headless", *(f"hidden/{name}" for name in HIDDEN))
    assert saw.keys() == HIDDEN.keys()
    for name, one in saw.items():
        draws_when_shown(name, one)


def test_firefox_draws_a_hidden_figure_and_frames_it_well(walked):
    hidden = walked("firefox", "firefox", "embed/course", *(f"hidden/{name}" for name in HIDDEN))
    saw = hidden.pop("course")
    assert hidden.keys() == HIDDEN.keys()
    for name, one in hidden.items():
        draws_when_shown(name, one)

    assert (saw["start"]["stage"], saw["start"]["theme"]) == ("circulation", "dark")
    assert saw["focus"] == "own", "the reader's focus stays"
    assert saw["asked"] == [700], "never less than the host gave"
    assert saw["next"] == "extravasation"
    assert (saw["set"]["stage"], saw["set"]["focus"]) == ("circulation", "platelet")
    assert saw["refused"] == saw["named"]
    assert saw["flooded"]["stage"] == "colonization"
    assert saw["longest"] < 5000  # drawing each view would take minutes
    for kind in ("moodle", "brightspace", "blackboard", "google"):
        code, help_ = saw["lines"][kind]
        assert code.startswith(f'<iframe src="{HOME}?') and help_ == kind
    assert saw["lines"]["notion"][0].startswith(f"{HOME}?")
    assert saw["lines"]["ilias"] == ["", "ilias"]
