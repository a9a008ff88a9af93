"""In Firefox, too, the figure is a good guest: it talks, bears a flood and makes its lines."""

import json
import subprocess
from pathlib import Path

from course import course_page, frozen
from web import served

from tools.programs import demand

WALK = Path(__file__).parents[2] / "node" / "embed.mjs"
# An address as an editor leaves it that escapes twice, with what hosts put behind it.
HOST = course_page("""<input id="own" autofocus>
<iframe id="figure" width="960" height="700" style="border:0"
 src="figure.html?stage=circulation&amp;amp;theme=dark&amp;amp;lang=en-US&amp;amp;wrap=1"></iframe>""")


def test_firefox_frames_the_figure(tmp_path):
    (tmp_path / "figure.html").write_text(frozen("https://example.org/figure/"), "utf-8")
    (tmp_path / "course.html").write_text(HOST, "utf-8")
    with served(tmp_path) as address:
        run = subprocess.run(
            [demand("node"), WALK, demand("firefox"), f"{address}/course.html"],
            capture_output=True,
            text=True,
            timeout=180,
        )
    assert run.returncode == 0, run.stderr
    saw = json.loads(run.stdout)
    assert saw["complaints"] == []
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
        assert code.startswith('<iframe src="https://example.org/figure/?') and help_ == kind
    assert saw["lines"]["notion"][0].startswith("https://example.org/figure/?")
    assert saw["lines"]["ilias"] == ["", "ilias"]
