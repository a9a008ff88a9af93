"""A new field of an interaction is one line in the model; everything that shows fields has it."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playing import played

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
MODEL = "cascade/model/interaction.py"
BEFORE = "    note: Annotated["
LINE = '    dose: Annotated[str | None, Shown("phrase", "Dose")] = Field(None, description="-")\n'
TOLD = "two nanograms a day"
HTML = """
from cascade.loading.loader import load_path
from cascade.page.app import build
page = build(list(load_path({path!r}).pathways))
print(page.server.test_client().get("/").get_data(as_text=True))
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """The program with one line more, and a pathway that uses it."""
    house = tmp_path_factory.mktemp("house")
    shutil.copytree(ROOT / "cascade", house / "cascade", ignore=shutil.ignore_patterns("_bundle"))
    shutil.copytree(ROOT / "pathways", house / "pathways")
    (house / "assets").symlink_to(ROOT / "assets")
    model = house / MODEL
    text = model.read_text("utf-8")
    assert text.count(BEFORE) == 1
    model.write_text(text.replace(BEFORE, LINE + BEFORE), "utf-8")
    pathway = house / "pathways" / "csf1-egf-loop.yaml"
    text = pathway.read_text("utf-8")
    pathway.write_text(text.replace("tier:", f"dose: {TOLD}\n        tier:", 1), "utf-8")
    return house


def run(house, *arguments) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=house,
        env={**os.environ, "PYTHONPATH": str(house)},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout + done.stderr


def test_it_is_on_the_card(house):
    html = run(house, "-c", HTML.format(path="pathways/csf1-egf-loop.yaml"))
    play = played(html)
    records = play["figure"]["pathways"]["csf1-egf-loop"]["cards"]
    assert [card["dose"] for card in records.values() if "dose" in card] == [TOLD]
    assert f"<dt>Dose</dt><dd>{TOLD}</dd>" in play["cards"]["csf1-egf-loop"]


def test_it_is_in_the_tables(house):
    text = run(house, "-m", "cascade", "export", "csf1-egf-loop", "--format", "csv", "-o", "-")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert TOLD in [row["dose"] for row in rows]
    text = run(house, "-m", "cascade", "export", "csf1-egf-loop", "--format", "cyjs", "-o", "-")
    edges = json.loads(text)["elements"]["edges"]
    assert TOLD in [edge["data"].get("dose") for edge in edges]


def test_an_import_reads_it_back(house):
    run(house, "-m", "cascade", "export", "csf1-egf-loop", "--format", "csv", "-o", "loop.csv")
    run(house, "-m", "cascade", "import", "loop.csv", "-o", "draft.yaml")
    assert f"dose: {TOLD}" in (house / "draft.yaml").read_text("utf-8")


def test_a_language_lacks_its_text_and_its_name(house):
    told = run(house, "-m", "cascade", "check", "--lang", "de")
    assert "csf1-egf-loop.yaml: interactions." in told and TOLD in told
    assert "lang/de/interface.yaml: Dose" in told
