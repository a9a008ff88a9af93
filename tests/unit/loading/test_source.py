"""A file is read without surprises, and no file takes long, much memory or many words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cascade.loading.messages import error_text
from cascade.loading.source import Source, read
from cascade.loading.yaml_tree import Builder

ROOT = Path(__file__).parents[3]


def source(tmp_path, text):
    path = tmp_path / "a.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(path)


def messages(result):
    assert isinstance(result, list)
    return [problem.message for problem in result]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NO", "NO"),
        ("on", "on"),
        ("yes", "yes"),
        ("True", "True"),
        ("true", True),
        ("false", False),
        ("12:30", "12:30"),
        ("2011-05-01", "2011-05-01"),
        ("0777", "0777"),
        ("0x1F", "0x1F"),
        ("0b1", "0b1"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("=", "="),
        ("2011", 2011),
        ("-3", -3),
        ("1.5", 1.5),
        (".5", 0.5),
        ("'2011'", "2011"),
        ('"true"', "true"),
        ("~", None),
        ("null", None),
        ("", None),
        ("9" * 30, "9" * 30),
        ("{a: [1, b]}", {"a": [1, "b"]}),
    ],
)
def test_plain_values(tmp_path, text, value):
    result = source(tmp_path, f"k: {text}\n")
    assert result.data == {"k": value}
    assert type(result.data["k"]) is type(value)


def test_keys_are_text(tmp_path):
    data = source(tmp_path, "NO: 1\ntrue: 2\n1: 3\n2011-05-01: 4\n<<: 5\n").data
    assert data == {"NO": 1, "true": 2, "1": 3, "2011-05-01": 4, "<<": 5}


def test_a_byte_order_mark_and_foreign_line_ends_do_not_disturb(tmp_path):
    result = source(tmp_path, "\ufeffa: 1\r\nb: 2\r\n".encode())
    assert result.data == {"a": 1, "b": 2}
    assert result.at(("b",)) == (2, 4)


def test_marks(tmp_path):
    text = (
        "title: T\nstages:\n  - id: s\n    panels:\n      - cells: [{ at: [0, 1] }, { cell: x }]\n"
    )
    result = source(tmp_path, text)
    assert isinstance(result, Source)
    assert result.at() == (1, 1)
    assert result.at(("title",)) == (1, 8)
    assert result.at(("title",), key=True) == (1, 1)
    assert result.at(("stages", 0)) == (3, 5)
    cells = ("stages", 0, "panels", 0, "cells")
    assert result.at((*cells, 0, "at", 1)) == (5, 27)
    assert result.at((*cells, 0, "at"), key=True) == (5, 19)
    assert result.at((*cells, 1, "cell")) == (5, 41)
    assert result.at((*cells, 1, "missing")) == (5, 33)
    assert result.where(("title",)) == f"{tmp_path / 'a.yaml'}:1:8"


def test_marks_count_characters(tmp_path):
    assert source(tmp_path, "a: { 'ä😀': 1, b: 2 }\n").at(("a", "b")) == (1, 18)


def test_without_keeps_marks_true(tmp_path):
    whole = source(tmp_path, "a:\n  - b: [1, 2, 3]\n  - c\n")
    less = whole.without({("a", 0, "b", 1), ("a", 1)})
    assert less.data == {"a": [{"b": [1, 3]}]}
    assert less.at(("a", 0, "b", 1)) == whole.at(("a", 0, "b", 2))
    assert whole.data == {"a": [{"b": [1, 2, 3]}, "c"]}


def test_aliases_in_small_number(tmp_path):
    result = source(tmp_path, "a: &x [1, &y k]\nb: *x\nc: *y\n")
    assert result.data == {"a": [1, "k"], "b": [1, "k"], "c": "k"}


def test_what_is_no_file(tmp_path):
    assert messages(read(tmp_path / "none.yaml")) == [error_text("no-file")]
    assert messages(read(tmp_path)) == [error_text("folder")]
    os.mkfifo(tmp_path / "pipe.yaml")
    assert messages(read(tmp_path / "pipe.yaml")) == [error_text("special")]
    name = "x" * 300 + ".yaml"
    assert messages(read(tmp_path / name)) == [error_text("unreadable", why="File name too long")]


def test_the_name_stays_as_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert str(read("none.yaml")[0]) == "none.yaml:1:1: no such file"


LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
STAGES = "title: T\nstages:\n"
STAGE = "- {{id: s, name: S, panels: [{{id: p}}], interactions: [{}]}}\n"
HUGE = {
    "50 MB": ("title: " + "x" * 50_000_000, error_text("too-big", size="50.0", limit=2)),
    "deep list": ("[" * 1_900_000, error_text("too-deep", limit=30)),
    "deep dashes": ("- " * 900_000, error_text("too-deep", limit=30)),
    "deep group": ("{a: " * 400_000, error_text("too-deep", limit=30)),
    "laughs": (LAUGHS, error_text("alias-size", limit=10_000)),
    "aliases": ("a: &a x\nb: [" + "*a, " * 400_000, error_text("aliases", limit=100)),
    "long list": ("title: T\nstages: [" + "1, " * 500_000, error_text("too-long", limit=20_000)),
    "values": (
        "title: T\n" + "".join(f"k{i}: [{'1, ' * 15_000}]\n" for i in range(42)),
        error_text("too-many"),
    ),
    "flood": (STAGES + STAGE.format("{}, " * 13_000) * 2, error_text("flood", count=312_003)),
    "zeros": ("\0" * 1_900_000, error_text("control", code="U+0000")),
    "comment": ("#" * 1_900_000, error_text("empty-file")),
}


@pytest.mark.parametrize("name", HUGE)
def test_monsters_end_in_one_line(tmp_path, name):
    text, message = HUGE[name]
    path = tmp_path / "a.yaml"
    path.write_text(text)
    (tmp_path / "library").mkdir()
    code = (
        "import resource, sys;"
        "from cascade.loading.loader import load;"
        "print(*load(sys.argv[1]).problems, sep='\\n');"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    command = [sys.executable, "-c", code, str(path)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    *lines, megabytes = run.stdout.splitlines()
    assert len(lines) == 1
    assert lines[0].endswith(f": {message}")
    assert int(megabytes) < 500


def test_the_slow_parser_agrees(tmp_path, monkeypatch):
    import yaml

    text = (ROOT / "cascade/templates/new-pathway.yaml").read_text("utf-8")
    fast = source(tmp_path, text)
    monkeypatch.setattr("cascade.loading.source.LOADER", yaml.SafeLoader)
    slow = source(tmp_path, text)
    assert slow.data == fast.data
    path = ("stages", 0, "interactions", 1, "references", 0)
    assert slow.at(path) == fast.at(path)
    assert messages(source(tmp_path, "a: [" * 900)) == [error_text("too-deep", limit=30)]


def test_a_file_is_parsed_again_only_when_its_text_changed(tmp_path, monkeypatch):
    built = []
    really = Builder.build
    monkeypatch.setattr(
        Builder, "build", lambda self, events: built.append(1) or really(self, events)
    )
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    one.write_text("title: One\n", "utf-8")
    other.write_text("title: Other\n", "utf-8")
    assert [read(one).data, read(other).data] == [{"title": "One"}, {"title": "Other"}]
    one.touch()
    assert read(one).data == {"title": "One"}
    assert len(built) == 2
    other.write_text("title: otheR\n", "utf-8")  # as long as before
    assert read(other).data == {"title": "otheR"}
    assert len(built) == 3


@pytest.mark.parametrize("character", ["\x07", "\x7f", "\ufdd0", "\ufffe", "\U0001ffff"])
@pytest.mark.parametrize("escaped", [False, True])
def test_what_no_page_can_show_is_refused_with_its_place(tmp_path, character, escaped):
    code, path = ord(character), tmp_path / "a.yaml"
    text = f"\\U{code:08x}" if escaped else character
    path.write_text(f'a: 1\nb: "x {text}"\n', "utf-8")
    (problem,) = read(path)
    assert (problem.line, f"U+{code:04X}" in problem.message) == (2, True)
    assert str(problem).isprintable()
