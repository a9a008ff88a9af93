"""Commands whose output fails end in one line and status 2, and leave no half file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cascade.cli import main

ROOT = Path(__file__).parents[3]
FULL = Path("/dev/full")

pytestmark = pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full, a disk without room")


def cascade(*args, folder, stdout, **more):
    command = [sys.executable, "-m", "cascade", *args]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **more}
    return subprocess.run(
        command, cwd=folder, env=environment, stdout=stdout, stderr=subprocess.PIPE, text=True
    )


@pytest.mark.parametrize(
    "args",
    [
        ["schema"],
        ["check", str(ROOT / "pathways" / "csf1-egf-loop.yaml")],
        ["--help"],
        ["export", "--format", "csv", "-o", "-"],
    ],
)
def test_a_full_disk(tmp_path, args):
    with FULL.open("w") as full:
        done = cascade(*args, folder=tmp_path, stdout=full)
    lines = [line for line in done.stderr.splitlines() if ": warning: " not in line]
    assert lines == ["Error: the output cannot be written: No space left on device"]
    assert done.returncode == 2


def test_a_reader_that_is_gone(tmp_path):
    read, write = os.pipe()
    os.close(read)
    done = cascade("schema", folder=tmp_path, stdout=write)
    os.close(write)
    assert done.stderr == "Error: the output cannot be written: Broken pipe\n"
    assert done.returncode == 2


def test_a_console_of_few_letters(tmp_path):
    done = cascade(
        "check", str(ROOT / "tests" / "bad"), folder=tmp_path, stdout=subprocess.PIPE,
        PYTHONIOENCODING="cp1252",
    )  # fmt: skip
    assert done.returncode == 1 and "Traceback" not in done.stderr


def test_no_half_pathway_on_a_full_disk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write = os.replace

    def full(source, target):
        if str(target).endswith("loop.yaml"):
            raise OSError(28, "No space left on device")
        write(source, target)

    monkeypatch.setattr(os, "replace", full)
    result = CliRunner().invoke(main, ["new", "loop"])
    assert result.stderr == "Error: loop.yaml cannot be written: No space left on device\n"
    assert result.exit_code == 2
    assert os.listdir() == ["pathway.schema.json"]


@pytest.mark.parametrize(
    ("host", "words"),
    [
        ("", "--host is empty"),
        (" ", "--host is empty"),
        ("[::1", "cannot serve at [::1:"),
        ("no.such.host.invalid", "cannot serve at no.such.host.invalid:"),
        ("a" * 70 + ".example", "cannot serve at aaa"),
    ],
)
def test_a_host_that_is_none(host, words):
    result = CliRunner().invoke(main, ["serve", "--host", host])
    assert result.exit_code == 2
    assert result.stderr.startswith(f"Error: {words}") and result.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["Loop.yaml", "my_Draft.yaml"])
def test_a_name_with_capitals_is_told_a_better_one(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    Path("a.sif").write_text("tam\tactivates\ttumor-cell\n")
    result = CliRunner().invoke(main, ["import", "a.sif", "-o", name])
    better = name.lower().replace("_", "-")
    assert result.exit_code == 2 and f"such as {better}\n" in result.stderr
    assert os.listdir() == ["a.sif"]


@pytest.mark.parametrize("args", [["schema"], ["export", "--format", "csv", "-o", "-"]])
def test_a_closed_output(tmp_path, args):
    command = ["sh", "-c", '"$0" -m cascade "$@" >&-', sys.executable, *args]
    done = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True,
        stderr=subprocess.PIPE,
    )  # fmt: skip
    lines = [line for line in done.stderr.splitlines() if ": warning: " not in line]
    assert lines == ["Error: standard output is closed"]
    assert done.returncode == 2
