"""`cascade export`: what it says, where it writes, and what it never leaves behind."""

import json
import os
import re
import stat
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cascade import exports as formats
from cascade.cli import main
from cascade.exports.chromium import Unavailable
from cascade.layout.drawing import draw
from cascade.model.selection import select

BAD = Path(__file__).parents[2] / "bad"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs `cascade export` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(main, ["export", *map(str, args)])


def refusal(result) -> str:
    """The one line of a refused call, after which no file lies about."""
    assert result.exit_code == 2, result.output
    assert not result.stdout
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr
    assert not list(Path().iterdir())
    return result.stderr.strip()


def test_the_flagship_is_the_default(run, flagship):
    result = run("--format", "json")
    assert result.exit_code == 0, result.stderr
    name = "metastatic-cascade.json"
    assert result.stdout.startswith(f"Wrote {name}: {len(flagship.arrows)} interactions.\n")
    assert "Not in this format: " in result.stdout
    assert [path.name for path in Path().iterdir()] == [name]
    assert len(json.loads(Path(name).read_text("utf-8"))["interactions"]) == len(flagship.arrows)


def test_a_shipped_pathway_by_its_id(run):
    assert run("csf1-egf-loop", "-o", "loop.json").exit_code == 0
    assert json.loads(Path("loop.json").read_text("utf-8"))["pathway"]["id"] == "csf1-egf-loop"


def test_a_pathway_of_ones_own(run):
    CliRunner().invoke(main, ["new", "mine"])
    assert run("mine.yaml", "-o", "mine.json").exit_code == 0
    assert len(json.loads(Path("mine.json").read_text("utf-8"))["interactions"]) == 3


def test_standard_output_holds_the_file_alone(run):
    result = run("csf1-egf-loop", "--format", "json", "-o", "-")
    assert json.loads(result.stdout)["pathway"]["id"] == "csf1-egf-loop"
    assert not list(Path().iterdir())


@pytest.mark.parametrize(
    ("options", "fits"),
    [
        (["--stage", "circulation"], lambda i: i["stage"] == "circulation"),
        (["--organ", "bone"], lambda i: i.get("organ") == "bone" or i["place"] == "bone"),
        (["--tier", "overview"], lambda i: i["tier"] == "overview"),
        (["--focus", "platelet"], lambda i: "platelet" in (i["from"], i["to"])),
        (
            ["--stage", "circulation", "--focus", "platelet", "--tier", "core"],
            lambda i: (
                i["stage"] == "circulation"
                and "platelet" in (i["from"], i["to"])
                and i["tier"] != "extended"
            ),
        ),
    ],
)
def test_a_part_of_the_pathway(run, options, fits):
    run("--format", "json", "-o", "all.json")
    result = run("--format", "json", "-o", "part.json", *options)
    assert result.exit_code == 0, result.stderr
    whole = json.loads(Path("all.json").read_text("utf-8"))["interactions"]
    part = json.loads(Path("part.json").read_text("utf-8"))["interactions"]
    assert part == [one for one in whole if fits(one)]
    assert 0 < len(part) < len(whole)


