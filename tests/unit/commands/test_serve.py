"""`cascade serve`: what it serves, where, and what it says to that."""

import shutil
import socket
import sys
import types
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask
from web import has_ipv6

from cascade.authoring.author_server import LARGEST
from cascade.cli import main
from cascade.server.connections import settings

BAD = Path(__file__).parents[2] / "bad"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs a command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture
def served(monkeypatch):
    """What `serve` builds and starts, instead of Dash and a server."""
    calls = {}
    page = types.ModuleType("cascade.server.routes")
    server = Flask("figure")
    app = types.SimpleNamespace(server=server)

    def create(pathways, problems, variant):
        calls["pathways"] = [pathway.id for pathway in pathways]
        calls.update(problems=problems, head=variant.head, reach=variant.reach, server=server)
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


def test_serve_tells_the_page_where_others_reach_it(run, served, monkeypatch):
    monkeypatch.setattr(
        "cascade.commands.serve.network_address",
        lambda host, port: f"http://192.168.1.5:{port}/" if host == "0.0.0.0" else "",
    )
    port = free_port()
    result = run("serve", "--port", port, "--host", "0.0.0.0")
    assert f", for this network at http://192.168.1.5:{port}/\n" in result.stdout
    assert served["reach"] == f"http://192.168.1.5:{port}/"
    for home, reach in (
        ("https://example.org", "https://example.org"),
        ("https://example.org/figure", "https://example.org/figure/"),
        ("https://example.org/figure.html", "https://example.org/figure.html"),
    ):
        run("serve", "--port", free_port(), "--host", "0.0.0.0", "--home", home)
        assert served["reach"] == reach
    run("serve", "--port", free_port())
    assert served["reach"] == ""
    result = run("serve", "--home", "example.org")
    assert result.exit_code == 2 and "is not a web address" in result.stderr


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
