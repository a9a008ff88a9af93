"""What writers of YAML get wrong is told at its true place and in plain words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from cascade.loading import source
from cascade.loading.loader import load_all, load_path

ROOT = Path(__file__).parents[3]
GOOD = """\
title: A loop of two cells
stages:
  - id: primary-tumor
    name: Primary tumor
    panels:
      - { id: tumor, cells: [{ cell: tam, at: [0, 0] }, { cell: tumor-cell, at: [2, 0] }] }
    interactions:
      - id: call
        from: tumor-cell
        to: tam
        mediators: [CSF1]
        mediator_basis: paper
        effect: recruits
        route: secreted
        outcome: pro-metastatic
        readout: metastasis
        tier: overview
        year: 2001
        references: [lin-2001]
        confidence: high
        summary: CSF-1 draws macrophages into the tumor.
"""
TITLE, SUMMARY = "A loop of two cells", "CSF-1 draws macrophages into the tumor."
EFFECT = "effect: recruits"
# What stands in the file, what in its place, where that is told, and words of what is told.
CASES = [
    # Characters that nobody sees.
    (EFFECT, "effect:\u00a0recruits", "13:16", ["U+00A0", "no-break space"]),
    (EFFECT, "effect:\u202frecruits", "13:16", ["U+202F", "narrow no-break space"]),
    (EFFECT, "effect:\u3000recruits", "13:16", ["U+3000", "ideographic space"]),
    (EFFECT, "effect:\u200brecruits", "13:16", ["U+200B", "zero width space"]),
    (EFFECT, "effect: recruits\u00a0", "13:17", ["U+00A0", "did you mean 'recruits'?"]),
    (EFFECT, "effect: \u200erecruits", "13:17", ["U+200E", "left-to-right mark"]),
    (EFFECT, "effect: rec\u00adruits", "13:17", ["U+00AD", "soft hyphen"]),
    (EFFECT, "effect\u200b: recruits", "13:9", ["U+200B", "did you mean 'effect'?"]),
    (EFFECT, "\ufeffeffect: recruits", "13:9", ["U+FEFF"]),
    ("    name:", "\u00a0 \u00a0 name:", "4:1", ["indented", "U+00A0"]),
    ("    name:", "  \u2003 name:", "4:3", ["indented", "U+2003", "em space"]),
    (SUMMARY, "CSF-1 draws\u2028cells", "21:29", ["U+2028", "line separator"]),
    (SUMMARY, "'CSF-1\u2029draws'", "21:24", ["U+2029", "paragraph separator"]),
    (TITLE, "A loop\x85of", "1:14", ["U+0085", "next line"]),
    # Characters that look like others.
    (EFFECT, "effect\uff1a recruits", "13:15", ["U+FF1A", "fullwidth colon"]),
    (EFFECT, "effect\uff1arecruits", "13:15", ["U+FF1A", "fullwidth colon"]),
    (EFFECT, "effect\u2236 recruits", "13:15", ["U+2236", "ratio"]),
    ("from: tumor-cell", "from: tumor\u2011cell", "9:15", ["U+2011", "non-breaking hyphen"]),
    ("from: tumor-cell", "from: tumor\u2013cell", "9:15", ["U+2013", "en dash"]),
    ("from: tumor-cell", "from: tumor-cell\u200b", "9:15", ["U+200B"]),
    ("to: tam", "to: t\u0430m", "10:13", ["U+0430", "cyrillic small letter a"]),
    ("[CSF1]", "[CSF\u200b1]", "11:21", ["unknown molecule", "U+200B"]),
    ("[lin-2001]", "[\u201clin-2001\u201d]", "19:22", ["U+201C", "left double quotation mark"]),
    # A space too few.
    (EFFECT, "effect:recruits", "13:16", ["space is missing after 'effect:'"]),
    ("title: ", "title:", "1:7", ["space is missing after 'title:'"]),
    ("tier: overview", "tier:overview", "17:14", ["space is missing after 'tier:'"]),
    ("{ cell: tam", "{cell:tam", "6:31", ["space is missing after 'cell:'"]),
    # Text that begins as YAML's own marks do.
    (TITLE, "*Loop*", "1:8", ["'*'", "quotes"]),
    (TITLE, "**Loop** of cells", "1:8", ["'**'", "quotes"]),
    (TITLE, "*Loop", "1:8", ["quotes"]),
    (TITLE, "@loop", "1:8", ["'@'", "quotes"]),
    (TITLE, "%loop", "1:8", ["'%'", "quotes"]),
    (TITLE, "`CSF1` loop", "1:8", ["'`'", "quotes"]),
    (TITLE, "!loop", "1:8", ["quotes"]),
    (TITLE, "| loop", "1:8", ["'|'", "quotes"]),
    (TITLE, "> 5 cells", "1:8", ["'>'", "quotes"]),
    (TITLE, "- loop", "1:8", ["'-'", "quotes"]),
    (TITLE, "? loop", "1:8", ["'?'", "quotes"]),
    (TITLE, ", loop", "1:8", ["','", "quotes"]),
    (TITLE, "[CSF1] loop", "1:13", ["after the closing ]", "quotes"]),
    (SUMMARY, "[draws](http://x) cells", "21:24", ["after the closing ]", "quotes"]),
    (SUMMARY, "**CSF-1** [draws](http://x) cells", "21:18", ["'**'", "quotes"]),
    (SUMMARY, '"CSF-1" draws cells', "21:24", ["after the closing", "quotes"]),
    (SUMMARY, "'CSF-1 doesn't draw cells'", "21:30", ["apostrophe", "two"]),
    (SUMMARY, '"CSF-1 draws', "21:18", ["never closed"]),
    (SUMMARY, r'"CSF-1 \draws"', "21:2", ["backslash"]),
    (SUMMARY, "CSF-1: draws cells", "21:23", ["colon", "quotes"]),
    ("[CSF1]", "[CSF1", "11:20", ["'['", "never closed"]),
    ("at: [0, 0] }", "at: [0, 0]", "6:55", ["not be closed"]),
    ("        year", "       year", "18:8", ["column"]),
    ("        year", "\tyear", "18:1", ["tab"]),
    # What another program saved.
    ("title: ", "{\\rtf1\\ansi title: ", "1:1", ["RTF", "plain text"]),
    ("title: ", "<!DOCTYPE html><html><body><pre>title: ", "1:1", ["HTML"]),
    ("title: ", '<?xml version="1.0"?>\ntitle: ', "1:1", ["XML"]),
    ("title: ", "```yaml\ntitle: ", "1:1", ["Markdown"]),
]
CUTS = [
    (TITLE, "A loop #2 of two cells", "1:15", "A loop"),
    (TITLE, "Loop #2", "1:13", "Loop"),
    (TITLE, "&amp loop", "1:8", "loop"),
    (TITLE, "&R loop", "1:8", "loop"),
    (SUMMARY, "CSF-1 (clone #5) draws # macrophages", "21:31", "CSF-1 (clone"),
    (SUMMARY, "CSF-1 draws # macrophages", "21:30", "CSF-1 draws"),
]
RAW = (
    "scanning",
    "parsing",
    "mapping values",
    "block",
    "scalar",
    "alphabetic",
    "token",
    "expected",
)


@pytest.fixture(params=["fast", "slow"])
def parser(request, monkeypatch):
    """Wheels of PyYAML have libyaml; what is built from source may not."""
    if request.param == "slow":
        monkeypatch.setattr(source, "LOADER", yaml.SafeLoader)


def problems(tmp_path, old, new):
    assert old in GOOD
    path = tmp_path / "loop.yaml"
    path.write_text(GOOD.replace(old, new, 1), "utf-8", newline="")
    return load_path(path)


def test_the_good_file_is_good(tmp_path):
    assert problems(tmp_path, TITLE, TITLE).problems == []


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("old", "new", "where", "words"), CASES, ids=lambda v: ascii(v)[:30])
def test_a_mistake_is_told_where_it_is(tmp_path, old, new, where, words):
    loaded = problems(tmp_path, old, new)
    assert not loaded.pathways
    (problem,) = loaded.problems
    assert f"{problem.line}:{problem.column}".startswith(where)
    assert all(word in problem.message for word in words), problem.message
    assert not [word for word in RAW if word in problem.message]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("old", "new", "where", "left"), CUTS)
def test_what_yaml_cuts_off_a_text_is_a_warning(tmp_path, old, new, where, left):
    loaded = problems(tmp_path, old, new)
    (problem,) = loaded.problems
    assert (problem.severity, f"{problem.line}:{problem.column}") == ("warning", where)
    pathway = loaded.pathways[0]
    assert left in (pathway.title, pathway.arrows[0].interaction.summary)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TITLE, "A loop  # a comment"),
        (EFFECT, "effect: recruits # a comment"),
        ("[CSF1]", "[CSF1] # a comment"),
        (TITLE, "'A loop #2'"),
        (TITLE, "A loop#2"),
        (SUMMARY, ">-\n          CSF-1 #5 draws\n          cells"),
        (TITLE, "R&D of C:\\loops, 5\u00a0µm, \u05d0\u200f"),
        ("title: ", "%YAML 1.1\n---\ntitle: "),
        ("title: ", "# <html> { ```\ntitle: "),
        ("mediators: [CSF1]", "mediators: &m [CSF1]\n        receptors: *m"),
    ],
)
def test_what_is_meant_so_is_no_mistake(tmp_path, old, new):
    loaded = problems(tmp_path, old, new)
    assert loaded.pathways
    assert loaded.problems == []


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_count_as_lines(tmp_path, end):
    path = tmp_path / "loop.yaml"
    path.write_text(GOOD.replace(EFFECT, "effect:\u00a0recruits").replace("\n", end), newline="")
    (problem,) = load_path(path).problems
    assert (problem.line, problem.column) == (13, 16)


@pytest.mark.parametrize(
    "start", [b"PK\x03\x04", b"\xff\xfet\0", b"\xfe\xff\0t", b"\xd0\xcf\x11\xe0"]
)
def test_files_of_office_programs_are_named(tmp_path, start):
    path = tmp_path / "loop.yaml"
    path.write_bytes(start + b"\x00\xff" * 20)
    (problem,) = load_path(path).problems
    assert (problem.line, problem.column) == (1, 1)
    assert "not YAML; save it" in problem.message


def test_side_files_of_macos_are_passed_over(tmp_path):
    (tmp_path / "loop.yaml").write_text(GOOD, "utf-8")
    lectures, lang = tmp_path / "loop.lectures", tmp_path / "lang" / "fr"
    lectures.mkdir()
    lang.mkdir(parents=True)
    (lang / "interface.yaml").write_text("English: Français\n", "utf-8")
    for folder in (tmp_path, lectures, lang, lang.parent):
        (folder / "._interface.yaml").write_bytes(b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X\xb0")
    loaded = load_all(tmp_path)
    assert [pathway.id for pathway in loaded.pathways] == ["loop"]
    assert loaded.problems == []
    command = [sys.executable, "-m", "cascade", "check", str(tmp_path), "--lang", "fr"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.splitlines()[-1].endswith("strings missing, 0 errors")


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("encoding", ["cp1252", "cp437"])
def test_a_console_that_knows_few_characters_shows_the_rest_as_codes(tmp_path, form, encoding):
    path = tmp_path / "loop.yaml"
    path.write_text(GOOD.replace("from: tumor-cell", "from: t\u0430\u2011\U0001f600"), "utf-8")
    command = [sys.executable, "-m", "cascade", "check", str(path), "--format", form]
    env = {**os.environ, "PYTHONIOENCODING": encoding}
    run = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, timeout=60)
    said = (run.stdout + run.stderr).decode(encoding)
    assert run.returncode == 1
    assert "Traceback" not in said
    assert "\\u2011" in said
