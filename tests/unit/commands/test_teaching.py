"""`cascade export` for the lecture hall: what it refuses, and what it writes."""

import csv
import io
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from lxml import etree
from PIL import Image

from cascade.cli import main
from cascade.commands.pathway_argument import demand_pathway
from cascade.exports import lecture_pictures as pictures
from cascade.exports import pptx
from cascade.exports.chromium import Unavailable


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(main, ["export", *args])


REFUSED = {
    "--format pptx": "say which lecture with --lecture: cascade, seed-and-soil, friend-or-foe",
    "csf1-egf-loop --format pptx": "say which lecture with --lecture, but 'csf1-egf-loop' has none",
    "--format pptx --lecture casade": "'metastatic-cascade' has no lecture 'casade', did you mean "
    "'cascade'?",
    "--format pptx --lecture cascade --link figure": "--link 'figure' is not a web "
    "address, such as https://example.org/figure.html",
    "--format pptx --lecture cascade --stage circulation": "--stage does not go with pptx",
    "--format pptx --lecture cascade --paper a4": "--paper goes with --format handout",
    "--format csv --lecture cascade": "--lecture goes with --format pptx",
    "--format pictures": "say which lecture with --lecture: cascade, seed-and-soil, friend-or-foe",
    "--format pictures --lecture cascade --link https://a.example/": "--link goes with "
    "--format pptx",
    "--format handout --link https://a.example/": "--link goes with --format pptx",
    "--format handout --organ lung": "--organ does not go with handout",
    "--format scorm --stage circulation": "--stage does not go with scorm",
    "--format handout --complete test": "--complete goes with --format scorm",
    "--format handout --word-bank": "--word-bank goes with --kind blanks",
    "--format gift --organ lung": "--organ does not go with gift",
    "--format gift --count 9": "--count goes with --seed",
    "--format csv --seed 1": "--seed goes with --format moodle-xml",
    "csf1-egf-loop --format gift": (
        "nothing to export: 'csf1-egf-loop' has too few sure arrows to ask about"
    ),
    "--format guide": "say which lecture with --lecture: cascade, seed-and-soil, friend-or-foe",
    "--format handout -o x.docx": "a handout is .html or .pdf, not .docx",
}


@pytest.mark.parametrize("call", REFUSED)
def test_refusals(run, call):
    result = run(*call.split())
    assert result.exit_code == 2
    assert result.stderr == f"Error: {REFUSED[call]}\n"
    assert not result.stdout and not list(Path().iterdir())


def test_a_handout_is_named_after_its_kind(run):
    result = run("csf1-egf-loop", "--format", "handout", "--kind", "blanks")
    assert result.stdout == "Wrote csf1-egf-loop-handout-blanks.html: 1 page.\n"
    assert Path("csf1-egf-loop-handout-blanks.html").read_text("utf-8").startswith("<!doctype")


@pytest.mark.parametrize("package", ["pptx", "segno"])
def test_a_missing_package_is_named(run, monkeypatch, package):
    for module in [m for m in sys.modules if m.partition(".")[0] == package]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, "cascade.exports.pptx", raising=False)
    result = run("--format", "pptx", "--lecture", "cascade")
    said = f"Error: the format pptx needs {package}: pip install 'cascade[formats]'\n"
    assert (result.exit_code, result.stderr) == (2, said)


def test_without_a_browser_there_are_no_slides_and_no_file(run, monkeypatch):
    def none(*_):
        raise Unavailable("it needs Chromium")

    monkeypatch.setitem(sys.modules, "cascade.exports.pptx", pptx)
    monkeypatch.setattr(pptx, "pngs", none)
    result = run("-o", "deck.pptx", "--lecture", "friend-or-foe")
    said = "Error: the format pptx cannot be written here: it needs Chromium\n"
    assert (result.exit_code, result.stderr) == (2, said)
    assert not list(Path().iterdir())


def test_all_slides_are_counted(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "cascade.exports.pptx", pptx)
    monkeypatch.setattr(pptx, "write", lambda *_: b"a deck")
    result = run("--format", "pptx", "--lecture", "cascade")
    assert result.stdout == "Wrote metastatic-cascade-cascade.pptx: 16 slides.\n"


def test_a_package_for_course_systems(run):
    result = run("vicious-cycle", "--format", "scorm")
    assert result.exit_code == 0, result.output
    with ZipFile("vicious-cycle-scorm.zip") as package:
        assert sorted(package.namelist()) == ["imsmanifest.xml", "index.html"]
        assert "LMSInitialize" in package.read("index.html").decode()


@pytest.mark.slow
def test_pictures_of_each_step(run):
    result = run("--format", "pictures", "--lecture", "friend-or-foe", "--theme", "dark")
    said = "Wrote metastatic-cascade-friend-or-foe.zip: 5 steps, each as SVG and PNG.\n"
    assert (result.exit_code, result.stdout) == (0, said)
    steps = demand_pathway(None).lectures["friend-or-foe"].steps
    with ZipFile("metastatic-cascade-friend-or-foe.zip") as archive:
        names = archive.namelist()
        rows = list(csv.DictReader(io.StringIO(archive.read("captions.csv").decode("utf-8-sig"))))
        drawn = {name: archive.read(name) for name in names if name != "captions.csv"}
    files = [f"{number:02}-{step.id}" for number, step in enumerate(steps, start=1)]
    assert names == ["captions.csv", *(f"{file}.{end}" for file in files for end in ("svg", "png"))]
    assert [(row["file"], row["caption"]) for row in rows] == [
        (file, step.told.say) for file, step in zip(files, steps, strict=True)
    ]
    assert all("doi:" in row["papers"] and row["description"] for row in rows)
    for file, step in zip(files, steps, strict=True):
        shown = Image.open(io.BytesIO(drawn[f"{file}.png"]))
        assert shown.size == (1920, 1080) and len(shown.getcolors(2**21)) > 500
        assert step.told.title in "".join(etree.fromstring(drawn[f"{file}.svg"]).itertext())


def test_the_same_pictures_make_the_same_zip(monkeypatch, flagship):
    monkeypatch.setattr(pictures, "pngs", lambda svgs, *size: [b""] * len(svgs))
    assert pictures.write(flagship, "seed-and-soil") == pictures.write(flagship, "seed-and-soil")
