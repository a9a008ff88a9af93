"""The documents name files that are there, docs/developing.md all packages; rules that exist twice
name the test that holds them."""

import re
from pathlib import Path

from tools.workarounds import workarounds

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / "docs/developing.md").read_text("utf-8")
FOLDERS = "cascade|assets|tests|tools|docs|pathways|bench|examples|requirements"
NAMED = re.compile(rf"`((?:{FOLDERS})/[^`* ]*|Makefile)`")
TO_WRITE = {"pathways/lang/fr/interface.yaml"}
"""What a document tells its reader to make."""


def test_every_file_that_documents_name_is_there():
    assert len(set(NAMED.findall(TEXT))) > 50
    for path in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        named = set(NAMED.findall(path.read_text("utf-8"))) - TO_WRITE
        assert not [name for name in named if not (ROOT / name).exists()], path.name


def test_every_package_is_in_the_picture():
    picture = re.search(r"```text\n(.*?)```", TEXT, re.DOTALL)[1]
    packages = {path.parent.name for path in (ROOT / "cascade").glob("*/__init__.py")}
    assert packages <= set(re.findall(r"\w+", picture))


def test_rules_in_both_languages_name_the_test_that_holds_them_together():
    section = TEXT.split("### Rules that stand in both languages")[1].split("\n## ")[0]
    rows = [re.findall(r"`([^`]+)`", line) for line in section.splitlines() if line[:2] == "| "]
    rows = [row for row in rows if row]
    assert len(rows) >= 7
    for python, script, test in rows:
        for name in (python, script):
            assert test in (ROOT / name).read_text("utf-8"), f"{name} does not name {test}"


def test_every_workaround_has_a_link_or_says_that_none_was_found():
    found = workarounds()
    assert len(found) >= 20
    assert not [f"{one.file}:{one.line}" for one in found if one.link is None]


def test_all_errands_are_told():
    section = TEXT.split("## Six errands")[1].split("\n## ")[0]
    assert len([line for line in section.splitlines() if line.startswith("| ")]) == 7
