"""The commands, their exit status, and where their words go."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cascade import __version__
from cascade.cli import main
from cascade.model.json_schema import schema_text

ROOT = Path(__file__).parents[3]
BAD = ROOT / "tests" / "bad"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs a command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(main, [str(arg) for arg in args])


def test_version(run):
    assert run("--version").stdout == f"cascade {__version__}\n"


def test_check_is_good(run):
    run("new", "loop")
    result = run("check", "loop.yaml")
    assert result.exit_code == 0
    assert result.stdout == "1 pathway, 0 errors, 0 warnings\n"
    assert not result.stderr


def test_check_without_a_path_checks_the_packaged_pathways(run):
    result = run("check")
    assert result.exit_code == 0, result.stderr
    assert ", 0 errors, " in result.stdout


def test_check_is_good_with_warnings(run):
    result = run("check", BAD / "year.yaml")
    assert result.exit_code == 0
    assert result.stdout == "1 pathway, 0 errors, 1 warning\n"
    assert "warning: the year is not that of the earliest cited paper: 'a'" in result.stderr


def test_check_finds_errors(run):
    result = run("check", BAD / "choice.yaml", BAD / "year.yaml")
    assert result.exit_code == 1
    assert result.stdout == "1 pathway, 1 error, 1 warning\n"
    assert f"{BAD / 'choice.yaml'}:11:75: 'inhibit' is not an effect" in result.stderr


def test_check_counts_a_shared_library_once(run):
    shutil.copytree(BAD / "folder-library-entry", "some")
    Path("some/again.yaml").write_bytes(Path("some/good.yaml").read_bytes())
    result = run("check", "some/good.yaml", "some/again.yaml")
    assert result.stdout == "2 pathways, 1 error, 0 warnings\n"


def test_check_as_json(run):
    result = run("check", "--format", "json", BAD / "choice.yaml")
    assert result.exit_code == 1
    assert not result.stderr
    (problem,) = json.loads(result.stdout)
    assert problem == {
        "file": str(BAD / "choice.yaml"),
        "line": 11,
        "column": 75,
        "severity": "error",
        "message": "'inhibit' is not an effect, did you mean 'inhibits'?",
    }
    run("new", "loop")
    assert json.loads(run("check", "--format=json", "loop.yaml").stdout) == []


@pytest.mark.parametrize(
    "args",
    [
        ["check", "nowhere.yaml"],
        ["check", "--format", "xml"],
        ["chekc"],
        ["new"],
        ["new", "Bad_Name"],
        ["new", "../up"],
        ["serve", "nowhere"],
        ["serve", "--port", "0"],
    ],
)
def test_a_wrong_call(run, args):
    result = run(*args)
    assert result.exit_code == 2
    assert result.stderr
    assert not result.stdout


def test_schema(run):
    assert run("schema").stdout == schema_text()


def test_new(run):
    result = run("new", "my-2nd-loop")
    assert result.exit_code == 0
    lines = Path("my-2nd-loop.yaml").read_text("utf-8").splitlines()
    assert lines[0] == "# yaml-language-server: $schema=pathway.schema.json"
    assert "{name}" not in "".join(lines)
    assert len(lines) < 50
    assert Path("pathway.schema.json").read_text("utf-8") == schema_text()


def test_new_with_a_name_that_is_a_number(run):
    run("new", "2011")
    assert run("check", "2011.yaml").exit_code == 0


def test_new_says_the_rule_of_names(run):
    assert "use lower-case letters, digits and hyphens" in run("new", "Bad_Name").stderr
    assert not list(Path().iterdir())


def test_new_overwrites_only_when_forced(run):
    Path("a.yaml").write_text("mine")
    Path("pathway.schema.json").write_text("mine")
    result = run("new", "a")
    assert result.exit_code == 2
    assert "a.yaml exists" in result.stderr
    assert Path("a.yaml").read_text() == "mine"
    assert run("new", "a", "--force").exit_code == 0
    assert Path("a.yaml").read_text("utf-8").startswith("# yaml-language-server")
    assert Path("pathway.schema.json").read_text() == "mine"


def test_check_does_not_import_dash():
    code = (
        "import sys; from cascade.cli import main\n"
        "try: main(['check'])\n"
        "finally: assert not {'dash', 'flask', 'plotly'} & sys.modules.keys()"
    )
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "AssertionError" not in run.stderr
    assert run.returncode == 0


def test_python_m():
    command = [sys.executable, "-m", "cascade", "--version"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout == f"cascade {__version__}\n"