def test_the_name_tells_the_part(run):
    run("--format", "csv", "--stage", "circulation", "--focus", "platelet")
    assert Path("metastatic-cascade-circulation-platelet.csv").exists()


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["metastatic-cascad"], "no pathway or file 'metastatic-cascad', did you mean "
                                "'metastatic-cascade'?"),
        (["nowhere.yaml"], "no pathway or file 'nowhere.yaml'"),
        (["--stage", "circulaton"], "has no stage 'circulaton', did you mean 'circulation'?"),
        (["--stage", "x"], "has no stage 'x'; there is primary-tumor, circulation"),
        (["--organ", "bon"], "has no organ 'bon', did you mean 'bone'?"),
        (["--focus", "platlet"], "has no cell 'platlet', did you mean 'platelet'?"),
        (["csf1-egf-loop", "--organ", "bone"], "has no organ 'bone'; it has no organ"),
        (["--stage", "circulation", "--organ", "brain"], "nothing to export"),
        (["--gpml2021"], "--gpml2021 goes with --format gpml"),
        (["--tall"], "--tall goes with --format svg, pdf, png"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_told_in_one_line(run, args, words):
    assert words in refusal(run("--format", "json", *args))


def test_the_format_must_be_known(run):
    assert "say the format with --format: csv, tsv" in refusal(run())
    assert "say the format with --format: csv, tsv" in refusal(run("-o", "figure.docx"))


def test_a_folder_of_several_pathways(run, tmp_path):
    for name in ("one", "two"):
        CliRunner().invoke(main, ["new", name])
    result = run(".", "--format", "csv")
    assert result.exit_code == 2
    assert "name one of them: one, two" in result.stderr


def test_a_pathway_with_errors_tells_them(run):
    result = run(BAD / "choice.yaml", "--format", "csv")
    assert result.exit_code == 1
    assert result.stderr.strip().endswith("'inhibit' is not an effect, did you mean 'inhibits'?")
    assert not list(Path().iterdir())


def test_what_cannot_be_written(run):
    assert "no/out.csv cannot be written: No such file or directory" in refusal(
        run("-o", "no/out.csv")
    )
    assert "cannot be written: it is a folder" in refusal(run("--format", "csv", "-o", "."))


def test_a_file_that_was_there_stays_when_writing_fails(run, monkeypatch):
    Path("out.csv").write_text("mine")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    result = run("-o", "out.csv")
    assert result.exit_code == 2
    assert "out.csv cannot be written: No space left on device" in result.stderr
    assert [path.name for path in Path().iterdir()] == ["out.csv"]
    assert Path("out.csv").read_text() == "mine"


def test_a_new_file_overwrites_an_old_one_and_follows_a_link(run):
    Path("real.csv").write_text("old")
    Path("link.csv").symlink_to("real.csv")
    assert run("-o", "link.csv").exit_code == 0
    assert Path("link.csv").is_symlink()
    assert Path("real.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert stat.S_IMODE(Path("real.csv").stat().st_mode) & 0o400


@pytest.mark.parametrize(
    ("name", "package"),
    [(one.name, package) for one in formats.FORMATS.values() for package in one.needs],
)
def test_a_missing_package_is_named(run, monkeypatch, name, package):
    for module in [m for m in sys.modules if m.partition(".")[0] == package]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, package, None)
    module = formats.FORMATS[name].writer.partition(":")[0]
    monkeypatch.delitem(sys.modules, f"cascade.exports.{module}", raising=False)
    options = ["gpml", "--gpml2021"] if name == "gpml2021" else [name]
    said = refusal(run("--format", *options))
    assert said == f"Error: the format {name} needs {package}: pip install 'cascade[formats]'"


def test_a_format_may_be_unavailable(run, monkeypatch):
    def write(selection, theme):
        raise Unavailable("no browser was found")

    monkeypatch.setattr("cascade.exports.picture_files.write_png", write)
    said = refusal(run("--format", "png"))
    assert said == "Error: the format png cannot be written here: no browser was found"


def test_a_picture_for_tall_windows(run, flagship):
    """As drawn for them, which its name tells."""
    assert run("--format", "svg", "--tall").exit_code == 0
    picture = Path("metastatic-cascade-overview-tall.svg").read_text("utf-8")
    whole, inner = re.findall(r'<svg [^>]*viewBox="\S+ \S+ (\S+) (\S+)"', picture)[:2]
    box = draw(flagship, tall=True).box
    assert float(whole[1]) > float(whole[0])
    assert float(inner[1]) - float(inner[0]) == pytest.approx(box.height - box.width, abs=0.5)


@pytest.mark.parametrize(
    ("options", "tier"),
    [([], "overview"), (["--stage", "circulation"], "core"), (["--tier", "extended"], "extended")],
)
def test_a_picture_shows_no_more_than_teaches(run, flagship, options, tier):
    result = run("--format", "svg", "-o", "x.svg", *options)
    stage = "circulation" if "--stage" in options else ""
    count = len(select(flagship, stage, "", tier).arrows)
    assert result.stdout.startswith(f"Wrote x.svg: {count} interactions.")
