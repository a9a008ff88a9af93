"""Every message has a bad file that triggers it, and its exact words are written beside it."""

import re
from pathlib import Path

import pytest

from cascade.loading.loader import load_path
from cascade.loading.messages import MESSAGES

BAD = Path(__file__).parents[2] / "bad"
EXPECTED = sorted(BAD.glob("*.expected"))
# Their files would be too large or too odd to keep; test_source.py makes them.
GENERATED = {"no-file", "folder", "special", "unreadable", "too-big", "too-many", "too-long"}
GENERATED |= {"flood", "misfit"}


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.stem)
def test_says_exactly(expected, monkeypatch):
    monkeypatch.chdir(BAD)
    folder = Path(expected.stem)
    loaded = load_path(folder if folder.is_dir() else folder.with_suffix(".yaml"))
    assert [str(problem) for problem in loaded.problems] == expected.read_text("utf-8").splitlines()


def test_every_bad_file_has_its_expected_words():
    files = {path.stem for path in BAD.iterdir() if path.suffix == ".yaml" or path.is_dir()}
    assert files - {"library"} == {path.stem for path in EXPECTED}


def test_every_message_has_a_bad_file():
    said = "\n".join(path.read_text("utf-8") for path in EXPECTED)
    unsaid = {key for key, text in MESSAGES.items() if not re.search(_pattern(text), said)}
    assert unsaid == GENERATED


def _pattern(text: str) -> str:
    gaps = re.sub(r"\\\{\w+\\\}", ".*", re.escape(text))
    return rf"(?m)^[^ ]+:\d+:\d+: (warning: )?{gaps}$"
