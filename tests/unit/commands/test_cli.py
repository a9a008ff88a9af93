"""The commands, their exit status, and where their words go."""

import json
import shutil
import socket
import subprocess
import sys
import types
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask
from web import has_ipv6

from cascade import __version__
from cascade.authoring.author_server import LARGEST
from cascade.cli import main
from cascade.model.json_schema import schema_text
from cascade.server.connections import settings

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


@pytest.fixture
def served(monkeypatch):
    """What `serve` builds and starts, instead of Dash and a server."""
    calls = {}
    page = types.ModuleType("cascade.server.routes")
    server = Flask("figure")
    app = types.SimpleNamespace(server=server)

    def create(pathways, problems, variant):
        calls["pathways"] = [pathway.id for pathway in pathways]
        calls.update(problems=problems, head=variant.head, server=server)
        return app

    page.create = create
    run_simple = lambda *call, **options: calls.update(run=(call, options))  # noqa: E731
    monkeypatch.setattr("werkzeug.serving.run_simple", run_simple)
    waitress = types.ModuleType("waitress")
    waitress.serve = lambda server, **options: calls.update(waitress=(server, options))
    monkeypatch.setitem(sys.modules, "cascade.server.routes", page)
    monkeypatch.setitem(sys.modules, "waitress", waitress)
    return calls


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def test_serve(run, served):
    run("new", "loop")
    port = free_port()
    result = run("serve", "loop.yaml", "--port", port)
    assert result.exit_code == 0, result.stderr
    assert result.stdout == f"The figure is at http://127.0.0.1:{port}\n"
    assert served["pathways"] == ["loop"]
    app, options = served["waitress"]
    assert app == served["server"]
    assert options == {"host": "127.0.0.1", "port": port, **settings(reload=False)}


@pytest.mark.skipif(not has_ipv6(), reason="this machine has no IPv6")
@pytest.mark.parametrize("host", ["::1", "[::1]", " [::1] "])
def test_serve_by_ipv6(run, served, host):
    port = free_port()
    result = run("serve", "--host", host, "--port", port)
    assert result.exit_code == 0, result.stderr
    assert result.stdout == f"The figure is at http://[::1]:{port}\n"
    assert served["waitress"][1]["host"] == "::1"


def test_a_reader_of_what_ships_sees_one_line(run, served):
    port = free_port()
    result = run("serve", "--port", port)
    assert result.output == f"The figure is at http://127.0.0.1:{port}\n"


def test_serve_without_waitress(run, served, monkeypatch):
    monkeypatch.setitem(sys.modules, "waitress", None)
    run("new", "loop")
    port = free_port()
    assert run("serve", "loop.yaml", "--port", port).exit_code == 0
    assert served["run"] == (("127.0.0.1", port, served["server"]), {"threaded": True})


def test_serve_goes_on_with_the_good_ones(run, served):
    shutil.copytree(BAD / "folder-library-entry", "some")
    result = run("serve", "some", "--port", free_port())
    assert result.exit_code == 0
    assert served["pathways"] == ["good"]
    assert served["problems"]
    assert "'lymfoid' is not a lineage" in result.stderr


def test_serve_needs_one_good_pathway(run, served):
    result = run("serve", BAD / "choice.yaml", "--port", free_port())
    assert result.exit_code == 1
    assert "'inhibit' is not an effect" in result.stderr
    assert not served


@pytest.mark.parametrize("text", ["", "title: ["])
def test_an_author_may_begin_with_a_broken_file(run, served, text):
    Path("mine.yaml").write_text(text)
    port = free_port()
    result = run("serve", "mine.yaml", "--reload", "--port", port)
    assert result.exit_code == 0
    assert result.stderr.startswith("mine.yaml:")
    assert result.stdout == f"The figure will be at http://127.0.0.1:{port}\n"
    app, _ = served["waitress"]
    app.stop.set()


def test_serve_says_that_the_port_is_in_use(run, served):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        result = run("serve", "--port", port)
    assert result.exit_code == 2
    assert result.stderr == f"Error: cannot serve at 127.0.0.1:{port}: the port is in use\n"
    assert not served


def test_serve_lays_tables_on_the_figure(run, served):
    run("new", "loop")
    Path("results.csv").write_text("a,b\n")
    run("serve", "loop.yaml", "--port", free_port(), "--overlay", "results.csv")
    assert 'content="tables/0/0" data-name="results.csv"' in served["head"]
    client = served["server"].test_client()
    assert client.get("/tables/0/0").text == "a,b\n"
    assert client.get("/tables/1").status_code == 404
    Path("results.csv").unlink()
    assert client.get("/tables/0/0").status_code == 404
    Path("results.csv").write_text("a,b\n")
    result = run("serve", "loop.yaml", "--port", free_port(), "--overlay", "gone.csv")
    assert result.exit_code == 2
    assert "'gone.csv' does not exist" in result.stderr


def test_serve_for_authors(run, served):
    run("new", "loop")
    port = free_port()
    result = run("serve", "loop.yaml", "--port", port, "--reload")
    assert result.exit_code == 0, result.stderr
    app, options = served["waitress"]
    app.stop.set()
    assert (options["host"], options["port"], options["threads"]) == ("127.0.0.1", port, 16)
    assert options["max_request_body_size"] == LARGEST
    assert served["head"].startswith('<meta name="cascade-figure"')


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.7", "::", "example.org"])
def test_serve_for_authors_stays_on_this_machine(run, served, host):
    result = run("serve", "--reload", "--host", host)
    assert result.exit_code == 2
    words = "--reload can write files, so it serves this machine alone, not"
    assert result.stderr == f"Error: {words} {host}\n"
    assert not served
