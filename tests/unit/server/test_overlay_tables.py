"""Tables of results: handed to the page, and described in docs/overlay.md as they are."""

import re
import shlex
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask
from openpyxl import Workbook

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
    assert client.get("/tables/0/0").text == "first"
    path.write_text("second")
    assert client.get("/tables/0/0").text == "second"
    path.unlink()
    assert client.get("/tables/0/0").status_code == 404


def workbook(path, **sheets):
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)


def sent(path, sheet=0):
    server = Flask("figure")
    serve(server, [path])
    return server.test_client().get(f"/tables/0/{sheet}")


@pytest.mark.parametrize("name", ["results.xlsx", "really-a-workbook.csv"])
def test_a_workbook_is_sent_as_a_table_for_each_sheet(tmp_path, name):
    path = tmp_path / name
    workbook(
        path,
        about=[["Table S3"]],
        cellchat=[["source", "ligand", "prob", "ok"], ["A, B", datetime(2024, 9, 2), 0.31, True]],
    )
    assert re.findall('data-name="(.*?)"', head([path])) == [f"{name}, about", f"{name}, cellchat"]
    assert sent(path, 1).text == 'source,ligand,prob,ok\n"A, B",2024-09-02 00:00:00,0.31,True\n'
    assert sent(path, 2).status_code == 404
    workbook(path, one=[["a"]])
    assert re.findall('data-name="(.*?)"', head([path])) == [name]


def test_what_is_no_workbook_is_sent_as_it_is(tmp_path):
    path = tmp_path / "results.xlsx"
    for content in (b"PK\x03\x04 broken", b"\xff\xfes\x00", b""):
        path.write_bytes(content)
        assert sent(path).data == content
    gone = tmp_path / "gone.csv"
    assert 'data-name="gone.csv"' in head([gone]) and sent(gone).status_code == 404


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
