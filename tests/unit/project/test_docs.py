"""The documents say what is true: generated parts are current, examples work, names exist."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from werkzeug.test import Client

from cascade import __version__
from cascade.cli import main as cli
from cascade.exports import chromium, pptx
from cascade.imports import FORMATS
from cascade.layout.drawing import draw
from cascade.layout.visibility import views
from cascade.loading.loader import load, load_all, load_path
from cascade.model.json_schema import schema
from cascade.resources import pathways_dir
from tools.docs import FILES, PART, current

# A white pixel for a picture that nobody looks at.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)
ROOT = Path(__file__).parents[3]
TEXTS = {name: (ROOT / name).read_text("utf-8") for name in FILES}
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
EXAMPLES = [
    pytest.param(code, id=f"{name}-{number}")
    for name, text in TEXTS.items()
    for number, (language, code) in enumerate(FENCE.findall(text))
    if language == "yaml" and code.startswith("title:") and name != "docs/lecturing.md"
]
BRITISH = re.compile(
    r"\b(?:tumours?|colours?|behaviours?|signalling|neighbours?|centres?|licences?|grey|labelled"
    r"|(?:organ|recogn|mobil|visual|normal|summar)is(?:e[sd]?|ing|ation))\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("name", FILES)
def test_generated_parts_are_current(name):
    assert PART.search(TEXTS[name])
    assert TEXTS[name] == current(TEXTS[name]), "run: make docs"


def test_every_kind_of_entry_is_explained():
    text = TEXTS["docs/authoring.md"] + TEXTS["docs/lecturing.md"]
    explained = set(re.findall(r"<!-- fields: (\w+) -->", text))
    assert explained == schema()["$defs"].keys()


def test_every_command_is_documented():
    for command in cli.commands:
        assert f"`cascade {command}" in TEXTS["README.md"]
        assert f"## cascade {command}\n" in TEXTS["docs/cli.md"]


@pytest.mark.parametrize("name", FILES)
def test_no_command_is_promised_that_is_not_there(name):
    code = "\n".join(CODE.findall(TEXTS[name]))
    assert set(re.findall(r"(?:^|[`/\\])cascade ([a-z]\w*)", code, re.MULTILINE)) <= {*cli.commands}
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"(?:^|`)make ([a-z]\w*)", code, re.MULTILINE):
        assert f"\n{target}:" in makefile


def test_there_are_examples():
    assert {example.id.rsplit("-", 1)[0] for example in EXAMPLES} == {
        "README.md",
        "docs/authoring.md",
    }


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_examples_load_and_draw(code, tmp_path):
    path = tmp_path / "my-loop.yaml"
    path.write_text(code, "utf-8")
    loaded = load(path)
    assert not loaded.problems
    drawing = draw(loaded.pathways[0])
    assert drawing.lines
    assert at_first(drawing) == {arrow.id for arrow in loaded.pathways[0].arrows}


def at_first(drawing) -> set[str]:
    """The arrows that a reader of the page sees before asking for more, merged ones too."""
    overview = next(views(drawing))
    return {arrow.id for line in overview.lines for arrow in line.arrows}


def test_the_first_steps_of_an_author(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = TEXTS["docs/authoring.md"]
    path = Path("my-loop.yaml")

    def run(*args):
        return CliRunner().invoke(cli, args)

    assert run("new", "my-loop").exit_code == 0
    assert Path("pathway.schema.json").exists()
    good = run("check", str(path)).stdout.strip()
    assert f"`{good}`" in text
    yaml = path.read_text("utf-8")
    path.write_text(yaml.replace("from: tumor-cell", "from: tumour-cell", 1), "utf-8")
    assert f"`{run('check', str(path)).stderr.strip()}`" in text
    assert "- { id: pt-il4-il4r," in yaml
    path.write_text(yaml, "utf-8")
    linted = run("lint", str(path))
    assert linted.exit_code == 0 and "clean" in linted.stdout
    loop = load(path).pathways[0]
    assert at_first(draw(loop)) == {arrow.id for arrow in loop.arrows}
    # The first change shows on the first view.
    before = overview_picture(run, path)
    disputed = "- { id: pt-il4-il4r, disputed: Other models show no effect.,"
    path.write_text(yaml.replace("- { id: pt-il4-il4r,", disputed), "utf-8")
    assert run("check", str(path)).exit_code == 0
    assert before.count("stroke-dasharray") < overview_picture(run, path).count("stroke-dasharray")


def overview_picture(run, path: Path) -> str:
    call = ("export", str(path), "--format", "svg", "--tier", "overview", "-o", "loop.svg")
    assert run(*call).exit_code == 0
    return Path("loop.svg").read_text("utf-8")


def test_the_commands_about_formats_work(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(cli, ["new", "mine"]).exit_code == 0
    Path("table.csv").write_text("sender,receiver,ligand\nMacrophages,Tumor cell,EGF\n")
    lines = "\n".join(
        code for language, code in FENCE.findall(TEXTS["docs/formats.md"]) if language == "sh"
    )
    calls = [shlex.split(line, comments=True)[1:] for line in lines.splitlines() if line]
    for call in calls:
        if call[0] != "serve":
            result = CliRunner().invoke(cli, call)
            assert result.exit_code == 0, (call, result.output)
    assert {"cascade.csv", "blood.cx2", "tam.graphml"} <= {p.name for p in Path().iterdir()}
    assert [call[0] for call in calls] == ["export"] * 9 + ["import", "check", "serve"]


@pytest.mark.slow
def test_the_commands_about_languages_work(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    # What needs a browser is painted elsewhere.
    monkeypatch.setattr(pptx, "pngs", lambda svgs, *_: [PIXEL] * len(svgs))
    monkeypatch.setattr(chromium, "run", lambda *_: PIXEL)
    text = (ROOT / "docs/languages.md").read_text("utf-8")
    lines = [code.strip() for language, code in FENCE.findall(text) if language == "console"]
    calls = [shlex.split(line)[1:] for line in "\n".join(lines).splitlines()]
    said = {}
    for call in calls:
        result = CliRunner().invoke(cli, call)
        assert result.exit_code == 0, (call, result.output)
        said[" ".join(call)] = result.stdout
    assert " 0 of " in said["check --lang de"]
    assert "clean" in said["lint --lang de"]
    assert {p.name for p in Path().iterdir()} == {
        "figure-de.html", "long.html", "web-de", "zirkulation.svg",
        "metastatic-cascade-cascade-de.pptx", "metastatic-cascade-handout-blanks-de.html",
    }  # fmt: skip
    for page in ("figure-de.html", "web-de/index.html", "web-de/vicious-cycle/index.html"):
        assert '<html lang="de"' in Path(page).read_text("utf-8")
    long = Path("long.html").read_text("utf-8")
    # No language has that name, so what it says twice is read out as English.
    assert '<html lang="en"' in long and 'data-words="xx-long"' in long
    for twice in ("Legend and filters Legend and filters", "Tumor cell Tumor cell"):
        assert twice in long


def test_the_example_of_a_lecture_fits_the_pathway_that_new_makes(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(cli, ["new", "my-loop"]).exit_code == 0
    blocks = FENCE.findall(TEXTS["docs/lecturing.md"])
    (code,) = (code for language, code in blocks if language == "yaml")
    Path("my-loop.lectures").mkdir()
    Path("my-loop.lectures/talk.yaml").write_text(code, "utf-8")
    loaded = load("my-loop.yaml")
    assert not loaded.problems
    assert len(loaded.pathways[0].lectures["talk"].steps) == 2


def test_an_author_sees_the_first_change(tmp_path, monkeypatch):
    """The steps of 'Five minutes' with the page open: a change shows, a mistake is named."""
    from cascade.authoring.author_server import AuthorServer
    from cascade.page.app import build
    from cascade.server.overlay_tables import with_tables

    monkeypatch.chdir(tmp_path)
    assert "`cascade serve my-loop.yaml --reload`" in TEXTS["docs/authoring.md"]
    assert CliRunner().invoke(cli, ["new", "my-loop"]).exit_code == 0
    path = Path("my-loop.yaml")
    workshop = AuthorServer(path, load_path(path), with_tables(build, ()))
    client = Client(workshop)
    assert "<title>My loop</title>" in client.get("/").text
    yaml = path.read_text("utf-8")
    path.write_text(yaml.replace("title: 'My loop'", "title: Ours"), "utf-8")
    workshop.live.renew()
    assert "<title>Ours</title>" in client.get("/").text
    path.write_text(yaml.replace("from: tumor-cell", "from: tumour-cell", 1), "utf-8")
    workshop.live.renew()
    (problem,) = client.get("/reload/state").json["problems"]
    assert f"`{problem}`" in TEXTS["docs/authoring.md"]
    assert "<title>Ours</title>" in client.get("/").text


def test_the_numbers_are_those_of_the_flagship():
    readme = " ".join(TEXTS["README.md"].split())
    (pathway,) = (p for p in load_all(pathways_dir()).pathways if p.id == "metastatic-cascade")
    steps = [arrow.interaction for arrow in pathway.arrows]
    cells = {node.cell.id for node in pathway.nodes.values()}
    papers = {ref for step in steps for ref in (*step.references, *step.opposing)}
    assert f"{len(steps)} interactions of {len(cells)} cell types" in readme
    assert f"from {len(papers)} papers" in readme
    assert f"disagree about {sum(bool(s.disputed) for s in steps)} of the arrows" in readme
    seen = [set(step.systems) for step in steps]
    assert f"; {sum('patients' in one for one in seen)} were seen in patients, " in readme
    assert f", {sum(one == {'mouse'} for one in seen)} in mice alone." in readme


@pytest.mark.parametrize("name", FILES)
def test_links_lead_somewhere(name):
    text = TEXTS[name]
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith("https://"):
            continue
        file, _, anchor = target.partition("#")
        path = (ROOT / name).parent / file if file else ROOT / name
        assert path.exists(), target
        if anchor:
            heads = re.findall(r"^#+ (.*)$", path.read_text("utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", h).lower().replace(" ", "-") for h in heads}


def test_the_citation_is_of_this_version():
    text = (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"\nversion: {__version__}\n" in text
    assert "doi: 10.1002/ijc.26032" in text


@pytest.mark.parametrize("name", FILES)
def test_american_spelling(name):
    assert not BRITISH.findall(CODE.sub("", TEXTS[name]))


PICTURES = re.findall(
    r"^cascade (export .*)$", (ROOT / "docs/pictures.md").read_text("utf-8"), re.M
)


def test_the_guide_to_pictures_has_commands():
    assert len(PICTURES) >= 4


@pytest.mark.parametrize("command", PICTURES)
def test_the_commands_of_the_guide_make_pictures(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(cli, command.split())
    assert done.exit_code == 0, done.output
    (file,) = tmp_path.iterdir()
    assert file.suffix == ".svg" and "</svg>" in file.read_text("utf-8")


def test_each_format_that_is_imported_says_what_is_read_of_it():
    text = (ROOT / "docs" / "formats.md").read_text("utf-8").split("| what it reads |", 1)[1]
    rows = re.findall(r"^\| `(\w+)` \| .+ \|$", text.split("\n\n", 1)[0], re.M)
    assert tuple(rows) == FORMATS
