"""Tables of results: handed to the page, and described in docs/overlay.md as they are."""

import re
import shlex
from pathlib import Path

from click.testing import CliRunner
from flask import Flask

from cascade.cli import main
from cascade.server.overlay_tables import head, serve

ROOT = Path(__file__).parents[3]
DOCUMENT = (ROOT / "docs" / "overlay.md").read_text("utf-8")


def test_a_name_cannot_leave_its_attribute():
    text = head([Path('a"><script>b.csv')])
    assert "<script>" not in text and text.count('"') == 6


def test_a_table_is_read_anew_at_each_request(tmp_path):
    path = tmp_path / "results.csv"
    path.write_text("first")
    server = Flask("figure")
    serve(server, [path])
    client = server.test_client()
    assert client.get("/tables/0").text == "first"
    path.write_text("second")
    assert client.get("/tables/0").text == "second"
    path.unlink()
    assert client.get("/tables/0").status_code == 404


def test_the_commands_of_the_document_can_be_called(monkeypatch):
    (block,) = re.findall(r"```sh\n(.*?)```", DOCUMENT, re.DOTALL)
    called = []
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(main.commands["serve"], "callback", lambda **given: called.append(given))
    for line in block.splitlines():
        result = CliRunner().invoke(main, shlex.split(line)[1:])
        assert result.exit_code == 0, result.output
    used = {path.name for given in called for path in given["tables"]}
    assert used == {path.name for path in (ROOT / "examples" / "overlay").glob("synthetic-*")}


def test_the_document_names_the_columns_that_are_read():
    script = (ROOT / "assets/js/rules/results-tables.js").read_text("utf-8")
    columns = re.findall(
        r"`([a-z_.A-Z]+)`", DOCUMENT.split("## What a table needs")[1].split("## How")[0]
    )
    for name in columns:
        if name.endswith(".txt"):
            continue
        assert re.sub(r"[^a-z0-9]", "", name.lower()).rstrip("ab") in script.lower(), name
